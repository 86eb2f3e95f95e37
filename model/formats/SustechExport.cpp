#include "model/cloud/CloudFormat.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/formats/PinholeCamera.h"
#include "model/formats/SensorFiles.h"
#include "model/formats/Sustech.h"
#include "model/formats/SustechPoses.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SustechExport)
};

/// What would end a name or a value is written as its code.
QString escaped(QString text)
{
    for (const char16_t sign : {u'%', u',', u'='})
        text.replace(QChar(sign), QStringLiteral("%%1").arg(static_cast<int>(sign), 2, 16, QLatin1Char('0')));
    return text;
}

QJsonObject objectOf(const Shape& shape, const Track& track)
{
    const QJsonObject psr{{QStringLiteral("position"), jsonObject(shape.cuboid.center)},
        {QStringLiteral("scale"), jsonObject(shape.cuboid.size)},
        {QStringLiteral("rotation"), jsonObject(anglesZyx(shape.cuboid.rotation))}};
    QJsonObject result{{QStringLiteral("obj_id"), QString::number(track.number)},
        {QStringLiteral("obj_type"), track.classId}, {QStringLiteral("psr"), psr}};
    if (const QString attributes = sustechAttributes(track.attributes, shape.attributes); !attributes.isEmpty())
        result.insert(QStringLiteral("obj_attr"), attributes);
    if (shape.derivation == Derivation::Interpolated)
        result.insert(QString::fromUtf16(sustechAnnotator), QString::fromUtf16(sustechInterpolation));
    return result;
}

QJsonObject jsonOf(const Camera& camera)
{
    const PinholeCamera pinhole = PinholeCamera::of(camera);
    QJsonObject result{{QStringLiteral("extrinsic"), rowMajor(pinhole.camera_sensor.matrix())},
        {QStringLiteral("intrinsic"), rowMajor(pinhole.intrinsic)}};
    const Lens& lens = camera.model.lens;
    if (lens.kind() == Lens::Kind::Pinhole)
        return result;
    QJsonArray coefficients;
    const bool isFisheye = lens.kind() == Lens::Kind::KannalaBrandt;
    for (std::size_t i = 0; i < (isFisheye ? 4U : lens.coefficients().size()); ++i)
        coefficients.append(lens.coefficients()[i]);
    const QString model = isFisheye ? QStringLiteral("equidistant") : QStringLiteral("rational_polynomial");
    result.insert(QStringLiteral("distortion"),
        QJsonObject{{QStringLiteral("model"), model}, {QStringLiteral("coefficients"), coefficients}});
    return result;
}

/// Writes the scenes one by one and counts what they cannot hold.
class Writer
{
public:
    Writer(const Scene& scene, const QDir& projectFolder, DatasetFolder& folder)
        : m_scene(scene)
        , m_projectFolder(projectFolder)
        , m_folder(folder)
        , m_names(scene)
        , m_files(projectFolder, folder)
    {
    }

    /// How many shapes it holds; nothing when it was cancelled.
    Result<int> write(SequenceId sequence, const Progress& progress)
    {
        const std::vector<FrameId> frames = m_scene.framesOf(sequence);
        const QString root = m_names.of(sequence) + u'/';
        const bool isBin = std::all_of(frames.begin(), frames.end(), [this](FrameId id) { return isKittiBin(id); });
        int shapes = 0;
        for (const FrameId id : frames) {
            const Frame& frame = m_scene.frames.at(id);
            const QString cloud = root + QStringLiteral("lidar/") + m_names.of(id);
            const auto placed = isBin ? m_files.placeKittiBin(cloud, frame) : m_files.placePcd(cloud, frame);
            const auto labels = placed ? writeLabels(root, id) : tl::unexpected(placed.error());
            const auto images = labels ? placeImages(root, id, frames.size()) : tl::unexpected(labels.error());
            const auto poses = images ? writePoses(root, id) : images;
            if (!poses)
                return tl::unexpected(poses.error());
            shapes += *labels;
            if (!progress.report(++m_done, static_cast<int>(m_scene.frames.size())))
                return failure(Text::tr("The export was cancelled."));
        }
        const auto cameras = writeCameras(root, frames);
        return cameras ? Result<int>(shapes) : tl::unexpected(cameras.error());
    }

