#include "model/evaluation/OverTimeEvaluation.h"

#include "model/cloud/CloudFormat.h"
#include "model/completion/SensorOrigin.h"
#include "model/completion/SequenceCompleter.h"
#include "model/evaluation/ClickSampler.h"
#include "model/evaluation/LabelNames.h"
#include "model/geometry/PointIndex.h"
#include "model/sequence/ScanRegistration.h"
#include "model/sequence/WorldPose.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <map>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OverTimeEvaluation)
};

constexpr std::size_t mostLeftOut = 5; ///< frames of a track
constexpr std::size_t fewestForLeavingOut = 3;
constexpr double moving_m = 1.0;

/// A labelled vehicle in one frame, with what one click there gives.
struct Clicked
{
    std::size_t frame = 0;
    const LabelledObject* labelled = nullptr;
    std::size_t points = 0;
    std::vector<Eigen::Vector3d> surface; ///< its points above the road
    std::optional<Completion> single;
};

/// The frames of a recording, ready for clicks.
class Drive
{
public:
    Drive(const Recording& recording, OverTimeEvaluation& result)
        : m_recording(recording)
    {
        std::vector<CloudPtr> clouds;
        std::array<std::vector<double>, 3> sensor;
        for (const LabelledFrame& frame : recording.frames) {
            auto read = readCloud(frame.cloudPath);
            if (!read)
                result.remarks << read.error().sentence;
            clouds.push_back(read ? sortedCloud(std::move(*read)) : nullptr);
            if (!read)
                continue;
            const Eigen::Vector3d origin =
                frame.sensorOrigin ? *frame.sensorOrigin : estimateSensorOrigin(*clouds.back());
            for (std::size_t axis = 0; axis < 3; ++axis)
                sensor[axis].push_back(origin[static_cast<Eigen::Index>(axis)]);
        }
        if (!sensor[0].empty())
            m_sensor << quantile(sensor[0], 0.5), quantile(sensor[1], 0.5), quantile(sensor[2], 0.5);
        for (const CloudPtr& cloud : clouds)
            m_frames.push_back(cloud ? PreparedFrame::prepare(cloud, m_sensor) : nullptr);
        takePoses(clouds, result);
    }

    [[nodiscard]] const std::shared_ptr<const PreparedFrame>& frame(std::size_t i) const { return m_frames[i]; }
    [[nodiscard]] const Eigen::Isometry3d& world_sensor(std::size_t i) const { return m_poses[i]; }
    [[nodiscard]] double time_s(std::size_t i) const { return m_recording.frames[i].time_s; }
    [[nodiscard]] const Eigen::Vector3d& sensor() const { return m_sensor; }

private:
    void takePoses(const std::vector<CloudPtr>& clouds, OverTimeEvaluation& result)
    {
        std::vector<double> times;
        for (const LabelledFrame& frame : m_recording.frames) {
            times.push_back(frame.time_s);
            m_poses.push_back(frame.world_sensor.value_or(Eigen::Isometry3d::Identity()));
        }
        const bool isPosed = std::all_of(m_recording.frames.begin(), m_recording.frames.end(),
            [](const LabelledFrame& frame) { return frame.world_sensor.has_value(); });
        if (isPosed)
            return;
        m_poses = estimatePoses(times, [&clouds](std::size_t i) { return clouds[i]; }).world_sensor;
        result.estimated << m_recording.name;
    }

    const Recording& m_recording;
    std::vector<std::shared_ptr<const PreparedFrame>> m_frames;
    std::vector<Eigen::Isometry3d> m_poses;
    Eigen::Vector3d m_sensor = Eigen::Vector3d::Zero();
};

/// Completes the vehicles of one recording.
class DriveEvaluation
{
public:
    DriveEvaluation(const Recording& recording, const OverTimeOptions& options, const Taxonomy& taxonomy,
        OverTimeEvaluation& result)
        : m_recording(recording)
        , m_options(options)
        , m_drive(recording, result)
        , m_result(result)
    {
        m_project.taxonomy = taxonomy;
    }

