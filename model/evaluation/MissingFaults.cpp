#include "model/evaluation/PlanterParts.h"

#include <algorithm>

namespace lunkuo
{

/// What is missing, and what is there once too often.
std::optional<PlantedFault> FaultPlanter::Impl::plantPresence(FaultKind kind)
{
    PlantedFault fault{kind};
    const auto drop = [&](const Target& target, std::size_t i) {
        const Shape gone = shape(target, i);
        fault.frames.insert(gone.frame);
        fault.missing.emplace(gone.frame, gone.cuboid);
        scene.shapes.erase(gone.id);
    };
    switch (kind) {
    case FaultKind::Deleted: {
        const auto target = choose([this](const Target& t) { return isAmid(t, 1, 2) && isNext(t, t.at + 1); });
        if (!target)
            return std::nullopt;
        fault.tracks.insert(target->track);
        drop(*target, target->at);
        return fault;
    }
    case FaultKind::DeletedTrack: {
        const auto target = choose([this](const Target& t) { return isVehicleBody(type(t)); });
        if (!target)
            return std::nullopt;
        for (std::size_t i = 0; i < target->shapes.size(); ++i)
            drop(*target, i);
        scene.tracks.erase(target->track);
        return fault;
    }
    case FaultKind::Duplicated: {
        const auto target = choose([](const Target&) { return true; });
        return target ? copyTrack(*target, kind, target->at, target->at) : std::nullopt;
    }
    case FaultKind::DuplicateTrack: {
        const auto target = choose([](const Target& t) { return t.shapes.size() >= 3; });
        return target ? copyTrack(*target, kind, 0, target->shapes.size() - 1) : std::nullopt;
    }
    case FaultKind::Nowhere:
        return placeOnRoad();
    case FaultKind::SkippedFrame:
        return skipFrame();
    default:
        return std::nullopt;
    }
}

std::optional<PlantedFault> FaultPlanter::Impl::copyTrack(
    const Target& target, FaultKind kind, std::size_t first, std::size_t last)
{
    const TrackId copy = newTrack(scene.tracks.at(target.track));
    PlantedFault fault{kind, {target.track, copy}};
    for (std::size_t i = first; i <= last; ++i) {
        Shape twin = shape(target, i);
        twin.track = copy;
        twin.cuboid.center += Eigen::Vector3d(random.between(-0.15, 0.15), random.between(-0.15, 0.15), 0.0);
        fault.frames.insert(twin.frame);
        addShape(std::move(twin));
    }
    return fault;
}

/// Where the sensors' car drives next there is nothing, if nobody is annotated there.
std::optional<PlantedFault> FaultPlanter::Impl::placeOnRoad()
{
    std::vector<Shape> places;
    const auto car = std::find_if(scene.tracks.begin(), scene.tracks.end(),
        [this](const auto& entry) { return isVehicleBody(scene.taxonomy.classOf(entry.second.classId)); });
    if (car == scene.tracks.end())
        return std::nullopt;
    const Eigen::Vector3d size = scene.taxonomy.classOf(car->second.classId)->defaultSize;
    for (const auto& [id, frame] : scene.frames)
        for (const auto& [laterId, later] : scene.frames) {
            if (usedFrames.contains(id) || !frame.world_ego || !later.world_ego || later.index <= frame.index)
                continue;
            const Eigen::Isometry3d sensor_later = world_sensor(frame).m.inverse() * world_sensor(later).m;
            Shape shape;
            shape.frame = id;
            shape.cuboid =
                moved(sensor_later, Cuboid{{0.0, 0.0, 0.5 * size.z() - 1.73}, size, Eigen::Quaterniond::Identity()});
            const double range = shape.cuboid.center.head<2>().norm();
            const auto isNear = [&](ShapeId other) {
                const Cuboid& cuboid = scene.shapes.at(other).cuboid;
                return (cuboid.center - shape.cuboid.center).head<2>().norm() <
                       0.5 * (cuboid.size.head<2>().norm() + size.head<2>().norm());
            };
            const auto& here = scene.shapes.ofFrame(id);
            if (range > 5.0 && range < options.farthest_m && std::none_of(here.begin(), here.end(), isNear))
                places.push_back(shape);
        }
    if (places.empty())
        return std::nullopt;
    Shape shape = places[static_cast<std::size_t>(random.below(static_cast<int>(places.size())))];
    const Track like = car->second;
    shape.track = newTrack(like);
    PlantedFault fault{FaultKind::Nowhere, {shape.track}, {shape.frame}};
    addShape(std::move(shape));
    return fault;
}

/// Later faults keep away from that frame.
std::optional<PlantedFault> FaultPlanter::Impl::skipFrame()
{
    std::vector<FrameId> frames;
    for (const auto& [id, sequence] : scene.sequences) {
        const std::vector<FrameId> all = scene.framesOf(id);
        for (std::size_t i = 1; i + 1 < all.size(); ++i)
            if (!spoiltFrames.contains(all[i]) && !scene.shapes.ofFrame(all[i - 1]).empty() &&
                !scene.shapes.ofFrame(all[i]).empty() && !scene.shapes.ofFrame(all[i + 1]).empty())
                frames.push_back(all[i]);
    }
    if (frames.empty())
        return std::nullopt;
    const FrameId skipped = frames[static_cast<std::size_t>(random.below(static_cast<int>(frames.size())))];
    for (const ShapeId id : scene.shapesOf(skipped))
        scene.shapes.erase(id);
    std::erase_if(scene.tracks, [this](const auto& entry) { return scene.shapes.ofTrack(entry.first).empty(); });
    usedFrames.insert(skipped);
    return PlantedFault{FaultKind::SkippedFrame, {}, {skipped}};
}

} // namespace lunkuo
