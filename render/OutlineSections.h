#pragma once

#include "model/scene/Outline.h"

namespace lunkuo
{

/// A curve on an outline's surface, object frame.
struct SectionCurve
{
    std::vector<Eigen::Vector3d> points;
    std::vector<Provenance> provenance; ///< of the way from each point to the next
    bool isClosed = false;              ///< the last point leads to the first
};

/// Where the plane `axis` = `value` (0 x, 1 y, 2 z; metres) cuts the outline's surface.
std::vector<SectionCurve> sectionsOf(const Outline& outline, int axis, double value);

/// The footprint as a curve at a height.
SectionCurve footprintOf(const Outline& outline, double z);

} // namespace lunkuo