    void run(const std::set<QString>& tracks, const Progress& progress)
    {
        int done = 0;
        for (const QString& track : tracks) {
            if (!progress.report(done++, static_cast<int>(tracks.size())))
                return;
            evaluate(track);
        }
    }

private:
    void evaluate(const QString& track)
    {
        std::vector<Clicked> clicked;
        for (std::size_t i = 0; i < m_recording.frames.size(); ++i)
            if (auto click = clickedIn(i, track))
                clicked.push_back(std::move(*click));
        if (clicked.size() < 2)
            return;
        const CompletionOptions options = completionOptions(m_project, classOfLabel(clicked[0].labelled->label));
        QElapsedTimer timer;
        timer.start();
        const auto together = complete(clicked, options, clicked.size());
        m_result.milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        std::vector<OverTimeObject> objects;
        std::size_t view = 0;
        for (const Clicked& click : clicked) {
            objects.push_back(objectOf(click, track));
            if (click.single)
                score(click, *click.single, objects.back().single);
            if (click.single && together) {
                const TrackViewFit& fit = together->views[view];
                score(click, {fit.cuboid, together->outline, {}, fit.confidence, {}}, objects.back().together);
            }
            view += click.single ? 1 : 0;
        }
        leaveOut(clicked, options, objects);
        m_result.objects.insert(m_result.objects.end(), objects.begin(), objects.end());
    }

    [[nodiscard]] std::optional<Clicked> clickedIn(std::size_t frame, const QString& track) const
    {
        const std::vector<LabelledObject>& objects = m_recording.frames[frame].objects;
        const auto found = std::find_if(
            objects.begin(), objects.end(), [&](const LabelledObject& object) { return object.track == track; });
        if (found == objects.end() || !m_drive.frame(frame))
            return {};
        const PointCloud& cloud = *m_drive.frame(frame)->cloud();
        const std::vector<std::uint32_t> inside = pointsInside(cloud, found->cuboid);
        const QString position = QString::number(found - objects.begin());
        const auto click = inside.size() < m_options.fewestPoints
                               ? std::nullopt
                               : randomClick(cloud, found->cuboid, inside,
                                     clickKey(m_options.seed, {m_recording.frames[frame].name, position}));
        if (!click)
            return {};
        Clicked result{frame, &*found, inside.size(), {}, {}};
        for (const std::uint32_t i : raisedPoints(cloud, found->cuboid, inside, road_m))
            result.surface.push_back(cloud.point(i));
        if (auto single = lunkuo::complete(
                *m_drive.frame(frame), {{*click}, {}}, completionOptions(m_project, classOfLabel(found->label))))
            result.single = std::move(*single);
        return result;
    }

    /// From all clicks but that one.
    [[nodiscard]] std::optional<SequenceCompletion> complete(
        const std::vector<Clicked>& clicked, const CompletionOptions& options, std::size_t without) const
    {
        std::vector<TrackView> views;
        std::vector<std::size_t> frames;
        for (std::size_t i = 0; i < clicked.size(); ++i)
            if (i != without && clicked[i].single) {
                const std::size_t frame = clicked[i].frame;
                views.push_back({clicked[i].single->cuboid, m_drive.world_sensor(frame), m_drive.sensor(),
                    m_drive.time_s(frame), clicked[i].single->confidence, false, false});
                frames.push_back(frame);
            }
        auto result = completeOverTime(
            views, [&](std::size_t view) { return m_drive.frame(frames[view]); }, options);
        return result ? std::optional(std::move(*result)) : std::nullopt;
    }

