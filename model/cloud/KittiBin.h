#pragma once

#include "model/cloud/CloudFormat.h"

#include <QByteArray>

namespace lunkuo
{

/// Bare records of x y z intensity float32, as KITTI writes its Velodyne scans.
Result<PointCloud> readKittiBin(const QString& path);

/// What the points have of reflected light, under any of its usual names; null where they have none.
const CloudField* intensityOf(const PointCloud& cloud);
/// The intensity of each point in 0..1, whatever the range that the cloud has it in; without one 0.
std::vector<float> reflectances(const PointCloud& cloud);

/// A cloud as KITTI's .bin holds it: float32 x y z reflectance, reflectance in 0..1. An intensity that goes beyond 1 is
/// divided by the largest value of its range (255, or 65535); without one it is 0.
QByteArray kittiCloud(const PointCloud& cloud);

/// kittiCloud() as a file. Refuses a cloud of no points.
Result<QStringList> writeKittiBin(const PointCloud& cloud, const QString& path, const WriteOptions& options);

} // namespace lunkuo
