#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Bare records of x y z intensity ring float32, as nuScenes writes its scans (.pcd.bin).
Result<PointCloud> readNuscenesBin(const QString& path);

} // namespace lunkuo
