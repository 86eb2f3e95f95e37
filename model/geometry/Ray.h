#pragma once

#include <Eigen/Core>

namespace lunkuo
{

/// A half-line of sight in the sensor frame; `direction` has unit length.
struct Ray
{
    Eigen::Vector3d origin = Eigen::Vector3d::Zero();
    Eigen::Vector3d direction = Eigen::Vector3d::UnitX();

    [[nodiscard]] Eigen::Vector3d at(double distance_m) const { return origin + distance_m * direction; }
};

} // namespace lunkuo
