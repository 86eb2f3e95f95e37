#include "model/synth/SampleWriter.h"

#include "model/formats/DatasetFolder.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/OpenLabel.h"
#include "model/synth/CameraTruth.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QtConcurrentMap>
#include <QtEndian>
#include <QThreadPool>

namespace lunkuo::synth
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleWriter)
};

/// What one moment brings, ready for the disk.
struct FrameFiles
{
    QByteArray cloud;
    QByteArray image;
    QByteArray labels;
    int labelCount = 0;
    SimulatedFrame truth;          ///< without the cloud
    std::vector<CameraTruth> seen; ///< of truth.objects
    std::size_t points = 0;
};

/// x y z intensity as little-endian floats.
QByteArray velodyneBytes(const PointCloud& cloud)
{
    const auto& intensity = std::get<PointArray<float>>(cloud.field(u"intensity")->values);
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(16 * cloud.size()));
    const auto append = [&bytes](float value) {
        const float little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    };
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            append(cloud.xyz[3 * i + axis]);
        append(intensity[i]);
    }
    return bytes;
}

QByteArray pngBytes(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 60); // a light compression: a tenth more bytes in a third of the time
    return bytes;
}

FrameFiles record(const StreetScene& scene, int index, const LidarOptions& lidar, const Camera& camera)
{
    FrameFiles files;
    files.truth = simulateFrame(scene, index, lidar);
    const RenderedView view = renderView(scene, files.truth.time_s, camera);
    files.points = files.truth.cloud.size();
    files.cloud = velodyneBytes(files.truth.cloud);
    files.image = pngBytes(view.image);
    for (const TruthObject& object : files.truth.objects)
        files.seen.push_back(
            cameraTruth(scene.objects()[static_cast<std::size_t>(object.number - 1)], object, view, camera));
    const std::vector<KittiLabel> labels = kittiLabels(files.truth, files.seen, camera);
    files.labels = formatKittiLabels(labels);
    files.labelCount = static_cast<int>(labels.size());
    files.truth.cloud = {};
    files.truth.objectOf = {};
    return files;
}

QString frameName(int index)
{
    return QStringLiteral("%1").arg(index, 6, 10, QLatin1Char('0'));
}

QString motionName(Motion motion)
{
    switch (motion) {
    case Motion::Moving:
        return QStringLiteral("moving");
    case Motion::Stopped:
        return QStringLiteral("stopped");
    case Motion::Parked:
        break;
    }
    return QStringLiteral("parked");
}

/// The whole truth as a scene, from which the OpenLABEL document is made.
class TruthScene
{
public:
    TruthScene(Taxonomy taxonomy, const Camera& camera)
    {
        m_scene.taxonomy = std::move(taxonomy);
        m_scene.sequences[sequence] = {sequence, QStringLiteral("Lunkuo sample"), {}};
        m_scene.calibrations[{1}] = {{1}, {camera}, Eigen::Vector3d::Zero()};
    }

    void add(int index, const SimulatedFrame& truth, const std::vector<CameraTruth>& seen)
    {
        Frame frame;
        frame.id = {index + 1};
        frame.sequence = sequence;
        frame.index = index;
        frame.name = frameName(index);
        frame.cloudPath = QStringLiteral("velodyne/%1.bin").arg(frame.name);
        frame.images = {{QStringLiteral("image_2"), QStringLiteral("image_2/%1.png").arg(frame.name)}};
        frame.timestamp_ns = std::llround(1e9 * truth.time_s);
        frame.world_ego = Transform<WorldFrame, EgoFrame>{truth.world_sensor.m};
        frame.calibration = {1};
        for (std::size_t i = 0; i < truth.objects.size(); ++i)
            addObject(frame.id, truth.objects[i], seen[i]);
        m_scene.frames[frame.id] = std::move(frame);
    }

    [[nodiscard]] QByteArray toJson(const QDir& target) const
    {
        return QJsonDocument(openLabelOf(m_scene, sequence, target, target)).toJson(QJsonDocument::Compact) + '\n';
    }

private:
    static constexpr SequenceId sequence{1};

