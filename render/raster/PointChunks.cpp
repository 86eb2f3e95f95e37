#include "render/raster/PointChunks.h"

#include <algorithm>

namespace lunkuo
{

std::vector<PointChunk> chunksOf(std::span<const IndexedPoint> points, WorkCrew& crew)
{
    std::vector<PointChunk> chunks((points.size() + chunkSize - 1) / chunkSize);
    crew.run(chunks.size(), [&](std::size_t i) {
        PointChunk& chunk = chunks[i];
        const std::size_t first = i * chunkSize;
        chunk.points = points.subspan(first, std::min(chunkSize, points.size() - first));
        for (const IndexedPoint& point : chunk.points)
            chunk.box.extend(Eigen::Map<const Eigen::Vector3f>(point.xyz.data()));
    });
    return chunks;
}

} // namespace lunkuo
