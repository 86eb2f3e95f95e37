#pragma once

#include "model/cloud/PointCloud.h"
#include "model/completion/GroundEnvelope.h"

#include <cstdint>
#include <span>

namespace lunkuo
{

/// The ground round a click: z = level + slope · (p - center), relative to the cloud's offset.
struct GroundPlane
{
    Eigen::Vector2d center = Eigen::Vector2d::Zero();
    Eigen::Vector2d slope = Eigen::Vector2d::Zero();
    double level = 0.0;

    [[nodiscard]] double height(const Eigen::Vector2d& at) const { return level + slope.dot(at - center); }
};

/// A robust plane through the lowest of the nearby points near the envelope, within `radius_m` of `center`.
GroundPlane fitGroundPlane(const PointCloud& cloud, std::span<const std::uint32_t> nearby,
    const GroundEnvelope& envelope, const Eigen::Vector2d& center, double radius_m);

} // namespace lunkuo
