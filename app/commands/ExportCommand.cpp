#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/formats/DatasetFormat.h"
#include "model/project/ProjectStore.h"

#include <QCommandLineParser>
#include <QCoreApplication>

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

int report(const Result<ExportReport>& result, const QString& folder)
{
    if (!result) {
        printError(result.error().sentence);
        return 1;
    }
    printLine(
        Text::tr("Exported %1 frames with %2 objects to “%3”.").arg(result->frames).arg(result->shapes).arg(folder));
    for (const QString& sentence : result->notHeld)
        printLine(sentence);
    return 0;
}
} // namespace

int runExport(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("kitti|openlabel"));
    const QCommandLineOption out(QStringLiteral("out"), {}, QStringLiteral("DIR"));
    const QCommandLineOption replace(QStringLiteral("replace"));
    const QCommandLineOption copy(QStringLiteral("copy"));
    parser.addOptions({format, out, replace, copy});
    if (!parser.parse(QStringList{QStringLiteral("export")} + arguments))
        return refuse(parser.errorText());
    if (parser.positionalArguments().size() != 1 || parser.value(format).isEmpty() || parser.value(out).isEmpty())
        return refuse(
            Text::tr("“export” takes a project, a format and a folder: lunkuo export PROJECT --format kitti|openlabel "
                     "--out DIR [--replace] [--copy]"));
    const DatasetFormat* chosen = datasetFormat(parser.value(format));
    if (!chosen)
        return refuse(
            Text::tr("There is no dataset format “%1”; “lunkuo formats” lists them.").arg(parser.value(format)));

    // Read-only, so that a window may have the project open meanwhile.
    const auto store = ProjectStore::open(parser.positionalArguments().front(), ProjectStore::Access::ReadOnly);
    const auto scene = store ? (*store)->readScene() : tl::unexpected(store.error());
    if (!scene) {
        printError(scene.error().sentence);
        return 1;
    }
    const ExportOptions options{parser.value(out), parser.isSet(replace), !parser.isSet(copy)};
    return report(chosen->write(*scene, (*store)->folder(), options, {}), options.folder);
}

} // namespace lunkuo
