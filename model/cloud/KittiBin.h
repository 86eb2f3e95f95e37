#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Bare records of x y z intensity float32, as KITTI writes its Velodyne scans.
Result<PointCloud> readKittiBin(const QString& path);

} // namespace lunkuo
