#pragma once

#include "model/cloud/PointCloud.h"
#include "model/completion/Completer.h"

#include <vector>

namespace lunkuo
{

// What a click gives without completion, to compare with.

/// The points above the ground that hang together with the click: Euclidean growth in steps of at most half a metre.
std::vector<Eigen::Vector3d> clusterAt(const PreparedFrame& frame, const Eigen::Vector3d& click);

/// The smallest rectangle round the points seen from above, as a box from `ground_m` to their highest; heading along
/// its longer side.
Cuboid minimumAreaBox(const std::vector<Eigen::Vector3d>& points, double ground_m);

/// The rectangle to whose edges the points are closest (Zhang, Xu, Dong, Dolan: Efficient L-Shape Fitting for Vehicle
/// Detection Using Laser Scanners, IV 2017, with the closeness criterion, in steps of one degree); height and heading
/// likewise.
Cuboid closenessBox(const std::vector<Eigen::Vector3d>& points, double ground_m);

} // namespace lunkuo
