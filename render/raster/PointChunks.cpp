#include "render/raster/PointChunks.h"

#include <algorithm>

namespace lunkuo
{

std::vector<PointChunk> chunksOf(const PointRun& points, WorkCrew& crew)
{
    std::vector<PointChunk> chunks((points.count + chunkSize - 1) / chunkSize);
    crew.run(chunks.size(), [&](std::size_t i) {
        PointChunk& chunk = chunks[i];
        const std::size_t first = i * chunkSize;
        chunk.points = points.part(first, std::min(chunkSize, points.count - first));
        for (std::size_t k = 0; k < chunk.points.count; ++k)
            chunk.box.extend(Eigen::Map<const Eigen::Vector3f>(chunk.points.xyz + 3 * k));
    });
    return chunks;
}

} // namespace lunkuo
