#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "app/commands/CompletionRequest.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompleteCommand)
};

void printJson(const QJsonDocument& json)
{
    printLine(QString::fromUtf8(json.toJson(QJsonDocument::Compact)));
}

/// "3,-2,1.5" as a place.
Result<Eigen::Vector3d> placeOf(const QString& option, const QString& text)
{
    const QStringList numbers = text.split(QLatin1Char(','));
    Eigen::Vector3d place = Eigen::Vector3d::Constant(std::nan(""));
    for (qsizetype i = 0; numbers.size() == 3 && i < 3; ++i) {
        bool isNumber = false;
        const double value = QLocale::c().toDouble(numbers[i].trimmed(), &isNumber);
        if (isNumber)
            place[i] = value;
    }
    if (!place.allFinite())
        return failure(Text::tr("“--%1 %2”: expected three numbers as x,y,z.").arg(option, text));
    return place;
}

Result<std::vector<Eigen::Vector3d>> placesOf(const QCommandLineParser& parser, const QString& option)
{
    std::vector<Eigen::Vector3d> places;
    for (const QString& text : parser.values(option)) {
        const auto place = placeOf(option, text);
        if (!place)
            return tl::unexpected(place.error());
        places.push_back(*place);
    }
    return places;
}

Result<CompletionRequest> requestOf(const QCommandLineParser& parser)
{
    const auto clicks = placesOf(parser, QStringLiteral("click"));
    const auto excluded = placesOf(parser, QStringLiteral("not"));
    const auto sensors = placesOf(parser, QStringLiteral("sensor"));
    for (const auto* places : {&clicks, &excluded, &sensors})
        if (!*places)
            return tl::unexpected(places->error());
    if (parser.positionalArguments().size() != 1 || clicks->empty())
        return failure(Text::tr("“complete” takes one cloud and at least one “--click x,y,z”, or “--batch FILE”."));
    CompletionRequest request;
    request.cloud = parser.positionalArguments().first();
    request.classId = parser.value(QStringLiteral("class"));
    request.input = {*clicks, *excluded};
    if (!sensors->empty())
        request.sensor = sensors->back();
    return request;
}

QString numbers(const Eigen::VectorXd& values)
{
    QStringList texts;
    for (const double value : values)
        texts << QString::number(value, 'f', 3);
    return texts.join(QLatin1Char(' '));
}

template <class Places>
QString list(const Places& places)
{
    QStringList texts;
    for (const auto& place : places)
        texts << numbers(place);
    return texts.join(QStringLiteral(" · "));
}

void printText(const CompletionAnswer& answer)
{
    const auto line = [](const QString& name, const QString& value) {
        printLine(QStringLiteral("%1 %2").arg(name + QLatin1Char(':'), -16).arg(value));
    };
    const Completion& completion = answer.completion;
    std::vector<Eigen::Vector2d> footprint;
    for (const Eigen::Vector2d& p : completion.outline.footprint)
        footprint.emplace_back(completion.cuboid.toSensor({p.x(), p.y(), 0.0}).head<2>());
    QStringList rows;
    for (const std::size_t row : answer.rows)
        rows << QString::number(row);
    line(Text::tr("Centre"), numbers(completion.cuboid.center));
    line(Text::tr("Size"), numbers(completion.cuboid.size));
    line(Text::tr("Yaw"), numbers(Eigen::Matrix<double, 1, 1>(completion.cuboid.yaw())));
    line(Text::tr("Footprint"), list(footprint));
    line(Text::tr("Profile"), list(completion.outline.profile));
    line(Text::tr("Confidence"), QString::number(completion.confidence, 'f', 2));
    line(Text::tr("Milliseconds"), Text::tr("frame %1, click %2")
                                       .arg(QString::number(answer.frame_ms, 'f', 1))
                                       .arg(QString::number(answer.click_ms, 'f', 1)));
    line(Text::tr("Points"), Text::tr("%1 at %2").arg(rows.size()).arg(rows.join(QLatin1Char(' '))));
}

Result<QJsonArray> readBatch(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &error);
    if (!json.isArray())
        return failure(Text::tr("“%1” is no JSON list of requests: %2.")
                           .arg(path, error.error == QJsonParseError::NoError
                                          ? Text::tr("it holds an object")
                                          : Text::tr("%1 at byte %2").arg(error.errorString()).arg(error.offset)));
    return json.array();
}

int runBatch(const QString& path)
{
    const auto batch = readBatch(path);
    if (!batch) {
        printError(batch.error().sentence);
        return 1;
    }
    std::vector<Result<CompletionRequest>> requests;
    for (const QJsonValue& json : *batch)
        requests.push_back(CompletionRequest::fromJson(json));
    QJsonArray result;
    for (const auto& given : answer(requests))
        result.append(given ? given->toJson() : QJsonObject{{QStringLiteral("error"), given.error().sentence}});
    printJson(QJsonDocument(result));
    return 0;
}

} // namespace

int runComplete(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const char* option : {"click", "not", "sensor", "batch"})
        parser.addOption(QCommandLineOption(QLatin1String(option), QString(), QStringLiteral("value")));
    parser.addOption(
        QCommandLineOption(QStringLiteral("class"), QString(), QStringLiteral("name"), CompletionRequest().classId));
    parser.addOption(QCommandLineOption(QStringLiteral("json")));
    if (!parser.parse(QStringList{QStringLiteral("complete")} + arguments)) {
        printError(parser.errorText());
        return 2;
    }
    if (const QString batch = parser.value(QStringLiteral("batch")); parser.isSet(QStringLiteral("batch"))) {
        if (parser.isSet(QStringLiteral("click")) || !parser.positionalArguments().isEmpty()) {
            printError(Text::tr("With “--batch” clouds and clicks are in the file."));
            return 2;
        }
        return runBatch(batch);
    }
    const auto request = requestOf(parser);
    if (!request) {
        printError(request.error().sentence);
        return 2;
    }
    const auto given = answer({request}).front();
    if (!given) {
        printError(given.error().sentence);
        return 1;
    }
    if (parser.isSet(QStringLiteral("json")))
        printJson(QJsonDocument(given->toJson()));
    else
        printText(*given);
    return 0;
}

} // namespace lunkuo
