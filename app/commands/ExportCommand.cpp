#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/formats/ExportPlan.h"
#include "model/project/ProjectStore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <csignal>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

int refuse(const QString& sentence)
{
    printError(sentence);
    return 2;
}

int fail(const QString& sentence)
{
    printError(sentence);
    return 1;
}

/// The options of `lunkuo export`, by the names that a person types.
struct Options
{
    QCommandLineOption format{QStringLiteral("format"), {}, QStringLiteral("ID")};
    QCommandLineOption out{QStringLiteral("out"), {}, QStringLiteral("DIR")};
    QCommandLineOption finished{QStringLiteral("finished")};
    QCommandLineOption accepted{QStringLiteral("accepted"), {}, QStringLiteral("frames|objects|whole-frames")};
    QCommandLineOption frames{QStringLiteral("frames"), {}, QStringLiteral("A-B")};
    QCommandLineOption points{QStringLiteral("min-points"), {}, QStringLiteral("N")};
    QCommandLineOption range{QStringLiteral("range"), {}, QStringLiteral("M")};
    QCommandLineOption map{QStringLiteral("map"), {}, QStringLiteral("FILE")};
    QCommandLineOption split{QStringLiteral("split"), {}, QStringLiteral("80,10,10")};
    QCommandLineOption seed{QStringLiteral("seed"), {}, QStringLiteral("N")};
    QCommandLineOption cut{QStringLiteral("cut")};
    QCommandLineOption dryRun{QStringLiteral("dry-run")};
    QCommandLineOption json{QStringLiteral("json")};
    QCommandLineOption replace{QStringLiteral("replace")};
    QCommandLineOption copy{QStringLiteral("copy")};
    QCommandLineOption noLinkHashes{QStringLiteral("no-link-hashes")};
    QCommandLineOption openPcdetBoxes{QStringLiteral("openpcdet-boxes")};

    [[nodiscard]] QList<QCommandLineOption> all() const
    {
        return {format, out, finished, accepted, frames, points, range, map, split, seed, cut, dryRun, json, replace,
            copy, noLinkHashes, openPcdetBoxes};
    }
};

/// Reads numbers of options; remembers the first that is none.
class Numbers
{
public:
    explicit Numbers(const QCommandLineParser& parser)
        : m_parser(parser)
    {
    }

    double of(const QCommandLineOption& option, double least, double otherwise)
    {
        if (!m_parser.isSet(option))
            return otherwise;
        bool isNumber = false;
        const double value = m_parser.value(option).toDouble(&isNumber);
        if (isNumber && std::isfinite(value) && value >= least && value <= 1e9)
            return value;
        refuse(option, Text::tr("a number from %1 on").arg(least));
        return otherwise;
    }
    int wholeOf(const QCommandLineOption& option, int least, int otherwise)
    {
        const double value = of(option, least, otherwise);
        if (value != std::floor(value))
            refuse(option, Text::tr("a whole number"));
        return static_cast<int>(value);
    }
    /// "A-B", "A-", "-B" or "A".
    void range(const QCommandLineOption& option, int& first, int& last)
    {
        if (!m_parser.isSet(option))
            return;
        const QStringList ends = m_parser.value(option).split(u'-');
        bool isFirst = ends.front().isEmpty() && ends.size() == 2;
        bool isLast = ends.back().isEmpty() && ends.size() == 2;
        first = isFirst ? 1 : ends.front().toInt(&isFirst);
        last = isLast ? 0 : ends.back().toInt(&isLast);
        if (!isFirst || !isLast || ends.size() > 2 || first < 1 || last < 0 || (last > 0 && last < first))
            refuse(option, Text::tr("a range of frames as in 1-100"));
    }
    void refuse(const QCommandLineOption& option, const QString& expected)
    {
        if (m_problem.isEmpty())
            m_problem =
                Text::tr("“--%1 %2”: %3 was expected.").arg(option.names().front(), m_parser.value(option), expected);
    }
    [[nodiscard]] const QString& problem() const { return m_problem; }

private:
    const QCommandLineParser& m_parser;
    QString m_problem;
};