    [[nodiscard]] OverTimeObject objectOf(const Clicked& click, const QString& track) const
    {
        OverTimeObject object;
        object.recording = m_recording.name;
        object.frame = m_recording.frames[click.frame].name;
        object.track = track;
        object.classId = classOfLabel(click.labelled->label);
        object.points = click.points;
        object.range_m = (click.labelled->cuboid.center - m_drive.sensor()).head<2>().norm();
        object.moves = movesAsLabelled(track);
        return object;
    }

    [[nodiscard]] bool movesAsLabelled(const QString& track) const
    {
        std::optional<Eigen::Vector3d> first;
        double farthest = 0.0;
        for (std::size_t i = 0; i < m_recording.frames.size(); ++i)
            for (const LabelledObject& object : m_recording.frames[i].objects)
                if (object.track == track) {
                    const Eigen::Vector3d place = m_drive.world_sensor(i) * object.cuboid.center;
                    first = first.value_or(place);
                    farthest = std::max(farthest, (place - *first).head<2>().norm());
                }
        return farthest > moving_m;
    }

    static void score(const Clicked& click, const Completion& completion, OverTimeAnswer& answer)
    {
        answer.box = scoreBox(completion.cuboid, click.labelled->cuboid);
        answer.own = coverageOf(completion.outline, completion.cuboid, click.surface);
        answer.confidence = completion.confidence;
    }

    /// How well outlines that have not seen a frame explain its points.
    void leaveOut(const std::vector<Clicked>& clicked, const CompletionOptions& options,
        std::vector<OverTimeObject>& objects) const
    {
        if (clicked.size() < fewestForLeavingOut)
            return;
        const std::size_t count = std::min(mostLeftOut, clicked.size());
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t out = k * clicked.size() / count;
            const Completion* surest = nullptr;
            for (std::size_t i = 0; i < clicked.size(); ++i)
                if (i != out && clicked[i].single && (!surest || clicked[i].single->confidence > surest->confidence))
                    surest = &*clicked[i].single;
            const auto others = surest ? complete(clicked, options, out) : std::nullopt;
            if (!others)
                continue;
            objects[out].single.leftOut = covered(clicked[out], surest->outline, surest->cuboid.size);
            objects[out].together.leftOut = covered(clicked[out], others->outline, others->size);
        }
    }

    /// By the outline put where the label has the object, on the sides that the sensor sees.
    [[nodiscard]] Coverage covered(const Clicked& click, const Outline& outline, const Eigen::Vector3d& size) const
    {
        return coverageOf(outline, resizedAwayFrom(m_drive.sensor(), click.labelled->cuboid, size), click.surface);
    }

    const Recording& m_recording;
    const OverTimeOptions& m_options;
    Drive m_drive;
    OverTimeEvaluation& m_result;
    Scene m_project; ///< in which nothing is annotated yet
};

/// Labelled vehicles that are in at least two frames.
std::set<QString> tracksOf(const Recording& recording)
{
    std::map<QString, int> frames;
    for (const LabelledFrame& frame : recording.frames)
        for (const LabelledObject& object : frame.objects)
            if (isVehicleClass(classOfLabel(object.label)))
                ++frames[object.track];
    std::set<QString> tracks;
    for (const auto& [track, count] : frames)
        if (count > 1)
            tracks.insert(track);
    return tracks;
}

} // namespace

Result<OverTimeEvaluation> evaluateOverTime(
    const std::vector<Recording>& recordings, const OverTimeOptions& options, const Progress& progress)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    OverTimeEvaluation result;
    for (const Recording& recording : recordings) {
        result.remarks += recording.remarks;
        if (const std::set<QString> tracks = tracksOf(recording); !tracks.empty())
            DriveEvaluation(recording, options, *taxonomy, result).run(tracks, progress);
        if (progress.isCancelled())
            return failure(Text::tr("The evaluation was cancelled."));
    }
    if (result.objects.empty())
        return failure(
            Text::tr("No labelled vehicle is in two frames with at least %1 points.").arg(options.fewestPoints));
    return result;
}

} // namespace lunkuo
