#pragma once

#include "model/geometry/Lens.h"

#include <QJsonValue>
#include <Eigen/Geometry>
#include <optional>
#include <vector>

namespace lunkuo
{

// What JSON files say of cameras.

/// Row by row, however the rows are written down; empty when there are not so many finite numbers.
std::vector<double> numbersOf(const QJsonValue& value, std::size_t count);

/// 16 numbers, a rigid motion to two digits; nothing otherwise.
std::optional<Eigen::Isometry3d> motionFrom(const QJsonValue& value);
/// 9 numbers with focal lengths above zero.
std::optional<Eigen::Matrix3d> intrinsicFrom(const QJsonValue& value);

/// OpenCV's coefficients as a list, or ROS's name of a model with them: {"model": "plumb_bob", "coefficients": []}.
/// Missing is a pinhole; nothing for a model that is not known or coefficients that are none.
std::optional<Lens> lensFrom(const QJsonValue& value);

bool isRigid(const Eigen::Isometry3d& motion);

} // namespace lunkuo
