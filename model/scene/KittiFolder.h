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

/// Whether one calib.txt speaks for all frames of the folder, as in the odometry benchmark, whose poses are the
/// camera's.
bool isOdometryFolder(const QString& root);
/// Gives the frames of a sequence of that benchmark, which lies in `root`, the poses of a file; left out with a remark
/// where calib.txt does not say how camera and LiDAR stand.
void setOdometryPoses(const QString& path, const QString& root, Scene& scene, QStringList& remarks);

} // namespace lunkuo
