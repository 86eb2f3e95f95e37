#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Stanford's PLY: ascii and binary of either byte order. The vertices are the points; all other elements are passed
/// over.
Result<PointCloud> readPly(const QString& path);

} // namespace lunkuo
