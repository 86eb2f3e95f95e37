#include "model/images/SightLine.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double nearest_px = 3.0;
constexpr double widest_tan = 0.0175; ///< of one degree
constexpr double shown_px = 8.0;
} // namespace

std::optional<std::uint32_t> pointMeant(const PointIndex& index, const Ray& ray, double tanPixel)
{
    for (double radius = nearest_px * tanPixel; radius > 0.0; radius *= 2.0) {
        const double tanHalfAngle = std::min(radius, widest_tan);
        if (const auto found = index.pick(ray, tanHalfAngle); found || radius >= widest_tan)
            return found;
    }
    return std::nullopt;
}

SightLine sightLine(const PointIndex& index, const Ray& ray, double tanPixel)
{
    SightLine line{ray, {}, pointMeant(index, ray, tanPixel)};
    double tanHalfAngle = shown_px * tanPixel;
    if (line.meant) {
        const Eigen::Vector3d arm = index.cloud().point(*line.meant) - ray.origin;
        const double depth = arm.dot(ray.direction);
        tanHalfAngle = std::max(tanHalfAngle, 1.2 * (arm - depth * ray.direction).norm() / depth);
    }
    line.points = index.inCone(ray, std::min(tanHalfAngle, widest_tan));
    return line;
}

} // namespace lunkuo
