#include "model/formats/DatasetNames.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/formats/Kitti.h"
#include "model/formats/KittiRaw.h"
#include "model/formats/ProjectedBox.h"
#include "model/formats/SensorFiles.h"

#include <QCoreApplication>
#include <QDateTime>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiRawExport)
};

using Pose = KittiTracklet::Pose;

struct Job
{
    const Scene& scene;
    const Progress& progress;
    TrackletDialect dialect;
    DatasetFolder& folder;
    SensorFiles files;
    DatasetNames names{scene};
    int split = 0; ///< objects that became several tracklets
    int untimed = 0;
    ExportReport report{};

    [[nodiscard]] bool isForCvat() const { return dialect == TrackletDialect::Cvat; }
};

QString tenDigits(int number)
{
    return QStringLiteral("%1").arg(number, 10, 10, QLatin1Char('0'));
}

/// Whether it is 0, 1 or 2: all that KITTI's tracklets can say. A flag says that something is in front.
std::optional<int> occlusionOf(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? 1 : 0;
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber && (number == 0.0 || number == 1.0 || number == 2.0) ? std::optional(static_cast<int>(number))
                                                                         : std::nullopt;
}

int occlusionIn(const Shape& shape, const Track& track)
{
    for (const AttributeValues* values : {&shape.attributes, &track.attributes})
        for (const char16_t* name : {u"occlusion", u"occluded"})
            if (const auto value = values->find(QString::fromUtf16(name)); value != values->end())
                if (const auto occlusion = occlusionOf(value->second))
                    return *occlusion;
    return Pose::unset;
}

int truncationIn(const Shape& shape, const Camera* camera)
{
    if (!camera)
        return Pose::unset;
    if (const auto projected = projectedBox(shape, *camera))
        return projected->truncated > 0.0 ? 1 : 0;
    return (camera->camera_sensor.m * shape.cuboid.center).z() > 0.0 ? Pose::outOfImage : Pose::behindImage;
}

std::map<QString, QString> attributesOf(const AttributeValues& values)
{
    std::map<QString, QString> result;
    for (const auto& [name, value] : values)
        result[name] = asText(value);
    return result;
}

Pose poseOf(const Job& job, const Shape& shape, const Track& track)
{
    const Camera* camera = kittiCamera(job.scene, job.scene.frames.at(shape.frame));
    Pose pose;
    pose.place = shape.cuboid.center;
    pose.state = shape.derivation == Derivation::Interpolated ? Pose::interpolated : Pose::labelled;
    pose.occlusion = occlusionIn(shape, track);
    pose.truncation = truncationIn(shape, camera);
    if (!job.isForCvat()) {
        pose.place.z() -= 0.5 * shape.cuboid.size.z();
        pose.angles.z() = shape.cuboid.yaw();
        return pose;
    }
    pose.angles = anglesXyz(shape.cuboid.rotation);
    // CVAT leaves out what it is told is outside the picture, and knows no "unset".
    pose.truncation = std::clamp(pose.truncation, 0, 1);
    pose.occlusion = std::max(pose.occlusion, 0);
    pose.attributes = attributesOf(shape.attributes);
    return pose;
}

KittiTracklet trackletOf(const Job& job, const Track& track, const Eigen::Vector3d& size, int place)
{
    if (job.isForCvat())
        return {track.classId, size.y(), size.x(), size.z(), place, {}, 0, attributesOf(track.attributes)};
    return {track.classId, size.z(), size.y(), size.x(), place, {}, 0};
}

/// `places`: of the frames of the sequence. A pose that only fills a gap would not do: CVAT counts the frames of the
/// poses that it takes, so that all boxes behind one that it passes over would come a frame too early.
std::vector<KittiTracklet> trackletsOf(Job& job, const Track& track, const std::map<FrameId, int>& places)
{
    std::vector<KittiTracklet> result;
    Eigen::Vector3d size = Eigen::Vector3d::Zero();
    int next = -1;
    for (const ShapeId id : job.scene.shapesOf(track.id)) {
        const Shape& shape = job.scene.shapes.at(id);
        const int place = places.at(shape.frame);
        if (place != next || (shape.cuboid.size - size).cwiseAbs().maxCoeff() > 1e-4) {
            size = shape.cuboid.size;
            result.push_back(trackletOf(job, track, size, place));
        }
        result.back().poses.push_back(poseOf(job, shape, track));
        next = place + 1;
        ++job.report.shapes;
    }
    job.split += result.size() > 1 ? 1 : 0;
    return result;
}

