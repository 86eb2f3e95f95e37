#pragma once

#include "model/geometry/Cuboid.h"

#include <Eigen/Core>
#include <span>
#include <vector>

namespace lunkuo
{

// Polygons in the plane: closed (the last vertex joins the first), counter-clockwise where it matters.
using Polygon2 = std::vector<Eigen::Vector2d>;

/// Positive when counter-clockwise.
double signedArea(std::span<const Eigen::Vector2d> polygon);

/// The smallest convex polygon round the places, counter-clockwise (monotone chain, Andrew 1979); fewer than three
/// vertices where they lie on one line.
Polygon2 convexHull(Polygon2 places);

/// What two convex counter-clockwise polygons have in common; empty when nothing.
Polygon2 convexIntersection(const Polygon2& a, const Polygon2& b);

/// The bottom face seen from above, counter-clockwise.
Polygon2 groundRectangle(const Cuboid& cuboid);

/// Intersection over union of the cuboids seen from above, 0..1.
double bevIou(const Cuboid& a, const Cuboid& b);

/// Intersection over union of the solids, taking both as upright, 0..1.
double iou3d(const Cuboid& a, const Cuboid& b);

} // namespace lunkuo
