#pragma once

#include "model/geometry/Cuboid.h"

#include <optional>
#include <vector>

namespace lunkuo
{

/// The upright box round points (metres): the rectangle of least area over ground, its longer side the length. Which
/// end is the front the points do not say. Nothing for fewer than `fewestInstancePoints`.
std::optional<Cuboid> boxRound(const std::vector<Eigen::Vector3d>& points);

/// Fewer say too little about a box.
inline constexpr std::size_t fewestInstancePoints = 5;

} // namespace lunkuo
