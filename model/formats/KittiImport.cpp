#include "model/formats/Kitti.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiShapes.h"
#include "model/formats/ListedFrames.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiImport)
};

/// The folders of a dataset that an import reads.
struct Source
{
    QString labels;
    QString calibrations;
    QString frameNames;
};

Source sourceUnder(const QString& root, const QString& top)
{
    const QString names = u'/' + QString::fromUtf16(kittiFrameNames);
    return {root + QStringLiteral("/label_2"), root + QStringLiteral("/calib"),
        (QFileInfo::exists(root + names) ? root : top) + names};
}

/// A dataset of ours has labels in testing/ too.
Result<std::vector<Source>> sourcesAt(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return failure(Text::tr("“%1” is not a folder with a KITTI dataset.").arg(path));
    const QDir folder(path);
    const auto hasLabels = [](const QString& root) { return QFileInfo(root + QStringLiteral("/label_2")).isDir(); };
    if (const QString root = folder.absolutePath(); hasLabels(root))
        return std::vector{sourceUnder(root, QDir::cleanPath(root + QStringLiteral("/..")))};
    std::vector<Source> sources;
    for (const QString& part : {QStringLiteral("training"), QStringLiteral("testing")})
        if (const QString root = folder.absoluteFilePath(part); hasLabels(root))
            sources.push_back(sourceUnder(root, folder.absolutePath()));
    if (!sources.empty())
        return sources;
    if (!folder.entryList({QStringLiteral("*.txt")}, QDir::Files).isEmpty())
        return std::vector{Source{folder.absolutePath(), folder.absoluteFilePath(QStringLiteral("../calib")), {}}};
    return failure(Text::tr("“%1” holds no KITTI labels: a folder “label_2” was expected.").arg(path));
}

Result<Transform<CameraFrame, SensorFrame>> placementOf(
    const Source& source, const QString& file, const Scene& scene, const Frame& frame)
{
    const QString path = QStringLiteral("%1/%2.txt").arg(source.calibrations, file);
    if (QFileInfo(path).isFile()) {
        const auto text = readWhole(path);
        const auto calibration = text ? parseKittiCalibration(*text, path) : tl::unexpected(text.error());
        if (!calibration)
            return tl::unexpected(calibration.error());
        return calibration->camera_sensor();
    }
    if (const Camera* camera = kittiCamera(scene, frame))
        return camera->camera_sensor;
    return failure(
        Text::tr("The labels of “%1” were left out: neither “%2” nor the project says how the camera stands.")
            .arg(file, path));
}

/// The sentence that kept the file out, if any.
Result<void> addFile(
    const Source& source, const QString& file, const Scene& scene, const Frame& frame, KittiShapes& shapes)
{
    const QString path = QStringLiteral("%1/%2.txt").arg(source.labels, file);
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    const auto camera_sensor = placementOf(source, file, scene, frame);
    if (!camera_sensor)
        return tl::unexpected(camera_sensor.error());
    shapes.add(parseKittiLabels(*text, path), frame.id, *camera_sensor);
    return {};
}
} // namespace

Result<ImportedShapes> readKitti(const Scene& scene, const QDir&, const QString& path, const Progress& progress)
{
    const auto sources = sourcesAt(path);
    if (!sources)
        return tl::unexpected(sources.error());
    std::vector<std::pair<const Source*, QString>> files;
    for (const Source& source : *sources) {
        QStringList names = QDir(source.labels).entryList({QStringLiteral("*.txt")}, QDir::Files);
        std::sort(names.begin(), names.end(), naturallyLess);
        for (const QString& name : names)
            files.emplace_back(&source, name.chopped(4));
    }
    const ListedFrames names(scene, sources->front().frameNames);
    KittiShapes shapes(scene);
    int done = 0;
    int strangers = 0;
    for (const auto& [source, file] : files) {
        if (const FrameId frame = names.frameOf(file); !frame.isValid())
            ++strangers;
        else if (const auto added = addFile(*source, file, scene, scene.frames.at(frame), shapes); !added)
            shapes.addRemark(added.error().sentence);
        if (!progress.report(++done, static_cast<int>(files.size())))
            return failure(Text::tr("The import was cancelled."));
    }
    if (strangers == done)
        return failure(Text::tr("None of the %1 label files in “%2” bears the name of a frame of the project.")
                           .arg(done)
                           .arg(sources->front().labels));
    if (strangers > 0)
        shapes.addRemark(Text::tr("Label files that belong to no frame of the project: %1.").arg(strangers));
    return shapes.take();
}

} // namespace lunkuo
