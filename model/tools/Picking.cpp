#include "model/tools/Picking.h"

#include <limits>

namespace lunkuo
{

std::optional<Eigen::Vector3d> pointUnder(const ToolEvent& event, const LoadedFrame& frame)
{
    const auto picked = frame.index->pick(event.ray, pickRadius_px * event.tanPixel, pickRadius_px * event.pixelSize_m);
    if (!picked)
        return std::nullopt;
    return frame.cloud->point(*picked);
}

ShapeId shapeUnder(const ToolEvent& event, const Scene& scene, FrameId frame)
{
    ShapeId best;
    double nearest = std::numeric_limits<double>::infinity();
    for (const ShapeId id : scene.shapesOf(frame))
        if (const auto distance = scene.shapes.at(id).cuboid.intersect(event.ray); distance && *distance < nearest) {
            nearest = *distance;
            best = id;
        }
    return best;
}

std::optional<Eigen::Vector3d> onPlane(const Ray& ray, double z)
{
    if (std::abs(ray.direction.z()) < 1e-9)
        return std::nullopt;
    const double distance = (z - ray.origin.z()) / ray.direction.z();
    if (distance <= 0.0)
        return std::nullopt;
    return ray.at(distance);
}

} // namespace lunkuo
