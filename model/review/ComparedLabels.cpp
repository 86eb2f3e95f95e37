#include "model/review/ComparedLabels.h"

#include "model/formats/ImportOnto.h"
#include "model/formats/RecognisedImport.h"
#include "model/project/ProjectStore.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ComparedLabels)
};

Result<ComparedLabels> readProject(const QString& path)
{
    const auto store = ProjectStore::open(path, ProjectStore::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    auto scene = (*store)->readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    return ComparedLabels{std::move(*scene), (*store)->folder(), {}};
}

/// The frames of a scene with other annotation on them.
ComparedLabels labelled(const ComparedScene& own, ImportedShapes imported)
{
    ComparedLabels labels{own.scene, own.folder, imported.remarks + imported.notes};
    labels.scene.shapes.clear();
    labels.scene.tracks.clear();
    for (Track& track : imported.tracks)
        labels.scene.tracks[track.id] = std::move(track);
    qint64 id = 0;
    for (Shape& shape : imported.shapes) {
        shape.id = {++id};
        labels.scene.shapes.insert(std::move(shape));
    }
    return labels;
}

// Beside annotation that is there, objects would get numbers that are free: nobody finds those in the file. So both
// ways of reading are given the scene without it.

Result<ComparedLabels> readAs(
    const DatasetFormat& format, const ComparedScene& own, const QString& path, const Progress& progress)
{
    if (!format.read)
        return failure(Text::tr("The format “%1” can be exported only.").arg(format.id));
    auto imported = format.read(withoutAnnotation(own.scene), own.folder, path, progress);
    if (!imported)
        return tl::unexpected(imported.error());
    return labelled(own, std::move(*imported));
}

Result<ComparedLabels> readAsAny(const ComparedScene& own, const QString& path, const Progress& progress)
{
    auto found = readRecognised(withoutAnnotation(own.scene), own.folder, path, progress);
    if (found)
        return labelled(own, std::move(found->imported));
    return failure(
        Text::tr("“%1” holds no annotation of the frames of this project. %2").arg(path, found.error().join(u' ')));
}

} // namespace

Result<ComparedLabels> readComparedLabels(
    const ComparedScene& own, const QString& path, const QString& formatId, const Progress& progress)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Text::tr("“%1” does not exist.").arg(path));
    if (!formatId.isEmpty()) {
        const DatasetFormat* format = datasetFormat(formatId);
        return format ? readAs(*format, own, path, progress)
                      : failure(Text::tr("There is no dataset format “%1”.").arg(formatId));
    }
    if (info.isFile() && info.suffix() == u"lunkuo")
        return readProject(path);
    return readAsAny(own, path, progress);
}

} // namespace lunkuo
