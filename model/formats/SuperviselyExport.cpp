#include "model/formats/ClassNames.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/formats/SensorFiles.h"
#include "model/formats/Supervisely.h"
#include "model/formats/SuperviselyTags.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SuperviselyExport)
};

const QString nameKey = QStringLiteral("name");
const QString keyKey = QStringLiteral("key");
const QString tagsKey = QStringLiteral("tags");

/// Hands out keys and keeps the list of all of them that a project must have.
class Keys
{
public:
    /// The same for the same thing in every export.
    QString make(const QString& kind, const QString& what)
    {
        const QString key = QUuid::createUuidV5(QUuid(), kind + u' ' + what).toString(QUuid::Id128);
        auto& ids = m_ids[kind];
        ids.emplace(key, static_cast<qint64>(ids.size()) + 1);
        return key;
    }
    [[nodiscard]] QJsonObject toJson() const
    {
        QJsonObject result;
        for (const QString& kind :
            {tagsKey, QStringLiteral("objects"), QStringLiteral("figures"), QStringLiteral("videos")}) {
            QJsonObject ids;
            if (const auto found = m_ids.find(kind); found != m_ids.end())
                for (const auto& [key, id] : found->second)
                    ids.insert(key, id);
            result.insert(kind, ids);
        }
        return result;
    }

private:
    /// In the order in which JSON keeps them, so that each is put at the end: otherwise large projects take for ever.
    std::map<QString, std::map<QString, qint64>> m_ids;
};

struct Job
{
    const Scene& scene;
    const Progress& progress;
    DatasetFolder& folder;
    SensorFiles files;
    DatasetNames names{scene};
    SuperviselyTags tags{scene};
    Keys keys{};
    ExportReport report{};
};

QString number(qint64 value)
{
    return QString::number(value);
}

QJsonArray objectsOf(Job& job, SequenceId sequence, std::map<TrackId, QString>& keys)
{
    QJsonArray result;
    std::map<FrameId, int> places;
    for (const FrameId frame : job.scene.framesOf(sequence))
        places.emplace(frame, static_cast<int>(places.size()));
    for (const auto& [id, track] : job.scene.tracks) {
        if (track.sequence != sequence)
            continue;
        keys[id] = job.keys.make(QStringLiteral("objects"), number(id.value));
        QJsonArray tags = job.tags.of(track, job.scene, places);
        for (qsizetype i = 0; i < tags.size(); ++i) {
            QJsonObject tag = tags[i].toObject();
            tag.insert(keyKey, job.keys.make(tagsKey, number(id.value) + u' ' + number(i)));
            tags[i] = tag;
        }
        result.append(
            QJsonObject{{keyKey, keys.at(id)}, {QStringLiteral("classTitle"), track.classId}, {tagsKey, tags}});
    }
    return result;
}

QJsonArray figuresOf(Job& job, FrameId frame, const std::map<TrackId, QString>& objects)
{
    QJsonArray result;
    for (const ShapeId id : job.scene.shapesOf(frame)) {
        const Shape& shape = job.scene.shapes.at(id);
        const auto object = objects.find(shape.track);
        if (object == objects.end())
            continue;
        const QJsonObject geometry{{QStringLiteral("position"), jsonObject(shape.cuboid.center)},
            {QStringLiteral("rotation"), jsonObject(anglesXyz(shape.cuboid.rotation))},
            {QStringLiteral("dimensions"), jsonObject(shape.cuboid.size)}};
        result.append(QJsonObject{{keyKey, job.keys.make(QStringLiteral("figures"), number(id.value))},
            {QStringLiteral("objectKey"), object->second},
            {QStringLiteral("geometryType"), QStringLiteral("cuboid_3d")}, {QStringLiteral("geometry"), geometry}});
    }
    job.report.shapes += static_cast<int>(result.size());
    return result;
}

/// A matrix K and a pose only: a stereo camera's offset goes into the pose.
QJsonObject sensorsData(const Camera& camera)
{
    const Eigen::Matrix3d intrinsic = camera.model.projection.leftCols<3>();
    Eigen::Matrix<double, 3, 4> extrinsic = camera.camera_sensor.m.matrix().topRows<3>();
    if (std::abs(intrinsic.determinant()) > 1e-12)
        extrinsic.col(3) += intrinsic.inverse() * camera.model.projection.col(3);
    return {{QStringLiteral("extrinsicMatrix"), rowMajor(extrinsic)},
        {QStringLiteral("intrinsicMatrix"), rowMajor(intrinsic)}};
}

