#pragma once

#include "model/cloud/CloudFormat.h"

namespace lunkuo
{

/// Stanford's PLY: ascii and binary of either byte order. The vertices are the points; all other elements are passed
/// over.
Result<PointCloud> readPly(const QString& path);

/// Little-endian or text, all fields; positions as double where the cloud has an offset, colours as red, green, blue.
Result<QStringList> writePly(const PointCloud& cloud, const QString& path, const WriteOptions& options);

} // namespace lunkuo
