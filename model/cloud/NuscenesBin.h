#pragma once

#include "model/cloud/PointCloud.h"

#include <QByteArray>

namespace lunkuo
{

/// Bare records of x y z intensity ring float32, as nuScenes writes its scans (.pcd.bin).
Result<PointCloud> readNuscenesBin(const QString& path);

/// A cloud as such a file holds it, intensity in 0..255; 0 where there is no intensity, or no ring.
QByteArray nuscenesCloud(const PointCloud& cloud);

} // namespace lunkuo
