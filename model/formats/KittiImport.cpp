#include "model/formats/Kitti.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiShapes.h"
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

/// Finds the frame that a label file is for: by its name in an export's list of names, else by the frame's own name.
class FrameNames
{
public:
    FrameNames(const Scene& scene, const QString& listPath)
    {
        for (const auto& [id, frame] : scene.frames) {
            m_byName.emplace(frame.name, id);
            m_byFullName.emplace(scene.sequences.at(frame.sequence).name + u'/' + frame.name, id);
        }
        const auto list = QFileInfo(listPath).isFile() ? readWhole(listPath) : failure(QString());
        for (const QByteArray& line : list ? list->split('\n') : QList<QByteArray>())
            if (const qsizetype blank = line.indexOf(' '); blank > 0)
                m_listed.emplace(QString::fromUtf8(line.left(blank)), QString::fromUtf8(line.mid(blank + 1)).trimmed());
    }

    /// An invalid id when there is no such frame, or several of that name.
    [[nodiscard]] FrameId frameOf(const QString& file) const
    {
        const auto listed = m_listed.find(file);
        if (listed == m_listed.end())
            return m_byName.count(file) == 1 ? m_byName.find(file)->second : FrameId();
        const auto found = m_byFullName.find(listed->second);
        return found == m_byFullName.end() ? FrameId() : found->second;
    }

private:
    std::multimap<QString, FrameId> m_byName;
    std::map<QString, FrameId> m_byFullName;
    std::map<QString, QString> m_listed;
};

/// The folders of a dataset that an import reads.
struct Source
{
    QString labels;
    QString calibrations;
    QString frameNames;
};

Result<Source> sourceAt(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return failure(Text::tr("“%1” is not a folder with a KITTI dataset.").arg(path));
    const QDir folder(path);
    for (const QString& root : {folder.absolutePath(), folder.absoluteFilePath(QStringLiteral("training"))})
        if (QFileInfo(root + QStringLiteral("/label_2")).isDir()) {
            const QString top =
                root == folder.absolutePath() ? QDir::cleanPath(root + QStringLiteral("/..")) : folder.absolutePath();
            const QString names = u'/' + QString::fromUtf16(kittiFrameNames);
            return Source{root + QStringLiteral("/label_2"), root + QStringLiteral("/calib"),
                (QFileInfo::exists(root + names) ? root : top) + names};
        }
    if (!folder.entryList({QStringLiteral("*.txt")}, QDir::Files).isEmpty())
        return Source{folder.absolutePath(), folder.absoluteFilePath(QStringLiteral("../calib")), {}};
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
    shapes.add(parseKittiLabels(*text, path), frame.id, frame.sequence, *camera_sensor);
    return {};
}
} // namespace

Result<ImportedShapes> readKitti(const Scene& scene, const QDir&, const QString& path, const Progress& progress)
{
    const auto source = sourceAt(path);
    if (!source)
        return tl::unexpected(source.error());
    QStringList files = QDir(source->labels).entryList({QStringLiteral("*.txt")}, QDir::Files);
    std::sort(files.begin(), files.end(), naturallyLess);
    const FrameNames names(scene, source->frameNames);
    KittiShapes shapes(scene);
    int done = 0;
    int strangers = 0;
    for (const QString& fileName : files) {
        const QString file = fileName.chopped(4);
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
                           .arg(source->labels));
    if (strangers > 0)
        shapes.addRemark(Text::tr("Label files that belong to no frame of the project: %1.").arg(strangers));
    return shapes.take();
}

} // namespace lunkuo
