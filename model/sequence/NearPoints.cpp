#include "model/sequence/NearPoints.h"

namespace lunkuo
{

namespace
{
constexpr double ground_m = 0.15; ///< points no higher than this above the ground may be ground
}

NearPoints nearPoints(const LoadedFrame& frame, const Cuboid& base, const Eigen::Vector3d& extent_m)
{
    NearPoints result{base, {}};
    Cuboid around = base;
    around.size = extent_m;
    for (const std::uint32_t i : frame.index->inside(around)) {
        const Eigen::Vector3d point = frame.cloud->point(i);
        const double ground = frame.prepared->groundHeight(point.x(), point.y());
        result.points.push_back({base.toObject(point).cast<float>(), point.z() < ground + ground_m});
    }
    return result;
}

} // namespace lunkuo
