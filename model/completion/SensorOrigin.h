#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Where the LiDAR probably is in the cloud's frame, for clouds without calibration: above the origin at the height
/// over the ground that a roof-mounted sensor has when the cloud's origin lies near the ground, at the origin
/// otherwise.
Eigen::Vector3d estimateSensorOrigin(const PointCloud& cloud);

} // namespace lunkuo
