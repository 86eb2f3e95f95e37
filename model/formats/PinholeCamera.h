#pragma once

#include "model/scene/Calibration.h"

namespace lunkuo
{

/// A camera as formats have it whose matrix is 3x3: where KITTI's 3x4 projection puts a camera beside the one that it
/// speaks of, here the camera itself stands there.
struct PinholeCamera
{
    Eigen::Matrix3d intrinsic = Eigen::Matrix3d::Identity();
    Eigen::Isometry3d camera_sensor = Eigen::Isometry3d::Identity();

    static PinholeCamera of(const Camera& camera);
};

} // namespace lunkuo
