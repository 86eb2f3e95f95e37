#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// What becomes of frames that have boxes already, where an import has boxes for them.
enum class OnAnnotated {
    Add,     ///< both are there afterwards
    Replace, ///< theirs go, except locked ones
    Skip     ///< they stay as they are
};

/// add, replace, skip: what the command line says.
QString idOf(OnAnnotated choice);
std::optional<OnAnnotated> onAnnotatedOf(const QString& id);

/// The frames for which an import has boxes and that have some.
struct AnnotatedFrames
{
    int frames = 0;        ///< that have boxes already
    int wanted = 0;        ///< for which the import has boxes
    std::size_t boxes = 0; ///< that they have
};
AnnotatedFrames annotatedFrames(const Scene& scene, const ImportedShapes& imported);

/// What an import has put into a document.
struct ImportOutcome
{
    std::size_t boxes = 0;
    std::size_t tracks = 0;
    QStringList sentences{}; ///< all there is to say of it
};

/// As `applyImport`, with a choice for frames that have boxes; pre-labels are added whatever is
/// there, but none twice.
Result<ImportOutcome> importOnto(Document& document, ImportedShapes imported, const DatasetFormat& format,
    const ImportWish& wish, OnAnnotated choice);

/// The changes that put an import into a document, with new ids; numbers that are taken are exchanged for free ones.
/// With `Replace` the boxes of its frames go, and their numbers are free. `Skip` leaves nothing out here.
std::vector<Change> importChanges(Document& document, const ImportedShapes& imported, OnAnnotated choice);
/// What the edit is called in the history, see `shownText`.
QString importText(const ImportedShapes& imported, const DatasetFormat& format);

/// The scene with its frames, cameras and taxonomy, and nothing annotated: an import that is read for it keeps the
/// numbers of its source.
Scene withoutAnnotation(Scene scene);

} // namespace lunkuo
