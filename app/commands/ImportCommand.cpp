#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/document/Document.h"
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
    Q_DECLARE_TR_FUNCTIONS(Import)
};

int refuse(const QString& sentence)
{
    printError(sentence);
    return 2;
}

Result<ImportedShapes> importInto(ProjectStore& store, const DatasetFormat& format, const QString& source)
{
    auto scene = store.readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    auto history = store.readUndoHistory();
    if (!history)
        return tl::unexpected(history.error());
    auto imported = format.read(*scene, store.folder(), source, {});
    if (!imported)
        return imported;
    Document document(std::move(*scene), store.editLog());
    // Ids of things that an undo could bring back must not be given again.
    document.restoreHistory(std::move(history->edits), history->done);
    if (const auto applied = applyImport(document, *imported, format); !applied)
        return tl::unexpected(applied.error());
    return imported;
}
} // namespace

int runImport(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("kitti|openlabel"));
    parser.addOption(format);
    if (!parser.parse(QStringList{QStringLiteral("import")} + arguments))
        return refuse(parser.errorText());
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 2 || parser.value(format).isEmpty())
        return refuse(Text::tr("“import” takes a project, a format and what to read: lunkuo import PROJECT --format "
                               "kitti|openlabel SOURCE"));
    const DatasetFormat* chosen = datasetFormat(parser.value(format));
    if (!chosen)
        return refuse(
            Text::tr("There is no dataset format “%1”; “lunkuo formats” lists them.").arg(parser.value(format)));

    const auto store = ProjectStore::open(paths[0]);
    const auto imported = store ? importInto(**store, *chosen, paths[1]) : tl::unexpected(store.error());
    if (!imported) {
        printError(imported.error().sentence);
        return 1;
    }
    printLine(Text::tr("Imported %1 boxes of %2 objects from “%3”.")
                  .arg(imported->shapes.size())
                  .arg(imported->tracks.size())
                  .arg(paths[1]));
    for (const QString& sentence : imported->remarks)
        printLine(sentence);
    return 0;
}

} // namespace lunkuo
