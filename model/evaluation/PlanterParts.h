#pragma once

#include "model/evaluation/FaultPlanter.h"
#include "model/geometry/Angles.h"
#include "model/review/Checks.h"
#include "model/sequence/WorldPose.h"
#include "model/synth/Random.h"

#include <functional>

namespace lunkuo
{

struct FaultPlanter::Impl
{
    Scene& scene;
    PointCounts points;
    PlanterOptions options;
    synth::Random random;
    std::set<TrackId> used;
    std::set<FrameId> usedFrames{};   ///< that are left out
    std::set<FrameId> spoiltFrames{}; ///< that hold the whole of a fault

    /// A track, and the place among its shapes where something may go wrong.
    struct Target
    {
        TrackId track;
        std::vector<ShapeId> shapes;
        std::size_t at = 0;
    };
    using Suits = std::function<bool(const Target&)>;

    [[nodiscard]] const Shape& shape(const Target& target, std::size_t i) const
    {
        return scene.shapes.at(target.shapes[i]);
    }
    [[nodiscard]] const Frame& frame(const Target& target, std::size_t i) const
    {
        return scene.frames.at(shape(target, i).frame);
    }
    [[nodiscard]] const ClassDef* type(const Target& target) const
    {
        return scene.taxonomy.classOf(scene.tracks.at(target.track).classId);
    }
    [[nodiscard]] bool isSeen(const Target& target, std::size_t i) const
    {
        const auto count = points.find(target.shapes[i]);
        const Cuboid& cuboid = shape(target, i).cuboid;
        return count != points.end() && count->second >= options.fewestPoints &&
               cuboid.center.head<2>().norm() < options.farthest_m;
    }
    [[nodiscard]] Cuboid world(const Target& target, std::size_t i) const
    {
        return inWorld(frame(target, i), shape(target, i).cuboid);
    }
    /// Without poses it is the sensor that moves, as far as anybody knows.
    [[nodiscard]] bool isPosed(const Target& target) const { return frame(target, target.at).world_ego.has_value(); }
    /// Metres per second over ground at the place.
    [[nodiscard]] double speed(const Target& target) const
    {
        if (target.shapes.size() < 2)
            return 0.0;
        const std::size_t a = target.at == 0 ? 0 : target.at - 1;
        const double time = seconds(frame(target, a + 1)) - seconds(frame(target, a));
        return (world(target, a + 1).center - world(target, a).center).norm() / std::max(1e-3, time);
    }
    [[nodiscard]] bool isNext(const Target& target, std::size_t i) const
    {
        return frame(target, i).index == frame(target, i - 1).index + 1;
    }
    /// So many shapes before and from the place on, without a gap at it.
    [[nodiscard]] bool isAmid(const Target& target, std::size_t before, std::size_t after) const
    {
        return target.at >= before && target.at + after <= target.shapes.size() && isNext(target, target.at);
    }

    std::optional<Target> choose(const Suits& suits)
    {
        std::vector<Target> targets;
        for (const auto& [id, track] : scene.tracks) {
            if (used.contains(id))
                continue;
            Target target{id, scene.shapesOf(id), 0};
            for (; target.at < target.shapes.size(); ++target.at)
                if (!usedFrames.contains(shape(target, target.at).frame) && type(target) && isSeen(target, target.at) &&
                    suits(target))
                    targets.push_back(target);
        }
        if (targets.empty())
            return std::nullopt;
        Target chosen = targets[static_cast<std::size_t>(random.below(static_cast<int>(targets.size())))];
        used.insert(chosen.track);
        return chosen;
    }

    void change(const Target& target, std::size_t i, const std::function<void(Shape&)>& how)
    {
        Shape after = shape(target, i);
        how(after);
        scene.shapes.insert(std::move(after));
    }

    using How = std::function<void(Shape&)>;
    std::optional<PlantedFault> spoilOne(FaultKind kind, const Suits& suits, const How& how)
    {
        const auto target = choose(suits);
        if (!target)
            return std::nullopt;
        change(*target, target->at, how);
        return PlantedFault{kind, {target->track}, {shape(*target, target->at).frame}};
    }
    std::optional<PlantedFault> spoilFrom(FaultKind kind, const Target& target, std::size_t first, const How& how)
    {
        PlantedFault fault{kind, {target.track}};
        for (std::size_t i = first; i < target.shapes.size(); ++i) {
            change(target, i, how);
            fault.frames.insert(shape(target, i).frame);
        }
        return fault;
    }
    std::optional<PlantedFault> spoilAll(FaultKind kind, const Suits& suits, const How& how)
    {
        const auto target = choose(suits);
        return target ? spoilFrom(kind, *target, 0, how) : std::nullopt;
    }

    std::optional<PlantedFault> plantBox(FaultKind kind);
    std::optional<PlantedFault> plantPose(FaultKind kind);
    std::optional<PlantedFault> plantPresence(FaultKind kind);
    std::optional<PlantedFault> plantTrack(FaultKind kind);
    std::optional<PlantedFault> plantRest(FaultKind kind);
    std::optional<PlantedFault> swapTails();
    std::optional<PlantedFault> freeze();
    std::optional<PlantedFault> placeOnRoad();
    std::optional<PlantedFault> skipFrame();
    std::optional<PlantedFault> giveOtherClass();
    std::optional<PlantedFault> copyTrack(const Target& target, FaultKind kind, std::size_t first, std::size_t last);
    TrackId newTrack(const Track& like);
    ShapeId addShape(Shape shape);
};

} // namespace lunkuo
