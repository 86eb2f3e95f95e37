#pragma once

#include <Eigen/Geometry>

namespace lunkuo
{

// Angles about x, y and z in radians, as other programs say rotations. Which axis comes first matters only for boxes
// that lean.

/// R = Rz * Ry * Rx: OpenLABEL's nine-number cuboid and VCD, labelCloud, SUSTechPOINTS.
Eigen::Quaterniond fromEuler(const Eigen::Vector3d& angles);
Eigen::Vector3d anglesZyx(const Eigen::Quaterniond& rotation);

/// R = Rx * Ry * Rz, what three.js takes where nothing else is said: CVAT's view, Supervisely's.
Eigen::Quaterniond fromAnglesXyz(const Eigen::Vector3d& angles);
Eigen::Vector3d anglesXyz(const Eigen::Quaterniond& rotation);

/// R = Rz * Rx * Ry: the pitch, roll and heading of a vehicle whose y points forward, as SUSTechPOINTS has them.
Eigen::Quaterniond fromAnglesZxy(const Eigen::Vector3d& angles);
Eigen::Vector3d anglesZxy(const Eigen::Quaterniond& rotation);

} // namespace lunkuo
