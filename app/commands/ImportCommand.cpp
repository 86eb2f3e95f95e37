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

/// What came in, and what there is to say of it.
struct Outcome
{
    ImportedShapes imported;
    QStringList sentences;
};

Result<Outcome> importInto(
    ProjectStore& store, const DatasetFormat& format, const QString& source, const ImportWish& wish)
{
    auto scene = store.readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    auto history = store.readUndoHistory();
    if (!history)
        return tl::unexpected(history.error());
    auto imported = format.read(*scene, store.folder(), source, {});
    if (!imported)
        return tl::unexpected(imported.error());
    Document document(std::move(*scene), store.editLog());
    // Ids of things that an undo could bring back must not be given again.
    document.restoreHistory(std::move(history->edits), history->done);
    document.knowTracksUpTo(store.lastTrack());
    auto sentences = applyImport(document, *imported, format, wish);
    if (!sentences)
        return tl::unexpected(sentences.error());
    return Outcome{std::move(*imported), std::move(*sentences)};
}
} // namespace

int runImport(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("ID"));
    const QCommandLineOption prelabels(QStringLiteral("prelabels"));
    const QCommandLineOption whole(QStringLiteral("all-or-nothing"));
    parser.addOptions({format, prelabels, whole});
    if (!parser.parse(QStringList{QStringLiteral("import")} + arguments))
        return refuse(parser.errorText());
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 2 || parser.value(format).isEmpty())
        return refuse(Text::tr("“import” takes a project, a format and what to read: lunkuo import PROJECT --format %1 "
                               "SOURCE")
                          .arg(formatChoice(FormatUse::Read)));
    const DatasetFormat* chosen = datasetFormat(parser.value(format));
    if (!chosen || !chosen->read)
        return refuse(
            Text::tr("There is no dataset format “%1”; “lunkuo formats” lists them.").arg(parser.value(format)));

    const auto store = ProjectStore::open(paths[0]);
    const auto outcome = store ? importInto(**store, *chosen, paths[1], {parser.isSet(prelabels), parser.isSet(whole)})
                               : tl::unexpected(store.error());
    if (!outcome) {
        printError(outcome.error().sentence);
        return 1;
    }
    const ImportedShapes& imported = outcome->imported;
    if (parser.isSet(prelabels))
        printLine(Text::tr("Imported %1 pre-labels from “%2”; they wait to be accepted.")
                      .arg(imported.shapes.size())
                      .arg(paths[1]));
    else
        printLine(Text::tr("Imported %1 boxes of %2 objects from “%3”.")
                      .arg(imported.shapes.size())
                      .arg(imported.tracks.size())
                      .arg(paths[1]));
    for (const QString& sentence : outcome->sentences)
        printLine(sentence);
    return 0;
}

} // namespace lunkuo
