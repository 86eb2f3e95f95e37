#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Where the LiDAR probably is in the cloud's frame, for clouds without calibration: above the origin at the height
/// over the ground that a roof-mounted sensor has when the cloud's origin lies near the ground, at the origin
/// otherwise. In a cloud far from its origin, as in a map's coordinates, it is looked for in the middle of the points.
Eigen::Vector3d estimateSensorOrigin(const PointCloud& cloud);

} // namespace lunkuo