    void addObject(FrameId frame, const TruthObject& object, const CameraTruth& seen)
    {
        Track track;
        track.id = {object.number};
        track.sequence = sequence;
        track.number = object.number;
        track.classId = object.classId;
        // "truck" says nothing that its class does not.
        const QString bodyType = QStringLiteral("body_type");
        if (const AttributeDef* known = m_scene.taxonomy.attribute(bodyType);
            known && known->appliesTo(object.classId) && known->accepts(object.body))
            track.attributes[bodyType] = object.body;
        Shape shape;
        shape.id = {++m_lastShape};
        shape.track = track.id;
        shape.frame = frame;
        shape.cuboid = object.cuboid;
        shape.attributes[QStringLiteral("points")] = static_cast<double>(object.points);
        shape.attributes[QStringLiteral("motion")] = motionName(object.motion);
        shape.attributes[QStringLiteral("speed_mps")] = object.speed;
        if (seen.visible > 0.0)
            shape.attributes[QStringLiteral("occlusion")] = QString::number(seen.occlusion());
        m_scene.tracks[track.id] = std::move(track);
        m_scene.shapes.insert(std::move(shape));
    }

    Scene m_scene;
    qint64 m_lastShape = 0;
};

QByteArray poseLine(const Eigen::Isometry3d& pose)
{
    QByteArray line;
    for (Eigen::Index row = 0; row < 3; ++row)
        for (Eigen::Index column = 0; column < 4; ++column)
            line += (line.isEmpty() ? "" : " ") + QByteArray::number(pose(row, column) + 0.0, 'e', 12);
    return line + '\n';
}

constexpr const char* readme =
    R"(A simulated drive: a spinning LiDAR and a camera on a car in a street. Everything here is made up, so the truth is exact.

velodyne/NNNNNN.bin  float32 x y z intensity, little-endian; LiDAR frame: x forward, y left, z up, metres. One turn takes
                     0.1 s, clockwise from the rear; the frame's moment is when it looks forward. The points are compensated
                     for the car's own motion and stand in the LiDAR frame of that moment. Moving objects are taken as they
                     stand at that moment.
image_2/NNNNNN.png   the camera's picture of the same moment
calib/NNNNNN.txt     KITTI object calibration, the same for every frame
label_2/NNNNNN.txt   KITTI labels: objects that the camera sees and at least 5 points lie on. KITTI knows one angle: the tilt
                     of vehicles on the slope is in truth.json only.
poses.txt            one line per frame, 12 numbers: the upper three rows of world_sensor, the pose of the LiDAR in a world
                     whose origin is the LiDAR of frame 0. Not the camera's pose as in KITTI odometry.
times.txt            seconds, one line per frame
truth.json           ASAM OpenLABEL 1.0.0: every object in every frame, also those that nothing was seen of, with its cuboid
                     (flush on the body; mirrors stand out), track, number of points, motion and speed, and the poses
)";

