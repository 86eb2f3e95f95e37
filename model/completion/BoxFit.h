#pragma once

#include "model/geometry/Cuboid.h"

#include <functional>
#include <vector>

namespace lunkuo
{

using GroundHeight = std::function<double(double x, double y)>;

/// The full-size box round points of one object, seen from `sensorOrigin`: heading by the closeness criterion (Zhang et
/// al., IV 2017), faces towards the sensor on the points, the unseen ones so far behind that the size is the prior's
/// where less was seen; bottom on the ground. All in the sensor frame, metres.
Cuboid fitBox(const std::vector<Eigen::Vector3d>& points, const Eigen::Vector3d& sensorOrigin,
    const Eigen::Vector3d& priorSize, const GroundHeight& groundHeight);

} // namespace lunkuo