Result<ExportRequest> requestFrom(const QCommandLineParser& parser, const Options& o)
{
    ExportRequest request;
    request.options.folder = parser.value(o.out);
    request.options.replace = parser.isSet(o.replace);
    request.options.linkFiles = !parser.isSet(o.copy);
    request.options.hashLinks = !parser.isSet(o.noLinkHashes);
    request.options.openPcdetBoxes = parser.isSet(o.openPcdetBoxes);
    request.options.sources = {parser.positionalArguments().front()};
    request.projectName = QFileInfo(parser.positionalArguments().front()).completeBaseName();
    Numbers numbers(parser);
    ExportSelection& selection = request.selection;
    selection.finishedOnly = parser.isSet(o.finished);
    if (parser.isSet(o.accepted)) {
        const auto gate = reviewGateOf(parser.value(o.accepted));
        if (!gate)
            return failure(Text::tr("“--accepted %1”: frames, objects or whole-frames was expected.")
                               .arg(parser.value(o.accepted)));
        selection.gate = *gate;
    }
    numbers.range(o.frames, selection.firstFrame, selection.lastFrame);
    selection.minimumPoints = numbers.wholeOf(o.points, 0, 0);
    selection.range_m = numbers.of(o.range, 0.0, 0.0);
    if (parser.isSet(o.map)) {
        auto mapping = ClassMapping::load(parser.value(o.map));
        if (!mapping)
            return tl::unexpected(mapping.error());
        selection.mapping = std::move(*mapping);
    }
    if (parser.isSet(o.split) || parser.isSet(o.seed) || parser.isSet(o.cut)) {
        SplitRecipe recipe;
        if (parser.isSet(o.split)) {
            const auto shares = sharesFrom(parser.value(o.split));
            if (!shares)
                return tl::unexpected(shares.error());
            recipe.shares = *shares;
        }
        recipe.seed = static_cast<quint32>(numbers.wholeOf(o.seed, 0, 0));
        recipe.cutSequence = parser.isSet(o.cut);
        request.split = recipe;
    }
    if (!numbers.problem().isEmpty())
        return failure(numbers.problem());
    return request;
}

/// While it lives, Ctrl+C and a request to end stop the work, so that nothing half is left on the disk; a second one
/// ends the program at once.
class StopBySignal
{
public:
    StopBySignal()
    {
        current = &m_progress;
        for (const int kind : {SIGINT, SIGTERM})
            std::signal(kind, [](int sent) {
                std::signal(sent, SIG_DFL);
                current->cancel();
            });
    }
    ~StopBySignal()
    {
        for (const int kind : {SIGINT, SIGTERM})
            std::signal(kind, SIG_DFL);
        current = nullptr;
    }
    StopBySignal(const StopBySignal&) = delete;
    StopBySignal& operator=(const StopBySignal&) = delete;

    [[nodiscard]] const Progress& progress() const { return m_progress; }

private:
    static inline const Progress* current = nullptr;
    Progress m_progress;
};

void printPreview(const ExportPreview& preview)
{
    const QString counts = preview.isAtMost ? Text::tr("Sequences: %1, frames: %2, objects: %3, boxes: %4 at most")
                                            : Text::tr("Sequences: %1, frames: %2, objects: %3, boxes: %4");
    printLine(counts.arg(preview.sequences).arg(preview.frames).arg(preview.tracks).arg(preview.shapes));
    for (const auto& [id, number] : preview.shapesOfClass)
        printLine(QStringLiteral("  %1 %2").arg(id, -28).arg(number));
    for (const Split split : {Split::Train, Split::Val, Split::Test}) {
        const auto place = static_cast<std::size_t>(split);
        printLine(Text::tr("  %1: frames %2, boxes %3")
                      .arg(splitId(split), -5)
                      .arg(preview.framesOfSplit[place])
                      .arg(preview.shapesOfSplit[place]));
    }
    for (const QString& sentence : preview.leftOut.sentences() + preview.remarks + preview.notHeld)
        printLine(sentence);
    printLine(
        Text::tr("About %1 of labels and %2 of clouds and pictures%3.")
            .arg(QLocale().formattedDataSize(preview.labels_bytes), QLocale().formattedDataSize(preview.files_bytes),
                preview.linksFiles ? Text::tr(", linked where possible") : QString()));
}

