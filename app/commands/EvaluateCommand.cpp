#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "app/commands/EvaluationPictures.h"
#include "model/evaluation/CheckEvaluation.h"
#include "model/evaluation/EvaluationJson.h"
#include "model/evaluation/EvaluationTable.h"
#include "model/evaluation/OverTimeEvaluation.h"
#include "model/evaluation/SequenceEvaluation.h"
#include "model/evaluation/SuggestionEvaluation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <limits>
#include <optional>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvaluateCommand)
};

struct NumberOption
{
    const char* name;
    quint64 least;
    quint64 most;
    quint64 standard;
};

constexpr NumberOption clicksOption{"clicks", 1, 2, 1};
constexpr NumberOption seedOption{"seed", 0, std::numeric_limits<quint64>::max(), 1};
constexpr NumberOption minPointsOption{"min-points", 1, 1'000'000, 20};
constexpr NumberOption threadsOption{"threads", 1, 256, 1};
constexpr NumberOption roundsOption{"rounds", 0, 1'000, 5};
constexpr NumberOption worstOption{"worst", 1, 10'000, 20};

/// What the command was asked for.
struct Request
{
    QStringList folders;
    EvaluationOptions options;
    std::size_t worst = 0;
    QString pictures; ///< empty: none
    bool isJson = false;
    bool suggests = false;   ///< without any click
    bool isSequence = false; ///< each vehicle once for all frames
    bool isOverTime = false;
    CheckEvaluationOptions checks;
    bool isOfChecks = false;
};

Result<quint64> numberOf(const QCommandLineParser& parser, const NumberOption& option)
{
    const QString text = parser.value(QLatin1String(option.name));
    bool isNumber = false;
    const quint64 number = text.toULongLong(&isNumber);
    if (isNumber && number >= option.least && number <= option.most)
        return number;
    return failure(Text::tr("“--%1” should be a number from %2 to %3, but it is “%4”.")
                       .arg(QLatin1String(option.name))
                       .arg(option.least)
                       .arg(option.most)
                       .arg(text));
}

Result<std::vector<Prior>> priorsOf(const QString& name)
{
    if (name == u"learnt")
        return std::vector{Prior::Learnt};
    if (name == u"default")
        return std::vector{Prior::Default};
    if (name == u"both")
        return std::vector{Prior::Learnt, Prior::Default};
    return failure(Text::tr("“--prior” should be “learnt”, “default” or “both”, but it is “%1”.").arg(name));
}

Result<void> setNumbers(const QCommandLineParser& parser, Request& request)
{
    std::vector<quint64> numbers;
    for (const NumberOption& option : {clicksOption, seedOption, minPointsOption, threadsOption, worstOption}) {
        const auto number = numberOf(parser, option);
        if (!number)
            return tl::unexpected(number.error());
        numbers.push_back(*number);
    }
    request.options.clicks = static_cast<int>(numbers[0]);
    request.options.seed = numbers[1];
    request.options.fewestPoints = numbers[2];
    request.options.threads = static_cast<int>(numbers[3]);
    request.worst = numbers[4];
    const auto rounds = numberOf(parser, roundsOption);
    if (!rounds)
        return tl::unexpected(rounds.error());
    request.checks.rounds = static_cast<int>(*rounds);
    request.checks.seed = request.options.seed;
    if (parser.isSet(QLatin1String(minPointsOption.name)))
        request.checks.fewestPoints = request.options.fewestPoints;
    return {};
}

Result<Request> requestOf(const QCommandLineParser& parser)
{
    Request request;
    request.folders = parser.positionalArguments();
    if (request.folders.isEmpty())
        return failure(Text::tr("“evaluate” takes at least one folder with labelled frames."));
    if (const auto set = setNumbers(parser, request); !set)
        return tl::unexpected(set.error());
    auto priors = priorsOf(parser.value(QStringLiteral("prior")));
    if (!priors)
        return tl::unexpected(priors.error());
    request.options.priors = std::move(*priors);
    request.options.labels = parser.values(QStringLiteral("class"));
    request.pictures = parser.value(QStringLiteral("pictures"));
    if (parser.isSet(QStringLiteral("worst")) && request.pictures.isEmpty())
        return failure(Text::tr("“--worst” needs “--pictures DIR”, where the pictures go."));
    request.isJson = parser.isSet(QStringLiteral("json"));
    request.suggests = parser.isSet(QStringLiteral("suggestions"));
    request.isSequence = parser.isSet(QStringLiteral("sequence"));
    request.isOverTime = parser.isSet(QStringLiteral("over-time"));
    request.isOfChecks = parser.isSet(QStringLiteral("checks"));
    return request;
}

/// Each recording once, even where two of the folders hold it.
Result<std::vector<Recording>> recordingsIn(const QStringList& folders)
{
    std::vector<Recording> recordings;
    for (const QString& folder : folders) {
        auto found = findRecordings(folder);
        if (!found)
            return tl::unexpected(found.error());
        for (Recording& recording : *found) {
            const QString& cloud = recording.frames.front().cloudPath;
            if (std::none_of(recordings.begin(), recordings.end(),
                    [&](const Recording& other) { return other.frames.front().cloudPath == cloud; }))
                recordings.push_back(std::move(recording));
        }
    }
    return recordings;
}

void print(const QJsonObject& json)
{
    printLine(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

/// Says what came of an evaluation, remarks apart.
template <class Evaluation>
Result<void> say(const Result<Evaluation>& evaluation, bool asJson)
{
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    if (asJson) {
        print(toJson(*evaluation));
        return {};
    }
    for (const QString& remark : evaluation->remarks)
        printError(remark);
    printLine(tableOf(*evaluation).trimmed());
    return {};
}

Result<void> runSuggestions(const Request& request, const std::vector<Recording>& recordings)
{
    const auto evaluation = evaluateSuggestions(recordings, {request.options.fewestPoints, request.options.threads});
    return say(evaluation, request.isJson);
}

Result<void> runSequences(const Request& request, const std::vector<Recording>& recordings)
{
    SequenceEvaluationOptions options;
    options.seed = request.options.seed;
    options.fewestToClick = request.options.fewestPoints;
    return say(evaluateSequences(recordings, options), request.isJson);
}

Result<void> runOverTime(const Request& request, const std::vector<Recording>& recordings)
{
    return say(evaluateOverTime(recordings, {request.options.fewestPoints, request.options.seed}), request.isJson);
}

Result<void> run(const Request& request)
{
    const auto recordings = recordingsIn(request.folders);
    if (!recordings)
        return tl::unexpected(recordings.error());
    if (request.suggests)
        return runSuggestions(request, *recordings);
    if (request.isSequence)
        return runSequences(request, *recordings);
    if (request.isOverTime)
        return runOverTime(request, *recordings);
    if (request.isOfChecks)
        return say(evaluateChecks(*recordings, request.checks), request.isJson);
    const auto evaluation = evaluate(*recordings, request.options);
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    if (evaluation->objects.empty())
        return failure(
            Text::tr("No labelled object of these classes has at least %1 points.").arg(request.options.fewestPoints));
    if (!request.pictures.isEmpty())
        if (const auto drawn = drawWorst(*evaluation, request.worst, request.pictures); !drawn)
            return tl::unexpected(drawn.error());
    if (request.isJson) {
        print(toJson(*evaluation));
        return {};
    }
    for (const QString& remark : evaluation->remarks)
        printError(remark);
    printLine(tableOf(*evaluation).trimmed());
    return {};
}

} // namespace

int runEvaluate(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const NumberOption& option :
        {clicksOption, seedOption, minPointsOption, threadsOption, worstOption, roundsOption})
        parser.addOption(
            {QLatin1String(option.name), {}, QLatin1String(option.name), QString::number(option.standard)});
    parser.addOption({QStringLiteral("prior"), {}, QStringLiteral("prior"), QStringLiteral("both")});
    parser.addOption({QStringLiteral("class"), {}, QStringLiteral("label")});
    parser.addOption({QStringLiteral("pictures"), {}, QStringLiteral("folder")});
    parser.addOption(QCommandLineOption(QStringLiteral("json")));
    parser.addOption(QCommandLineOption(QStringLiteral("suggestions")));
    parser.addOption(QCommandLineOption(QStringLiteral("sequence")));
    parser.addOption(QCommandLineOption(QStringLiteral("over-time")));
    parser.addOption(QCommandLineOption(QStringLiteral("checks")));
    if (!parser.parse(QStringList{QStringLiteral("evaluate")} + arguments)) {
        printError(parser.errorText());
        return 2;
    }
    const auto request = requestOf(parser);
    if (!request) {
        printError(request.error().sentence);
        return 2;
    }
    if (const auto done = run(*request); !done) {
        printError(done.error().sentence);
        return 1;
    }
    return 0;
}

} // namespace lunkuo
