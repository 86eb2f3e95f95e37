#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Points as lines of text (.xyz .txt .csv .asc), separated by blanks, tabs, commas or semicolons, with or without a
/// line of names. Without one, the columns are x y z, then intensity when there is one more, or colours where they can
/// be nothing else.
Result<PointCloud> readText(const QString& path);

} // namespace lunkuo
