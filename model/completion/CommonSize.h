#pragma once

#include "model/completion/TrackScan.h"

namespace lunkuo
{

/// Where a scan's box is expected, and how surely.
struct PoseExpectation
{
    Eigen::Vector3d pose = Eigen::Vector3d::Zero();      ///< x, y, yaw
    Eigen::Vector3d precision = Eigen::Vector3d::Zero(); ///< one over the variance of each
};

/// A scan in the search for the common size.
struct SizedScan
{
    TrackScan* scan = nullptr;
    bool isFixed = false; ///< its box grows and shrinks away from the sensor, and does not move otherwise
    PoseExpectation expected;
};

/// Gives all boxes the length and width that agree best with the evidence of all of them, and moves those that are not
/// fixed to where they fit with it. `isSizeFixed`: the boxes keep the size of the prior.
///
/// Levenberg-Marquardt over the size and all poses at once; the poses are eliminated (Schur complement), so that a step
/// costs as much as that of a single box each.
void fitCommonSize(std::vector<SizedScan>& scans, const SizePrior& prior, bool isSizeFixed, int steps);

/// The rectangle with another length and width, its sides that look to `eye` (same frame) where they were.
Rectangle resizedAway(const Rectangle& rectangle, const Eigen::Vector2d& eye, double length, double width);

} // namespace lunkuo
