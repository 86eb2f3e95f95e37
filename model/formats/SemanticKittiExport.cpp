#include "model/cloud/CloudFormat.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/Kitti.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/LostObjects.h"
#include "model/formats/SemanticKitti.h"
#include "model/formats/SemanticLabels.h"
#include "model/formats/SensorFiles.h"
#include "model/geometry/PointIndex.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SemanticKittiExport)
};

constexpr int largestInstance = 65535;
constexpr double betweenFrames_s = 0.1;

QString sixDigits(std::size_t number)
{
    return QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0'));
}

QByteArray lineOf(const Eigen::Matrix<double, 3, 4>& matrix)
{
    QByteArray line;
    for (Eigen::Index i = 0; i < 12; ++i)
        line += (i == 0 ? "" : " ") + QByteArray::number(matrix(i / 4, i % 4) + 0.0, 'e', 12);
    return line + '\n';
}

/// The cameras as an odometry sequence says them: one for all frames, its rectification folded into Tr.
QByteArray calibrationText(const Camera* camera)
{
    KittiCalibration::Matrix34 projection = KittiCalibration::withoutCamera().projections[2];
    if (camera)
        projection = camera->model.projection;
    const Eigen::Isometry3d camera_lidar = camera ? camera->camera_sensor.m : Eigen::Isometry3d::Identity();
    QByteArray text;
    for (int number = 0; number < 4; ++number)
        text += 'P' + QByteArray::number(number) + ": " + lineOf(projection);
    return text + "Tr: " + lineOf(camera_lidar.matrix().topRows<3>());
}

/// What lies beside a scan of SemanticKITTI says of the points that are no objects: road, buildings, plants. One for
/// each row; no rows where there is nothing, nothing at all where it does not fit the scan.
std::optional<std::vector<SemanticLabel>> surroundingsOf(const QString& cloudPath, std::size_t rows)
{
    const QFileInfo cloud(cloudPath);
    const QString path = QStringLiteral("%1/../labels/%2.label").arg(cloud.absolutePath(), cloud.completeBaseName());
    if (cloud.dir().dirName() != QLatin1String("velodyne") || !QFileInfo::exists(path))
        return std::vector<SemanticLabel>();
    auto labels = readSemanticLabels(path);
    if (!labels || labels->size() != rows)
        return std::nullopt;
    // Which objects there are is for the boxes to say.
    for (SemanticLabel& label : *labels)
        if (label.instance != 0)
            label = {};
    return std::move(*labels);
}

/// Writes sequence after sequence and counts what they cannot hold.
class Writer
{
public:
    Writer(const Scene& scene, const QDir& projectFolder, DatasetFolder& folder, const ExportOptions& options)
        : m_scene(scene)
        , m_projectFolder(projectFolder)
        , m_folder(folder)
        , m_options(options)
        , m_names(scene)
        , m_files(projectFolder, folder)
        , m_empty(scene)
    {
    }

