#pragma once

#include "model/base/Progress.h"
#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// Gives the frames of a KITTI object folder what lies beside their clouds, by name: pictures (image_0..3), calibration
/// (one per distinct content), and label_2 as existing annotation. What is missing or damaged becomes a remark; the
/// rest is kept.
void addKittiFiles(const QString& root, Scene& scene, QStringList& remarks, const Progress& progress);

/// In a KITTI odometry folder, which poses.txt speaks of the camera, how camera and LiDAR stand; the identity
/// elsewhere.
Eigen::Isometry3d odometryCamera_sensor(const QString& root);

} // namespace lunkuo
