#pragma once

#include "model/sequence/StaticTracks.h"

namespace lunkuo
{

/// The places between which the object went most evenly and that agree with what was seen: least squares of what was
/// seen, weighted by how sure that is and robust against single strays, and of accelerations (a smoother of fixed
/// interval). As long as `sights`, which are in the order of their times.
std::vector<Eigen::Vector3d> smoothed(const std::vector<WorldSight>& sights);

} // namespace lunkuo
