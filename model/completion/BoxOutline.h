#pragma once

#include "model/geometry/Cuboid.h"
#include "model/scene/Outline.h"
#include "model/scene/Taxonomy.h"

#include <vector>

namespace lunkuo
{

/// The outline of a body of that kind filling the cuboid: rounded footprint, side profile and closed surface, left and
/// right alike. What lies near points is seen; what mirrors such a part is there by symmetry; the rest is the prior's.
Outline boxOutline(const Cuboid& cuboid, BodyKind body, const std::vector<Eigen::Vector3d>& points,
    const Eigen::Vector3d& sensorOrigin);

} // namespace lunkuo
