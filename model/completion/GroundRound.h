#pragma once

#include "model/completion/Completer.h"

namespace lunkuo
{

/// Height of the ground round the sensor, where it is seen: straight below there are no points.
double groundRound(const PreparedFrame& frame, const Eigen::Vector3d& sensor);

} // namespace lunkuo
