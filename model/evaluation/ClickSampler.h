#pragma once

#include "model/cloud/PointCloud.h"
#include "model/geometry/FaceSet.h"
#include "model/scene/Shape.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lunkuo
{

/// A number that depends on the seed and the words alone, so that an object is clicked at the same place whatever else
/// is measured in the same run.
std::uint64_t clickKey(std::uint64_t seed, const QStringList& words);

/// The points in a labelled box, in the order of the rows of their file, which no sorting changes.
std::vector<std::uint32_t> pointsInside(const PointCloud& cloud, const Cuboid& box);
/// Those that stand at least so far above the bottom of the box.
std::vector<std::uint32_t> raisedPoints(
    const PointCloud& cloud, const Cuboid& box, std::span<const std::uint32_t> inside, double above_m);

/// Below this height over the bottom of its box nobody clicks on an object: there may be road.
inline constexpr double lowestClick_m = 0.3;

/// A random one of the box's points that may be clicked; nothing where there is none.
std::optional<Eigen::Vector3d> randomClick(
    const PointCloud& cloud, const Cuboid& box, std::span<const std::uint32_t> inside, std::uint64_t key);

/// The click that a person would add who sees `found` where the object is `box`: on the object's point farthest
/// outside, when that is more than 0.2 m out; else on the foreign point deepest inside ("not this"), when that is more
/// than 0.15 m in; else none. Both as seen from above.
std::optional<SeedClick> correctiveClick(
    const PointCloud& cloud, const Cuboid& box, std::span<const std::uint32_t> inside, const Cuboid& found);

/// A box of which a face was put elsewhere by hand.
struct FaceDrag
{
    Cuboid cuboid;
    FaceSet held;
};

/// The drag that a person would do who sees `found` where the object is `box`: of the side that is farthest from where
/// it belongs, when that is more than 0.15 m; else none.
std::optional<FaceDrag> correctiveDrag(const Cuboid& box, const Cuboid& found);

} // namespace lunkuo
