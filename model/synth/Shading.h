#pragma once

#include "model/synth/Raycaster.h"

namespace lunkuo::synth
{

/// How much of the light of sun and sky reaches a place.
struct Illumination
{
    bool sunlit = true;
    float sky = 1.0F; ///< share of the sky that is open
};

/// Towards the sun, world frame.
Eigen::Vector3f sunDirection();
/// Light from the sky in a direction, linear RGB; below the horizon what streets look like from afar.
Eigen::Vector3f skyColor(const Eigen::Vector3f& direction);
/// Light from what the ray met towards where it came from, linear RGB.
Eigen::Vector3f shade(const CastRay& ray, const Hit& hit, const Illumination& light);
/// Linear RGB as a screen shows it.
std::uint32_t displayed(const Eigen::Vector3f& color);

} // namespace lunkuo::synth
