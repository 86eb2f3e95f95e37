#pragma once

#include "model/cloud/CloudFormat.h"

namespace lunkuo
{

/// An array of NumPy, format version 1 to 3: either N rows of at least x y z, of which a fourth is the intensity, or
/// N elements with named values, three of which are x y z or one of which is a place of three numbers.
Result<PointCloud> readNpy(const QString& path);

/// Rows of float32 where the cloud is no more than x y z and such an intensity, else elements with named values.
Result<QStringList> writeNpy(const PointCloud& cloud, const QString& path, const WriteOptions& options);

} // namespace lunkuo
