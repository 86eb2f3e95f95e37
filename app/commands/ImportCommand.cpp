#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/document/Document.h"
#include "model/formats/ImportOnto.h"
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

/// What a person asked for. No choice: frames that have boxes already are a reason to refuse.
struct Request
{
    const DatasetFormat& format;
    QString source;
    ImportWish wish;
    std::optional<OnAnnotated> choice;
};

Result<ImportOutcome> importInto(ProjectStore& store, const Request& request)
{
    auto scene = store.readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    auto history = store.readUndoHistory();
    if (!history)
        return tl::unexpected(history.error());
    auto imported = request.format.read(withoutAnnotation(*scene), store.folder(), request.source, {});
    if (!imported)
        return tl::unexpected(imported.error());
    const AnnotatedFrames taken = annotatedFrames(*scene, *imported);
    if (!request.choice && !request.wish.asPrelabels && taken.frames > 0)
        return failure(Text::tr("Nothing was imported, because %1 of the %2 frames have boxes already (%3): say with "
                                "“--annotated add”, “replace” or “skip” what becomes of them.")
                           .arg(taken.frames)
                           .arg(taken.wanted)
                           .arg(taken.boxes));
    Document document(std::move(*scene), store.editLog());
    // Ids of things that an undo could bring back must not be given again.
    document.restoreHistory(std::move(history->edits), history->done);
    document.knowTracksUpTo(store.lastTrack());
    return importOnto(
        document, std::move(*imported), request.format, request.wish, request.choice.value_or(OnAnnotated::Add));
}
} // namespace

int runImport(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("ID"));
    const QCommandLineOption prelabels(QStringLiteral("prelabels"));
    const QCommandLineOption whole(QStringLiteral("all-or-nothing"));
    const QCommandLineOption annotated(QStringLiteral("annotated"), {}, QStringLiteral("add|replace|skip"));
    parser.addOptions({format, prelabels, whole, annotated});
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

    const auto choice = onAnnotatedOf(parser.value(annotated));
    if (parser.isSet(annotated) && !choice)
        return refuse(Text::tr("“--annotated” should be “add”, “replace” or “skip”, but it is “%1”.")
                          .arg(parser.value(annotated)));

    const auto store = ProjectStore::open(paths[0]);
    const auto outcome =
        store ? importInto(**store, {*chosen, paths[1], {parser.isSet(prelabels), parser.isSet(whole)}, choice})
              : tl::unexpected(store.error());
    if (!outcome) {
        printError(outcome.error().sentence);
        return 1;
    }
    if (parser.isSet(prelabels))
        printLine(
            Text::tr("Imported %1 pre-labels from “%2”; they wait to be accepted.").arg(outcome->boxes).arg(paths[1]));
    else
        printLine(Text::tr("Imported %1 boxes of %2 objects from “%3”.")
                      .arg(outcome->boxes)
                      .arg(outcome->tracks)
                      .arg(paths[1]));
    for (const QString& sentence : outcome->sentences)
        printLine(sentence);
    return 0;
}

} // namespace lunkuo