    Result<ExportReport> write(const Progress& progress)
    {
        int number = 0;
        for (const SequenceId id : filledSequences(m_scene)) {
            const auto written = writeSequence(id, number++, progress);
            if (!written)
                return tl::unexpected(written.error());
        }
        auto written = m_folder.write(QString::fromUtf16(semanticFrameNames), m_frameNames);
        if (written)
            written = m_folder.write(QString::fromUtf16(semanticConfiguration), m_ids.yaml(m_splits));
        if (!written)
            return tl::unexpected(written.error());
        m_report.notHeld = sentences();
        return m_report;
    }

private:
    Result<void> writeSequence(SequenceId id, int number, const Progress& progress)
    {
        const std::vector<FrameId> frames = m_scene.framesOf(id);
        const QString name = QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
        const QString root = QStringLiteral("sequences/%1/").arg(name);
        numberTracks(id);
        const Frame& first = m_scene.frames.at(frames.front());
        const Camera* camera = kittiCamera(m_scene, first);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            if (const auto written = writeFrame(frames[i], root, sixDigits(i), camera); !written)
                return written;
            m_frameNames +=
                QStringLiteral("%1/%2 %3/%4\n").arg(name, sixDigits(i), m_names.of(id), m_names.of(frames[i])).toUtf8();
            if (!progress.report(++m_report.frames, static_cast<int>(m_scene.frames.size())))
                return failure(Text::tr("The export was cancelled."));
        }
        countSplits(frames, number);
        m_withoutTime += isTimed(frames) ? 0 : static_cast<int>(frames.size());
        return m_folder.write(root + QStringLiteral("calib.txt"), calibrationText(camera))
            .and_then([&] { return m_folder.write(root + QStringLiteral("poses.txt"), posesOf(frames, camera)); })
            .and_then([&] { return m_folder.write(root + QStringLiteral("times.txt"), timesOf(frames)); });
    }

    /// Numbers of tracks that have no room in 16 bits get free ones.
    void numberTracks(SequenceId sequence)
    {
        m_instances.clear();
        std::set<int> taken;
        std::vector<TrackId> others;
        for (const auto& [id, track] : m_scene.tracks)
            if (track.sequence != sequence)
                continue;
            else if (track.number > 0 && track.number <= largestInstance && taken.insert(track.number).second)
                m_instances[id] = static_cast<std::uint16_t>(track.number);
            else
                others.push_back(id);
        int next = 1;
        for (const TrackId id : others) {
            while (taken.count(next) > 0)
                ++next;
            // More objects than instances: the last ones have the same.
            next = std::min(next, largestInstance);
            taken.insert(next);
            m_instances[id] = static_cast<std::uint16_t>(next);
            ++m_renumbered;
        }
    }

    Result<void> writeFrame(FrameId id, const QString& root, const QString& name, const Camera* camera)
    {
        const Frame& frame = m_scene.frames.at(id);
        const QString path = m_projectFolder.absoluteFilePath(frame.cloudPath);
        auto cloud = readCloud(path);
        if (!cloud)
            return tl::unexpected(cloud.error());
        const CloudFormat* format = cloudFormatFor(path);
        const bool isAsItIs = format->id == QLatin1String("kitti-bin");
        if (const auto placed = m_files.placeKittiBin(root + QStringLiteral("velodyne/") + name, frame, &*cloud);
            !placed)
            return tl::unexpected(placed.error());
        // A file that goes along as it is has its rows without a place too.
        const std::size_t rows = isAsItIs ? cloud->size() + cloud->dropped : cloud->size();
        const auto beside = isAsItIs ? surroundingsOf(path, rows) : std::vector<SemanticLabel>();
        m_unfitLabels += beside ? 0 : 1;
        auto labels = beside.value_or(std::vector<SemanticLabel>());
        m_surroundings +=
            std::count_if(labels.begin(), labels.end(), [](const SemanticLabel& label) { return label.semantic != 0; });
        labels.resize(rows);
        labelBoxes(labels, id, std::make_shared<const PointCloud>(std::move(*cloud)), isAsItIs);
        if (const auto written = m_folder.write(
                root + QStringLiteral("labels/") + name + QStringLiteral(".label"), formatSemanticLabels(labels));
            !written)
            return written;
        for (const FrameImage& image : frame.images)
            if (camera && image.camera == camera->name) {
                if (const auto image2 = m_files.placeImage(root + QStringLiteral("image_2/") + name, image); !image2)
                    return tl::unexpected(image2.error());
            }
        m_withoutPose += frame.world_ego ? 0 : 1;
        return {};
    }

    void labelBoxes(std::vector<SemanticLabel>& labels, FrameId id, const CloudPtr& cloud, bool bySourceRow)
    {
        std::vector<const Shape*> shapes;
        for (const ShapeId shapeId : m_scene.shapesOf(id))
            if (const Shape& shape = m_scene.shapes.at(shapeId); m_scene.trackOf(shape))
                shapes.push_back(&shape);
        // Where boxes overlap, the smallest one is written last and has the point.
        std::stable_sort(shapes.begin(), shapes.end(),
            [](const Shape* a, const Shape* b) { return a->cuboid.volume() > b->cuboid.volume(); });
        const PointIndex index(cloud);
        for (const Shape* shape : shapes) {
            const Track& track = *m_scene.trackOf(*shape);
            const SemanticLabel label{m_ids.of(track.classId, isMoving(*shape, track)), m_instances.at(track.id)};
            const std::vector<std::uint32_t> inside = index.inside(shape->cuboid);
            for (const std::uint32_t point : inside)
                labels[bySourceRow ? cloud->row(point) : point] = label;
            if (inside.empty())
                m_empty.add(*shape);
            ++m_report.shapes;
        }
    }

    [[nodiscard]] static bool isMoving(const Shape& shape, const Track& track)
    {
        for (const AttributeValues* values : {&shape.attributes, &track.attributes})
            for (const char16_t* name : {u"motion", u"vehicle", u"pedestrian"})
                if (const auto found = values->find(QString::fromUtf16(name));
                    found != values->end() && found->second.toString() == QLatin1String("moving"))
                    return true;
        return false;
    }

    /// Of the camera in the first frame of the camera.
    [[nodiscard]] QByteArray posesOf(const std::vector<FrameId>& frames, const Camera* camera) const
    {
        const Eigen::Isometry3d camera_lidar = camera ? camera->camera_sensor.m : Eigen::Isometry3d::Identity();
        const auto pose = [this](FrameId id) { return m_scene.frames.at(id).world_ego; };
        const auto posed = std::find_if(frames.begin(), frames.end(), [&](FrameId id) { return pose(id).has_value(); });
        // The origin of the world may be hundreds of kilometres away.
        const Eigen::Isometry3d known = posed == frames.end() ? Eigen::Isometry3d::Identity() : pose(*posed)->m;
        const auto world_lidar = [&](FrameId id) { return pose(id) ? pose(id)->m : known; };
        const Eigen::Isometry3d first_world = world_lidar(frames.front()).inverse();
        QByteArray text;
        for (const FrameId id : frames)
            text +=
                lineOf((camera_lidar * first_world * world_lidar(id) * camera_lidar.inverse()).matrix().topRows<3>());
        return text;
    }

    /// Times of some and made-up ones of others would not follow one another.
    [[nodiscard]] bool isTimed(const std::vector<FrameId>& frames) const
    {
        return std::all_of(frames.begin(), frames.end(),
            [this](FrameId id) { return m_scene.frames.at(id).timestamp_ns.has_value(); });
    }

    [[nodiscard]] QByteArray timesOf(const std::vector<FrameId>& frames) const
    {
        const auto first = m_scene.frames.at(frames.front()).timestamp_ns;
        const bool areAllTimed = isTimed(frames);
        QByteArray text;
        for (const FrameId id : frames) {
            const Frame& frame = m_scene.frames.at(id);
            const double time_s =
                areAllTimed ? static_cast<double>(*frame.timestamp_ns - *first) * 1e-9 : frame.index * betweenFrames_s;
            text += QByteArray::number(time_s, 'f', 6) + '\n';
        }
        return text;
    }

    /// There a sequence is for one thing; the one that most of its frames are for.
    void countSplits(const std::vector<FrameId>& frames, int number)
    {
        std::array<int, 3> counts{};
        for (const FrameId frame : frames)
            ++counts[static_cast<std::size_t>(m_options.splitOf(frame))];
        const auto most = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
        m_splits[most].push_back(number);
        m_otherSplit += static_cast<int>(frames.size()) - counts[most];
    }

    [[nodiscard]] QStringList sentences() const
    {
        QStringList result;
        result.push_back(
            m_surroundings > 0
                ? Text::tr("Points of road, buildings and the like keep the labels that their dataset has: %1.")
                      .arg(m_surroundings)
                : Text::tr("Points in no box are unlabeled."));
        result += m_files.sentences();
        const auto add = [&result](int count, const QString& sentence) {
            if (count > 0)
                result.push_back(sentence.arg(count));
        };
        if (m_empty.count() > 0)
            result.push_back(Text::tr("Boxes without a point, which are lost: %1.").arg(m_empty.text()));
        add(m_unfitLabels,
            Text::tr(
                "Labels beside a cloud that cannot be read, or are of another number of points, left out: %1 files."));
        add(m_renumbered,
            Text::tr("Objects that got another number as instance, because 16 bits hold up to 65535: %1."));
        add(m_withoutPose, Text::tr("Frames without a pose, which stand where the first one does: %1."));
        add(m_withoutTime, Text::tr("Frames of sequences in which some have no time; all were put 0.1 s apart: %1."));
        add(m_otherSplit,
            Text::tr("Frames that are for something else than most of their sequence, and went with it: %1."));
        if (!m_ids.own().empty()) {
            QStringList names;
            for (const auto& [name, id] : m_ids.own())
                names.push_back(QStringLiteral("%1 (%2)").arg(name).arg(id));
            result.push_back(Text::tr("Classes that SemanticKITTI does not know have ids of their own, which the "
                                      "configuration beside the sequences says: %1.")
                                 .arg(names.join(QStringLiteral(", "))));
        }
        return result;
    }

    const Scene& m_scene;
    const QDir& m_projectFolder;
    DatasetFolder& m_folder;
    const ExportOptions& m_options;
    DatasetNames m_names;
    SensorFiles m_files;
    SemanticIds m_ids;
    ExportReport m_report;
    QByteArray m_frameNames;
    std::map<TrackId, std::uint16_t> m_instances; ///< of the sequence
    std::array<std::vector<int>, 3> m_splits;     ///< numbers of sequences
    std::ptrdiff_t m_surroundings = 0;            ///< points
    int m_renumbered = 0;
    LostObjects m_empty;
    int m_unfitLabels = 0; ///< files
    int m_withoutPose = 0;
    int m_withoutTime = 0;
    int m_otherSplit = 0;
};
} // namespace

Result<ExportReport> writeSemanticKitti(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    auto report = Writer(scene, projectFolder, *folder, options).write(progress);
    if (!report)
        return report;
    if (const auto committed = folder->commit(*report, progress); !committed)
        return tl::unexpected(committed.error());
    return report;
}

} // namespace lunkuo
