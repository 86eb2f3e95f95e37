#include "model/tools/OverTimeActions.h"

#include "model/cloud/CloudFormat.h"
#include "model/geometry/PointIndex.h"
#include "model/sequence/WorldPose.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OverTimeActions)
};

constexpr double sureEnough = 0.3; ///< from here on a fit says where the object is

/// Whether a person has said how large the object is.
bool isMeasuredByHand(const Shape& shape)
{
    constexpr FaceSet sides = FaceSet(Face::Front) | Face::Rear | Face::Left | Face::Right;
    return shape.isKeyFrame() && (shape.origin == ShapeOrigin::Manual || (shape.held & sides) == sides);
}

/// How many of the four sides of a box the sensor can see.
int sidesSeen(const Cuboid& cuboid, const Eigen::Vector3d& sensor)
{
    constexpr double visibleFrom_m = 0.3;
    const Eigen::Vector3d eye = cuboid.toObject(sensor);
    int sides = 0;
    for (const int axis : {0, 1})
        sides += std::abs(eye[axis]) > 0.5 * cuboid.size[axis] + visibleFrom_m ? 1 : 0;
    return sides;
}

Result<std::size_t> pointsOn(const TrackJob::View& view)
{
    constexpr double road_m = 0.15;
    Cuboid body = view.shape.cuboid;
    body.size.z() = std::max(0.1, body.size.z() - road_m);
    body.center = body.toSensor({0.0, 0.0, 0.5 * road_m});
    if (view.loaded)
        return view.loaded->index->count(body);
    auto cloud = readCloud(view.cloudPath);
    if (!cloud)
        return tl::unexpected(cloud.error());
    std::size_t count = 0;
    for (std::size_t i = 0; i < cloud->size(); ++i)
        count += body.contains(cloud->point(i)) ? 1 : 0;
    return count;
}

/// Those that may show most of the object, by how large its box looks from the sensor; long tracks have thousands.
std::vector<const TrackJob::View*> promising(const TrackJob& job)
{
    constexpr std::size_t most = 40;
    std::vector<std::pair<double, const TrackJob::View*>> views;
    for (const TrackJob::View& view : job.views) {
        const double range = std::max(2.0, (view.shape.cuboid.center - view.view.sensor).norm());
        views.emplace_back(-sidesSeen(view.shape.cuboid, view.view.sensor) / (range * range), &view);
    }
    std::stable_sort(views.begin(), views.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const TrackJob::View*> result;
    for (std::size_t i = 0; i < std::min(most, views.size()); ++i)
        result.push_back(views[i].second);
    return result;
}

Shape changedBy(const TrackJob::View& view, const TrackViewFit& fit, const SequenceCompletion& completion)
{
    Shape after = view.shape;
    after.outline = completion.outline;
    after.cuboid = fit.cuboid;
    if (!after.isKeyFrame()) {
        after.confidence = fit.confidence;
        after.origin = ShapeOrigin::Completed;
        if (fit.points > 0 && fit.confidence >= sureEnough)
            after.derivation = Derivation::Propagated;
    }
    return after;
}

/// The same where somebody has changed the shape meanwhile.
Shape resizedOnly(const Shape& now, const TrackJob::View& view, const SequenceCompletion& completion)
{
    Shape after = now;
    after.cuboid = resizedAwayFrom(view.view.sensor, now.cuboid, completion.size);
    after.outline = completion.outline;
    return after;
}

} // namespace

Result<TrackJob> trackJob(const Scene& scene, const FrameCache& frames, TrackId track)
{
    const auto found = scene.tracks.find(track);
    if (found == scene.tracks.end())
        return failure(Text::tr("Select an object first."));
    TrackJob job;
    job.track = track;
    job.name = nameOf(scene, found->second);
    job.options = completionOptions(scene, found->second.classId);
    for (const ShapeId id : scene.shapesOf(track)) {
        const Shape& shape = scene.shapes.at(id);
        const Frame& frame = scene.frames.at(shape.frame);
        TrackJob::View view;
        view.shape = shape;
        view.name = frame.name;
        view.cloudPath = frames.absolutePath(frame.cloudPath);
        view.loaded = frames.ownFrame(frame.id);
        if (const auto place = frames.sensorOf(frame.id))
            view.sensor = place->position;
        view.isOpen = !scene.isFinished(shape);
        view.view = {shape.cuboid, world_sensor(frame).m, view.sensor.value_or(Eigen::Vector3d::Zero()), seconds(frame),
            shape.confidence, shape.isKeyFrame() || !view.isOpen, isMeasuredByHand(shape)};
        job.views.push_back(std::move(view));
    }
    if (job.views.empty())
        return failure(Text::tr("The object is in no frame."));
    return job;
}

Result<SequenceCompletion> completed(const TrackJob& job, const Progress& progress)
{
    std::vector<TrackView> views;
    for (const TrackJob::View& view : job.views)
        views.push_back(view.view);
    const LoadPrepared load = [&job](std::size_t i) -> std::shared_ptr<const PreparedFrame> {
        const TrackJob::View& view = job.views[i];
        if (view.loaded)
            return view.loaded->prepared;
        const auto loaded = loadFrame(view.shape.frame, view.cloudPath, view.sensor);
        return loaded ? (*loaded)->prepared : nullptr;
    };
    return completeOverTime(views, load, job.options, progress);
}

Result<void> useCompletion(Document& document, const TrackJob& job, const SequenceCompletion& completion)
{
    const Scene& scene = document.scene();
    const auto track = scene.tracks.find(job.track);
    if (track == scene.tracks.end())
        return failure(Text::tr("The object is no longer there."));
    std::vector<Change> changes;
    Track sized = track->second;
    sized.size = completion.size;
    if (!(sized == track->second))
        changes.push_back(ValueChange<Track>{track->second, sized});
    for (std::size_t i = 0; i < job.views.size(); ++i) {
        const TrackJob::View& view = job.views[i];
        const auto now = scene.shapes.find(view.shape.id);
        if (!view.isOpen || now == scene.shapes.end() || scene.isFinished(now->second) ||
            now->second.track != job.track)
            continue;
        const Shape after = now->second == view.shape ? changedBy(view, completion.views[i], completion)
                                                      : resizedOnly(now->second, view, completion);
        if (!(after == now->second))
            changes.push_back(ValueChange<Shape>{now->second, after});
    }
    if (changes.empty())
        return {};
    return document.edit(Text::tr("Complete %1 over all frames").arg(job.name), std::move(changes), EditBy::Algorithm);
}

Result<FrameId> bestFrame(const TrackJob& job, const Progress& progress)
{
    const std::vector<const TrackJob::View*> views = promising(job);
    double most = -1.0;
    FrameId best;
    QString trouble;
    for (std::size_t i = 0; i < views.size(); ++i) {
        if (!progress.report(static_cast<int>(i), static_cast<int>(views.size())))
            return failure(Text::tr("Looking through the frames was cancelled."));
        const auto points = pointsOn(*views[i]);
        if (!points) {
            trouble = points.error().sentence;
            continue;
        }
        // A second side tells as much as twice the points.
        const double worth =
            static_cast<double>(*points) * (1 + sidesSeen(views[i]->shape.cuboid, views[i]->view.sensor));
        if (worth > most) {
            most = worth;
            best = views[i]->shape.frame;
        }
    }
    if (!best.isValid())
        return failure(trouble);
    return best;
}

} // namespace lunkuo
