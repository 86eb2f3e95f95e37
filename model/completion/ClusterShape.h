#pragma once

#include "model/completion/ClusterFinder.h"

namespace lunkuo
{

/// How a cluster lies and stands: its tightest rectangle seen from above, and its heights over the ground.
struct ClusterShape
{
    Eigen::Vector2d center = Eigen::Vector2d::Zero(); ///< relative to the cloud's offset
    double length = 0.0;                              ///< metres, the longer side
    double width = 0.0;
    double top = 0.0;    ///< metres over the ground, below which nearly all points are
    double onEdge = 0.0; ///< share of its lower points that lie near the sides of the rectangle
    double range = 0.0;
    std::uint32_t seed = 0; ///< the point of the cluster to click on
};

/// Of the points with these indices, of which there must be some.
ClusterShape describe(const PreparedFrame& frame, const std::vector<std::uint32_t>& points);

/// What is nearer to the sensor belongs to the vehicle that carries it.
inline constexpr double ownRange_m = 2.0;

/// How likely the cluster is a vehicle or a part of one by its looks alone, 0..1: to choose what is looked at closely.
double vehicleLikeness(const ClusterShape& shape, const Cluster& cluster);

} // namespace lunkuo
