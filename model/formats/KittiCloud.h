#pragma once

#include "model/cloud/PointCloud.h"

#include <QByteArray>

namespace lunkuo
{

/// A cloud as KITTI's .bin holds it: float32 x y z reflectance, reflectance in 0..1. An intensity that goes beyond 1 is
/// divided by the largest value of its range (255, or 65535); without one it is 0.
QByteArray kittiCloud(const PointCloud& cloud);

} // namespace lunkuo