    [[nodiscard]] QStringList sentences() const
    {
        QStringList result = m_files.sentences();
        if (m_otherCameras > 0)
            result.push_back(Text::tr("Frames whose cameras stand elsewhere than in the first frame, which "
                                      "SUSTechPOINTS cannot say: %1.")
                                 .arg(m_otherCameras));
        if (m_loneImages > 0)
            result.push_back(
                Text::tr("SUSTechPOINTS shows the pictures of a scene with a single frame only as .jpg: %1.")
                    .arg(m_loneImages));
        return result;
    }

private:
    [[nodiscard]] bool isKittiBin(FrameId id) const
    {
        const QString path = m_projectFolder.absoluteFilePath(m_scene.frames.at(id).cloudPath);
        const CloudFormat* format = cloudFormatFor(path);
        return format && format->id == QLatin1String("kitti-bin") && QFileInfo(path).size() % 16 == 0;
    }

    Result<int> writeLabels(const QString& root, FrameId id)
    {
        QJsonArray objects;
        for (const ShapeId shapeId : m_scene.shapesOf(id)) {
            const Shape& shape = m_scene.shapes.at(shapeId);
            if (const Track* track = m_scene.trackOf(shape))
                objects.append(objectOf(shape, *track));
        }
        const QString name = root + QStringLiteral("label/") + m_names.of(id) + QStringLiteral(".json");
        return m_folder.write(name, jsonText(objects)).map([&] { return static_cast<int>(objects.size()); });
    }

    Result<void> writePoses(const QString& root, FrameId id)
    {
        const Frame& frame = m_scene.frames.at(id);
        if (!frame.world_ego)
            return {};
        const QString name = m_names.of(id) + QStringLiteral(".json");
        return m_folder.write(root + QStringLiteral("ego_pose/") + name, jsonText(sustechEgoPose(frame.world_ego->m)))
            .and_then([&] {
                return m_folder.write(
                    root + QStringLiteral("lidar_pose/") + name, jsonText(sustechLidarPose(frame.world_ego->m)));
            });
    }

    Result<void> placeImages(const QString& root, FrameId id, std::size_t frames)
    {
        for (const FrameImage& image : m_scene.frames.at(id).images) {
            const auto placed = m_files.placeImage(
                QStringLiteral("%1camera/%2/%3").arg(root, m_names.ofCamera(image.camera), m_names.of(id)), image);
            if (!placed)
                return tl::unexpected(placed.error());
            m_loneImages += frames == 1 && !placed->isEmpty() && !placed->endsWith(QLatin1String(".jpg")) ? 1 : 0;
        }
        return {};
    }

    Result<void> writeCameras(const QString& root, const std::vector<FrameId>& frames)
    {
        const Calibration* first = frames.empty() ? nullptr : calibrationOf(frames.front());
        for (const FrameId id : frames) {
            const Calibration* own = calibrationOf(id);
            m_otherCameras += first && own && own != first && own->cameras != first->cameras ? 1 : 0;
        }
        if (!first)
            return {};
        for (const Camera& camera : first->cameras) {
            const auto written =
                m_folder.write(QStringLiteral("%1calib/camera/%2.json").arg(root, m_names.ofCamera(camera.name)),
                    jsonText(jsonOf(camera)));
            if (!written)
                return written;
        }
        return {};
    }

    [[nodiscard]] const Calibration* calibrationOf(FrameId id) const
    {
        const auto found = m_scene.calibrations.find(m_scene.frames.at(id).calibration);
        return found == m_scene.calibrations.end() ? nullptr : &found->second;
    }

    const Scene& m_scene;
    const QDir& m_projectFolder;
    DatasetFolder& m_folder;
    DatasetNames m_names;
    SensorFiles m_files;
    int m_done = 0;
    int m_otherCameras = 0;
    int m_loneImages = 0;
};
} // namespace

QString sustechAttributes(const AttributeValues& ofTrack, const AttributeValues& ofShape)
{
    QStringList parts;
    for (const AttributeValues* values : {&ofTrack, &ofShape})
        for (const auto& [name, value] : *values)
            parts.push_back(
                name == QStringView(sustechWord) ? asText(value) : escaped(name) + u'=' + escaped(asText(value)));
    return parts.join(QStringLiteral(", "));
}

Result<ExportReport> writeSustech(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Writer writer(scene, projectFolder, *folder);
    ExportReport report;
    report.frames = static_cast<int>(scene.frames.size());
    for (const SequenceId id : filledSequences(scene)) {
        const auto shapes = writer.write(id, progress);
        if (!shapes)
            return tl::unexpected(shapes.error());
        report.shapes += *shapes;
    }
    report.notHeld = writer.sentences();
    if (const auto committed = folder->commit(report, progress); !committed)
        return tl::unexpected(committed.error());
    return report;
}

} // namespace lunkuo
