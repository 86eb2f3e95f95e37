#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// Makes one field "rgb" of three fields that hold red, green and blue: bytes, or 16 bit, or floats up to 1.
void joinColours(PointCloud& cloud);

} // namespace lunkuo
