#pragma once

#include "model/scene/Outline.h"

namespace lunkuo
{

/// Points of an outline's surface, in the object's own frame.
struct SurfaceSamples
{
    std::vector<Eigen::Vector3d> points;
    std::vector<Provenance> provenance; ///< of the nearest corner of each point's triangle
};

/// `count` points, each place of the surface as likely as any other (Osada et al. 2002); the same for the same seed.
/// None where the surface has no area.
SurfaceSamples sampleSurface(const Outline& outline, int count, std::uint64_t seed);

/// Which share of the surface a sensor has seen, by area, 0..1.
double seenShare(const Outline& outline);

} // namespace lunkuo
