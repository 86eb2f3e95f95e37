#include "model/formats/DatasetNames.h"
#include "model/formats/Kitti.h"
#include "model/formats/KittiRaw.h"
#include "model/formats/NotHeld.h"
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
    DatasetFolder& folder;
    SensorFiles files;
    DatasetNames names{scene};
    NotHeld notHeld{{.tilt = false}};
    int split = 0; ///< objects that became several tracklets
    int untimed = 0;
    int pictures = 0;
    ExportReport report{};
};

QString tenDigits(int number)
{
    return QStringLiteral("%1").arg(number, 10, 10, QLatin1Char('0'));
}

/// Whether it is 0, 1 or 2: all that KITTI's tracklets can say.
std::optional<int> occlusionOf(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber && (number == 0.0 || number == 1.0 || number == 2.0) ? std::optional(static_cast<int>(number))
                                                                         : std::nullopt;
}

int setOcclusion(const AttributeValues& values, Pose& pose)
{
    int lost = 0;
    for (const auto& [name, value] : values) {
        const bool isOcclusion = name == QLatin1String("occlusion") || name == QLatin1String("occluded");
        const auto occlusion = isOcclusion ? occlusionOf(value) : std::nullopt;
        if (occlusion)
            pose.occlusion = *occlusion;
        else
            ++lost;
    }
    return lost;
}

int truncationIn(const Shape& shape, const Camera* camera)
{
    if (!camera)
        return Pose::unset;
    if (const auto projected = projectedBox(shape, *camera))
        return projected->truncated > 0.0 ? 1 : 0;
    return (camera->camera_sensor.m * shape.cuboid.center).z() > 0.0 ? Pose::outOfImage : Pose::behindImage;
}

Pose poseOf(Job& job, const Shape& shape, const Track& track)
{
    Pose pose;
    pose.place = shape.cuboid.center - Eigen::Vector3d(0.0, 0.0, 0.5 * shape.cuboid.size.z());
    pose.angles.z() = shape.cuboid.yaw();
    pose.state = shape.isKeyFrame() ? Pose::labelled : Pose::interpolated;
    job.notHeld.attributes += setOcclusion(track.attributes, pose) + setOcclusion(shape.attributes, pose);
    pose.truncation = truncationIn(shape, kittiCamera(job.scene, job.scene.frames.at(shape.frame)));
    return pose;
}

/// `places`: of the frames of the sequence.
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
            result.push_back({track.classId, size.z(), size.y(), size.x(), place, {}, 0});
        }
        result.back().poses.push_back(poseOf(job, shape, track));
        next = place + 1;
        job.notHeld.count(shape, track);
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
    return job.folder.write(root + QString::fromUtf16(trackletFile), formatKittiTracklets(tracklets)).and_then([&] {
        return job.folder.write(root + QString::fromUtf16(trackletTracks), tracks);
    });
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

Result<void> writeFrames(Job& job, const QString& root, const std::vector<FrameId>& frames)
{
    QByteArray list;
    QByteArray times;
    bool hasTimes = true;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Frame& frame = job.scene.frames.at(frames[i]);
        const int number = static_cast<int>(i);
        const auto cloud =
            job.files.placeKittiBin(root + QStringLiteral("velodyne_points/data/") + tenDigits(number), frame);
        if (!cloud)
            return tl::unexpected(cloud.error());
        list += QByteArray::number(number) + ' ' + job.names.of(frame.id).toUtf8() + '\n';
        hasTimes = hasTimes && frame.timestamp_ns;
        times += timeLine(frame.timestamp_ns.value_or(0));
        job.pictures += static_cast<int>(frame.images.size());
        if (!job.progress.report(++job.report.frames, static_cast<int>(job.scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    job.untimed += hasTimes ? 0 : 1;
    const auto written = job.folder.write(root + QString::fromUtf16(trackletFrames), list);
    return written && hasTimes ? job.folder.write(root + QStringLiteral("velodyne_points/timestamps.txt"), times)
                               : written;
}

QStringList sentencesOf(const Job& job, const ExportOptions& options)
{
    QStringList result = job.notHeld.sentences(options) + job.files.sentences();
    if (job.split > 0)
        result.push_back(Text::tr("Objects that became several tracklets, because they leave frames out or change "
                                  "their size: %1. “%2” says which belong together.")
                             .arg(job.split)
                             .arg(QString::fromUtf16(trackletTracks)));
    if (job.untimed > 0)
        result.push_back(
            Text::tr("Sequences without “timestamps.txt”, because not all of their frames have a time: %1.")
                .arg(job.untimed));
    if (job.pictures > 0)
        result.push_back(Text::tr("Pictures, calibration and poses are not written; tracklets lie in the frame of the "
                                  "clouds. Pictures: %1.")
                             .arg(job.pictures));
    return result;
}
} // namespace

Result<ExportReport> writeKittiRaw(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, progress, *folder, SensorFiles(projectFolder, *folder)};
    for (const SequenceId id : filledSequences(scene)) {
        const auto frames = scene.framesOf(id);
        const QString root = job.names.of(id) + u'/';
        Result<void> written = writeTracklets(job, root, id, frames);
        if (written)
            written = writeFrames(job, root, frames);
        if (!written)
            return tl::unexpected(written.error());
    }
    job.report.notHeld = sentencesOf(job, options);
    if (const auto committed = folder->commit(job.report, progress); !committed)
        return tl::unexpected(committed.error());
    return job.report;
}

} // namespace lunkuo
