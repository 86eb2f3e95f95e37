#pragma once

#include "model/base/Progress.h"
#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// Gives frames the pictures that lie in `camera/NAME/FRAME.jpg` beside the folder of their clouds, and the cameras:
/// from `calib/camera/NAME.json` as SUSTechPOINTS has them (extrinsic LiDAR to camera, intrinsic; besides, as
/// unpacked bags have it, distortion with ROS's name of a model and its coefficients), or from
/// `camera/NAME/intrinsics.json` and `poses.json` with `lidar_poses_world.json`, as PandaSet has them, whose frames'
/// names count the poses (its LiDAR's axes are x right, y forward). What is missing or damaged becomes a remark; the
/// rest is kept.
void addCameraFolder(const QString& root, Scene& scene, QStringList& remarks, const Progress& progress);

} // namespace lunkuo