int preview(
    const Scene& scene, const QDir& folder, const DatasetFormat& format, const ExportRequest& request, bool json)
{
    const auto plan = planExport(scene, folder, format, request, {});
    if (!plan)
        return fail(plan.error().sentence);
    if (!json) {
        printPreview(plan->preview);
        return 0;
    }
    QJsonObject object = plan->preview.toJson();
    object[QStringLiteral("format")] = format.id;
    object[QStringLiteral("notHeld")] = QJsonArray::fromStringList(plan->preview.notHeld);
    object[QStringLiteral("remarks")] = QJsonArray::fromStringList(plan->preview.remarks);
    object[QStringLiteral("labels_bytes")] = plan->preview.labels_bytes;
    object[QStringLiteral("files_bytes")] = plan->preview.files_bytes;
    object[QStringLiteral("linksFiles")] = plan->preview.linksFiles;
    object[QStringLiteral("isAtMost")] = plan->preview.isAtMost;
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    return 0;
}

int write(const Scene& scene, const QDir& folder, const DatasetFormat& format, const ExportRequest& request, bool json)
{
    const StopBySignal stop;
    const auto report = exportDataset(scene, folder, format, request, stop.progress());
    if (!report)
        return fail(report.error().sentence);
    if (json) {
        const QJsonObject object{{QStringLiteral("format"), format.id},
            {QStringLiteral("folder"), request.options.folder}, {QStringLiteral("frames"), report->frames},
            {QStringLiteral("shapes"), report->shapes},
            {QStringLiteral("notHeld"), QJsonArray::fromStringList(report->notHeld)}};
        printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
        return 0;
    }
    printLine(Text::tr("Exported %1 frames with %2 boxes to “%3”.")
                  .arg(report->frames)
                  .arg(report->shapes)
                  .arg(request.options.folder));
    for (const QString& sentence : report->notHeld)
        printLine(sentence);
    return 0;
}
} // namespace

int runExport(const QStringList& arguments)
{
    const Options o;
    QCommandLineParser parser;
    parser.addOptions(o.all());
    if (!parser.parse(QStringList{QStringLiteral("export")} + arguments))
        return refuse(parser.errorText());
    const bool isDry = parser.isSet(o.dryRun);
    if (parser.positionalArguments().size() != 1 || parser.value(o.format).isEmpty() ||
        (parser.value(o.out).isEmpty() && !isDry))
        return refuse(
            Text::tr("“export” takes a project, a format and a folder: lunkuo export PROJECT --format %1 --out "
                     "DIR; “lunkuo --help” lists what else it takes.")
                .arg(formatChoice(FormatUse::Write)));
    const DatasetFormat* format = datasetFormat(parser.value(o.format));
    if (!format || !format->write)
        return refuse(
            Text::tr("There is no dataset format “%1”; “lunkuo formats” lists them.").arg(parser.value(o.format)));
    if (parser.isSet(o.openPcdetBoxes) && !format->hasCameraBoxes)
        return refuse(
            Text::tr("“--openpcdet-boxes” is for the formats of KITTI, whose boxes stand in the camera's frame."));
    const auto request = requestFrom(parser, o);
    if (!request)
        return refuse(request.error().sentence);

    // Read-only, so that a window may have the project open meanwhile.
    const auto store = ProjectStore::open(parser.positionalArguments().front(), ProjectStore::Access::ReadOnly);
    const auto scene = store ? (*store)->readScene() : tl::unexpected(store.error());
    if (!scene)
        return fail(scene.error().sentence);
    return isDry ? preview(*scene, (*store)->folder(), *format, *request, parser.isSet(o.json))
                 : write(*scene, (*store)->folder(), *format, *request, parser.isSet(o.json));
}

} // namespace lunkuo
