#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/cloud/PointCloud.h"
#include "model/geometry/Cuboid.h"
#include "model/scene/Scene.h"

#include <QDir>
#include <map>
#include <span>

namespace lunkuo
{

/// Points of the cloud inside each box, faces included.
using PointCounts = std::map<ShapeId, qint64>;

/// Those of the shapes, in their order.
std::vector<Cuboid> cuboidsOf(const Scene& scene, const std::vector<ShapeId>& shapes);

/// One number per cuboid (sensor frame), in their order.
std::vector<qint64> pointsInside(const PointCloud& cloud, std::span<const Cuboid> cuboids);

/// Of all shapes of the scene. Each cloud is read once, those of frames without shapes not at all; several at the same
/// time. Error: the first cloud that cannot be read, or that `progress` was cancelled.
Result<PointCounts> countPoints(const Scene& scene, const QDir& projectFolder, const Progress& progress);

} // namespace lunkuo