Result<void> writeTracklets(Job& job, const QString& root, SequenceId sequence, const std::vector<FrameId>& frames)
{
    std::map<FrameId, int> places;
    for (std::size_t i = 0; i < frames.size(); ++i)
        places[frames[i]] = static_cast<int>(i);
    std::vector<KittiTracklet> tracklets;
    QByteArray tracks;
    for (const auto& [id, track] : job.scene.tracks) {
        if (track.sequence != sequence)
            continue;
        for (KittiTracklet& tracklet : trackletsOf(job, track, places)) {
            tracks += QByteArray::number(static_cast<qulonglong>(tracklets.size())) + ' ' +
                      QByteArray::number(track.number) + '\n';
            tracklets.push_back(std::move(tracklet));
        }
    }
    return job.folder.write(root + QString::fromUtf16(trackletFile), formatKittiTracklets(tracklets, job.dialect))
        .and_then([&] { return job.folder.write(root + QString::fromUtf16(trackletTracks), tracks); });
}

/// "2011-09-26 13:02:25.964389445": pykitti counts on nine decimals and the last line's end.
QByteArray timeLine(qint64 time_ns)
{
    const qint64 second_ns = 1'000'000'000;
    const qint64 rest = ((time_ns % second_ns) + second_ns) % second_ns;
    const QDateTime second = QDateTime::fromSecsSinceEpoch((time_ns - rest) / second_ns, Qt::UTC);
    return second.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.")).toUtf8() +
           QByteArray::number(rest).rightJustified(9, '0') + '\n';
}

/// CVAT counts cameras from 00, whatever their names; `folders` has those of the sequence so far.
Result<void> placeImages(Job& job, const QString& root, const Frame& frame, std::map<QString, int>& folders)
{
    for (const FrameImage& image : frame.images) {
        const int number = folders.try_emplace(image.camera, static_cast<int>(folders.size())).first->second;
        const QString folder = QStringLiteral("image_%1/data/").arg(number, 2, 10, QLatin1Char('0'));
        if (const auto placed = job.files.placeImage(root + folder + job.names.of(frame.id), image); !placed)
            return tl::unexpected(placed.error());
    }
    return {};
}

Result<void> writeFrames(Job& job, const QString& root, const std::vector<FrameId>& frames)
{
    QByteArray list;
    QByteArray times;
    bool hasTimes = true;
    std::map<QString, int> imageFolders;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Frame& frame = job.scene.frames.at(frames[i]);
        const int number = static_cast<int>(i);
        const QString clouds = root + QStringLiteral("velodyne_points/data/");
        const auto cloud = job.isForCvat() ? job.files.placePcd(clouds + job.names.of(frame.id), frame)
                                           : job.files.placeKittiBin(clouds + tenDigits(number), frame);
        if (!cloud)
            return tl::unexpected(cloud.error());
        if (const auto placed = job.isForCvat() ? placeImages(job, root, frame, imageFolders) : Result<void>(); !placed)
            return placed;
        list += QByteArray::number(number) + ' ' + job.names.of(frame.id).toUtf8() + '\n';
        hasTimes = hasTimes && frame.timestamp_ns;
        times += timeLine(frame.timestamp_ns.value_or(0));
        if (!job.progress.report(++job.report.frames, static_cast<int>(job.scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    const auto written = job.folder.write(root + QString::fromUtf16(trackletFrames), list);
    if (!written || job.isForCvat())
        return written;
    job.untimed += hasTimes ? 0 : 1;
    return hasTimes ? job.folder.write(root + QStringLiteral("velodyne_points/timestamps.txt"), times) : written;
}

QStringList sentencesOf(const Job& job)
{
    QStringList result = job.files.sentences();
    if (job.split > 0)
        result.push_back(
            Text::tr("Objects that became several tracklets, because they leave frames out or change their "
                     "size: %1. “%2” says which belong together.")
                .arg(job.split)
                .arg(QString::fromUtf16(trackletTracks)));
    if (job.untimed > 0)
        result.push_back(
            Text::tr("Sequences without “timestamps.txt”, because not all of their frames have a time: %1.")
                .arg(job.untimed));
    if (job.isForCvat())
        result.push_back(Text::tr("CVAT makes every box of this format an object of its own, and rounds to two "
                                  "decimals when it reads it; “CVAT (Datumaro 3D)” keeps tracks there."));
    return result;
}

Result<ExportReport> writeTrackletSet(const Scene& scene, const QDir& projectFolder, const ExportOptions& options,
    const Progress& progress, TrackletDialect dialect)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, progress, dialect, *folder, SensorFiles(projectFolder, *folder)};
    for (const SequenceId id : filledSequences(scene)) {
        const auto frames = scene.framesOf(id);
        const QString root = job.names.of(id) + u'/';
        Result<void> written = writeTracklets(job, root, id, frames);
        if (written)
            written = writeFrames(job, root, frames);
        if (!written)
            return tl::unexpected(written.error());
    }
    job.report.notHeld = sentencesOf(job);
    if (const auto committed = folder->commit(job.report, progress); !committed)
        return tl::unexpected(committed.error());
    return job.report;
}
} // namespace

Result<ExportReport> writeKittiRaw(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    return writeTrackletSet(scene, projectFolder, options, progress, TrackletDialect::Kitti);
}

Result<ExportReport> writeCvatKittiRaw(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    return writeTrackletSet(scene, projectFolder, options, progress, TrackletDialect::Cvat);
}

} // namespace lunkuo
