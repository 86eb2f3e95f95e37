#pragma once

#include "model/cloud/CloudBuilder.h"
#include "model/cloud/FileBytes.h"

namespace lunkuo
{

/// Reads `count` records of `stride` bytes each that lie in the file from `start` on, on several threads when there are
/// many.
Result<PointCloud> readRecords(
    const FileBytes& file, std::size_t start, std::size_t count, std::size_t stride, CloudBuilder builder);

/// The same for all rows of a block that lies in memory.
Result<PointCloud> convertBlock(const char* block, std::size_t count, CloudBuilder builder);

/// The same for a file that is nothing but records of float32 of these names; `what` the format is called in the
/// sentence.
Result<PointCloud> readBareRecords(const QString& path, const QStringList& names, const QString& what);

} // namespace lunkuo
