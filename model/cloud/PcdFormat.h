#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Point Cloud Library's PCD, versions 0.5 to 0.7: ascii, binary and binary_compressed.
Result<PointCloud> readPcd(const QString& path);

} // namespace lunkuo