Result<void> writeImages(Job& job, const Frame& frame, const QString& root)
{
    const auto calibration = job.scene.calibrations.find(frame.calibration);
    for (const FrameImage& image : frame.images) {
        // The folder is named like the cloud's file, its dots made underscores.
        const QString cloud = job.names.of(frame.id) + QStringLiteral(".pcd");
        const QString folder = root + QStringLiteral("related_images/%1/").arg(QString(cloud).replace(u'.', u'_'));
        const auto placed = job.files.placeImage(folder + job.names.ofCamera(image.camera), image);
        if (!placed)
            return tl::unexpected(placed.error());
        if (placed->isEmpty())
            continue;
        QJsonObject meta{{QStringLiteral("deviceId"), image.camera}};
        if (calibration != job.scene.calibrations.end())
            for (const Camera& camera : calibration->second.cameras)
                if (camera.name == image.camera)
                    meta.insert(QStringLiteral("sensorsData"), sensorsData(camera));
        const QJsonObject description{{nameKey, placed->mid(folder.size())}, {QStringLiteral("meta"), meta}};
        if (const auto written = job.folder.write(*placed + QStringLiteral(".json"), jsonText(description)); !written)
            return written;
    }
    return {};
}

Result<void> writeSequence(Job& job, SequenceId sequence)
{
    const QString root = job.names.of(sequence) + u'/';
    std::map<TrackId, QString> objectKeys;
    const QJsonArray objects = objectsOf(job, sequence, objectKeys);
    QJsonArray frames;
    QJsonObject clouds;
    for (const FrameId id : job.scene.framesOf(sequence)) {
        const Frame& frame = job.scene.frames.at(id);
        const auto cloud = job.files.placePcd(root + QStringLiteral("pointcloud/") + job.names.of(id), frame);
        if (!cloud)
            return tl::unexpected(cloud.error());
        if (const auto written = writeImages(job, frame, root); !written)
            return written;
        clouds.insert(number(clouds.size()), job.names.of(id) + QStringLiteral(".pcd"));
        frames.append(QJsonObject{
            {QStringLiteral("index"), frames.size()}, {QStringLiteral("figures"), figuresOf(job, id, objectKeys)}});
        if (!job.progress.report(++job.report.frames, static_cast<int>(job.scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    const QJsonObject annotation{{QStringLiteral("description"), QString::fromUtf16(superviselyAlongX)},
        {keyKey, job.keys.make(QStringLiteral("videos"), number(sequence.value))}, {tagsKey, QJsonArray()},
        {QStringLiteral("objects"), objects}, {QStringLiteral("framesCount"), frames.size()},
        {QStringLiteral("frames"), frames}};
    return job.folder.write(root + QString::fromUtf16(superviselyAnnotation), jsonText(annotation)).and_then([&] {
        return job.folder.write(root + QString::fromUtf16(superviselyFrames), jsonText(clouds));
    });
}

QJsonObject metaOf(const Job& job)
{
    QJsonArray classes;
    for (const QString& id : classesOf(job.scene)) {
        const ClassDef* known = job.scene.taxonomy.classOf(id);
        const quint32 color = (known ? *known : ClassDef()).color;
        classes.append(
            QJsonObject{{QStringLiteral("title"), id}, {QStringLiteral("shape"), QStringLiteral("cuboid_3d")},
                {QStringLiteral("color"), QStringLiteral("#%1").arg(color, 6, 16, QLatin1Char('0')).toUpper()},
                {QStringLiteral("geometry_config"), QJsonObject()}});
    }
    return {{QStringLiteral("classes"), classes}, {tagsKey, job.tags.meta()},
        {QStringLiteral("projectType"), QStringLiteral("point_cloud_episodes")}};
}
} // namespace

Result<ExportReport> writeSupervisely(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, progress, *folder, SensorFiles(projectFolder, *folder)};
    Result<void> written;
    for (const SequenceId id : filledSequences(scene))
        if (written)
            written = writeSequence(job, id);
    if (written)
        written = folder->write(QStringLiteral("meta.json"), jsonText(metaOf(job)));
    if (written)
        written = folder->write(QStringLiteral("key_id_map.json"), jsonText(job.keys.toJson()));
    job.report.notHeld = job.files.sentences();
    if (written)
        written = folder->commit(job.report, progress);
    if (!written)
        return tl::unexpected(written.error());
    return job.report;
}

} // namespace lunkuo
