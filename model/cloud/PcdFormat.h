#pragma once

#include "model/cloud/CloudFormat.h"

namespace lunkuo
{

/// Point Cloud Library's PCD, versions 0.5 to 0.7: ascii, binary and binary_compressed.
Result<PointCloud> readPcd(const QString& path);

/// Version 0.7, all fields; positions as double where the cloud has an offset.
Result<QStringList> writePcd(const PointCloud& cloud, const QString& path, const WriteOptions& options);

} // namespace lunkuo
