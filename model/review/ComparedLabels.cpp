#include "model/review/ComparedLabels.h"

#include "model/formats/DatasetFormat.h"
#include "model/formats/FormatNames.h"
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

Result<ComparedLabels> readAs(
    const DatasetFormat& format, const ComparedScene& own, const QString& path, const Progress& progress)
{
    if (!format.read)
        return failure(Text::tr("The format “%1” can be exported only.").arg(format.id));
    // Beside annotation that is there, objects would get numbers that are free: nobody finds those in the file.
    Scene bare = own.scene;
    bare.tracks.clear();
    bare.shapes.clear();
    bare.verdicts = {};
    auto imported = format.read(bare, own.folder, path, progress);
    if (!imported)
        return tl::unexpected(imported.error());
    return labelled(own, std::move(*imported));
}

Result<ComparedLabels> readAsAny(const ComparedScene& own, const QString& path, const Progress& progress)
{
    QStringList reasons;
    for (const DatasetFormat& format : datasetFormats()) {
        if (!format.read)
            continue;
        auto labels = readAs(format, own, path, progress);
        if (labels && !labels->scene.shapes.empty())
            return labels;
        reasons << QStringLiteral("%1: %2").arg(
            shownName(format), labels ? Text::tr("no boxes") : std::as_const(labels).error().sentence);
        if (progress.isCancelled())
            break;
    }
    return failure(
        Text::tr("“%1” is neither a project nor annotation that can be imported. %2").arg(path, reasons.join(u' ')));
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
