#pragma once

#include "model/completion/CarShape.h"
#include "model/geometry/Cuboid.h"
#include "model/scene/Outline.h"

#include <vector>

namespace lunkuo
{

/// The outline of an object that fills a cuboid: a car's body bent onto its points, or where `shape` is null a rounded
/// box, or the hull of the points of a thin object. Points in the frame of the cuboid's bottom: front at +x, heights
/// over the ground.
Outline outlineOf(const Cuboid& cuboid, const CarShape* shape, const std::vector<Eigen::Vector3d>& points);

/// The body among those of the kind that the points of such a cuboid lie nearest to; null where the kind has none.
const CarShape* likeliestShape(BodyKind body, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points);

} // namespace lunkuo
