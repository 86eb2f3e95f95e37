#pragma once

#include "model/scene/Sequence.h"
#include "model/sequence/PlaceFit.h"
#include "model/sequence/StandingStretches.h"

namespace lunkuo
{

/// What one frame says about an object, kept to be weighed together with other frames: less than 20 KB, and it needs
/// the frame's cloud no more.
struct FrameEvidence
{
    Eigen::Isometry3d sensor_world = Eigen::Isometry3d::Identity();
    Eigen::Vector2d origin = Eigen::Vector2d::Zero(); ///< of its places, in the sensor frame
    Eigen::Vector2d sensor = Eigen::Vector2d::Zero();
    Evidence evidence;

    FrameEvidence(const Frame& frame, const PreparedFrame& prepared, const PlaceFit& fit);
    /// A box of the world as the frame sees it.
    [[nodiscard]] Rectangle seen(const Cuboid& world) const;
};

/// A box in the world and what speaks against it: lower is better.
struct StillFit
{
    Cuboid cuboid;
    double cost = 0.0;
};
/// One box in the world for an object that stands still, fitted to what all the frames say. Starts from each of the
/// boxes; their height and the direction of their heading stay. `prior` says how long and wide it should be. The first
/// of them is where a person has it: the surer that was (0..1), the more must speak for a box elsewhere.
StillFit fitStill(const std::vector<FrameEvidence>& frames, const std::vector<Cuboid>& starts, const SizePrior& prior,
    double sureness = 0.0);
/// What a frame says against a box in the world, whatever its size should be.
double costIn(const FrameEvidence& frame, const Cuboid& world);

} // namespace lunkuo
