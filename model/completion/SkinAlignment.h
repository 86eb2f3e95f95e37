#pragma once

#include "model/completion/OutlineBuilder.h"
#include "model/completion/TrackScan.h"

namespace lunkuo
{

/// Where a scan's box is expected, and how surely.
struct PoseExpectation
{
    Eigen::Vector3d pose = Eigen::Vector3d::Zero();      ///< x, y, yaw
    Eigen::Vector3d precision = Eigen::Vector3d::Zero(); ///< one over the variance of each
};

/// Moves and turns the scan's box so that its points lie on the solid that fills the box; a few Levenberg-Marquardt
/// steps from where it is, held by what is expected.
void alignTo(const Solid& solid, TrackScan& scan, const PoseExpectation& expected);

/// The surface of an object of that size that its points, in the frame of the bottom of its box, lie on.
Solid solidOf(BodyKind body, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points);

/// One of the points in each cell of that size (metres), so that what was seen near and often does not count more.
std::vector<Eigen::Vector3d> evenly(const std::vector<Eigen::Vector3d>& points, double cell_m);

} // namespace lunkuo
