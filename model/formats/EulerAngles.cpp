#include "model/formats/EulerAngles.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
Eigen::AngleAxisd about(const Eigen::Vector3d& angles, int axis)
{
    return {angles[axis], Eigen::Vector3d::Unit(axis)};
}
} // namespace

Eigen::Quaterniond fromEuler(const Eigen::Vector3d& angles)
{
    return about(angles, 2) * about(angles, 1) * about(angles, 0);
}

Eigen::Vector3d anglesZyx(const Eigen::Quaterniond& rotation)
{
    const Eigen::Matrix3d r = rotation.toRotationMatrix();
    // Straight up or down, roll and heading are one turn: the heading takes it.
    if (std::abs(r(2, 0)) > 1.0 - 1e-12)
        return {0.0, -std::asin(std::clamp(r(2, 0), -1.0, 1.0)), std::atan2(-r(0, 1), r(1, 1))};
    return {std::atan2(r(2, 1), r(2, 2)), -std::asin(std::clamp(r(2, 0), -1.0, 1.0)), std::atan2(r(1, 0), r(0, 0))};
}

Eigen::Quaterniond fromAnglesXyz(const Eigen::Vector3d& angles)
{
    return about(angles, 0) * about(angles, 1) * about(angles, 2);
}

Eigen::Vector3d anglesXyz(const Eigen::Quaterniond& rotation)
{
    // The inverse turns back in the other order: Rz(-c) * Ry(-b) * Rx(-a).
    return -anglesZyx(rotation.conjugate());
}

Eigen::Quaterniond fromAnglesZxy(const Eigen::Vector3d& angles)
{
    return about(angles, 2) * about(angles, 0) * about(angles, 1);
}

Eigen::Vector3d anglesZxy(const Eigen::Quaterniond& rotation)
{
    // With x and y exchanged, as in a mirror, it is Rz * Ry * Rx with all turns the other way.
    const Eigen::Quaterniond mirrored(rotation.w(), -rotation.y(), -rotation.x(), -rotation.z());
    const Eigen::Vector3d angles = -anglesZyx(mirrored);
    return {angles.y(), angles.x(), angles.z()};
}

} // namespace lunkuo
