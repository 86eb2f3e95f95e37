#pragma once

#include "model/geometry/PointIndex.h"
#include "render/raster/WorkCrew.h"

#include <Eigen/Geometry>
#include <vector>

namespace lunkuo
{

/// Points that lie close together and the box round them, in the cloud's own coordinates. All that the rasteriser asks
/// for is a list of these: whoever holds only a part of a map in memory hands over the chunks of that part.
struct PointChunk
{
    PointRun points;
    Eigen::AlignedBox3f box;
};

/// How many points a chunk holds, the last one excepted.
inline constexpr std::size_t chunkSize = 4096;

/// Cuts points whose order follows their places into chunks. They must outlive the chunks.
std::vector<PointChunk> chunksOf(const PointRun& points, WorkCrew& crew);

} // namespace lunkuo