bool isEmptyFolder(const QString& folder)
{
    const QFileInfo info(folder);
    return info.isDir() && !info.isSymLink() &&
           QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

tl::unexpected<Error> isTaken(const QString& folder)
{
    return failure(Text::tr("“%1” exists already; the sample goes into a new or an empty folder.").arg(folder));
}

/// Fills the folder frame by frame.
class Recording
{
public:
    Recording(DatasetFolder& folder, const SampleOptions& options, Taxonomy taxonomy)
        : m_folder(folder)
        , m_options(options)
        , m_camera(forwardCamera())
        , m_truth(std::move(taxonomy), m_camera)
        , m_scene(StreetScene::street(options.seed, framePeriod_s * options.frames,
              options.hasManoeuvres ? Traffic::Manoeuvres : Traffic::Flowing))
    {
        m_summary.objects = static_cast<int>(m_scene.objects().size());
    }

    Result<SampleSummary> write(const QDir& target, const Progress& progress)
    {
        LidarOptions lidar;
        lidar.seed = m_options.seed;
        lidar.beams = m_options.beams;
        QThreadPool threads; // its own: whoever waits here may hold a thread of the common pool
        const int batch = std::max(1, threads.maxThreadCount());
        std::atomic<int> done = 0;
        progress.report(done, m_options.frames);
        const auto recordOne = [&](int index) {
            if (progress.isCancelled())
                return FrameFiles{};
            FrameFiles files = record(m_scene, index, lidar, m_camera);
            progress.report(++done, m_options.frames);
            return files;
        };
        for (int first = 0; first < m_options.frames; first += batch) {
            QList<int> indices;
            for (int i = first; i < std::min(first + batch, m_options.frames); ++i)
                indices.push_back(i);
            const auto recorded = QtConcurrent::blockingMapped<std::vector<FrameFiles>>(&threads, indices, recordOne);
            if (progress.isCancelled())
                return failure(Text::tr("Making the sample was cancelled."));
            for (const FrameFiles& files : recorded)
                if (const auto written = writeFrame(files); !written)
                    return tl::unexpected(written.error());
        }
        if (const auto written = writeRest(target); !written)
            return tl::unexpected(written.error());
        return m_summary;
    }

private:
    Result<void> writeFrame(const FrameFiles& files)
    {
        const int index = m_summary.frames++;
        const QString name = frameName(index);
        m_summary.labels += files.labelCount;
        m_summary.points += files.points;
        m_poses += poseLine(files.truth.world_sensor.m);
        m_times += QByteArray::number(files.truth.time_s, 'f', 6) + '\n';
        m_truth.add(index, files.truth, files.seen);
        return m_folder.write(QStringLiteral("velodyne/%1.bin").arg(name), files.cloud)
            .and_then([&] { return m_folder.write(QStringLiteral("image_2/%1.png").arg(name), files.image); })
            .and_then([&] { return m_folder.write(QStringLiteral("label_2/%1.txt").arg(name), files.labels); })
            .and_then([&] {
                const auto calibration = KittiCalibration::of(m_camera.model.projection, m_camera.camera_sensor);
                return m_folder.write(QStringLiteral("calib/%1.txt").arg(name), formatKittiCalibration(calibration));
            });
    }

    Result<void> writeRest(const QDir& target)
    {
        return m_folder.write(QStringLiteral("poses.txt"), m_poses)
            .and_then([&] { return m_folder.write(QStringLiteral("times.txt"), m_times); })
            .and_then([&] { return m_folder.write(QStringLiteral("truth.json"), m_truth.toJson(target)); })
            .and_then([&] { return m_folder.write(QStringLiteral("README.txt"), readme); });
    }

    DatasetFolder& m_folder;
    const SampleOptions& m_options;
    Camera m_camera;
    TruthScene m_truth;
    StreetScene m_scene;
    SampleSummary m_summary;
    QByteArray m_poses;
    QByteArray m_times;
};
} // namespace

Result<SampleSummary> writeSample(const QString& folder, const SampleOptions& options, const Progress& progress)
{
    Q_ASSERT_X(options.frames >= 1 && options.frames <= SampleOptions::mostFrames, "writeSample", "number of frames");
    Q_ASSERT_X(options.beams >= 1 && options.beams <= SampleOptions::mostBeams, "writeSample", "number of beams");
    auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    if (QFileInfo::exists(folder) && !isEmptyFolder(folder))
        return isTaken(folder);
    ExportOptions place;
    place.folder = folder;
    auto dataset = DatasetFolder::begin(place);
    if (!dataset)
        return tl::unexpected(dataset.error());
    Recording recording(*dataset, options, std::move(*taxonomy));
    const auto summary = recording.write(QDir(folder), progress);
    if (!summary)
        return summary;
    // Only an empty folder can be removed: what came there meanwhile stays.
    if (QFileInfo::exists(folder) && !QDir().rmdir(folder))
        return isTaken(folder);
    if (const auto committed = dataset->commit(); !committed)
        return tl::unexpected(committed.error());
    return summary;
}

} // namespace lunkuo::synth
