#include "model/tools/Picking.h"

#include <limits>

namespace lunkuo
{

namespace
{
/// Points of an object lie on its cuboid's faces as often as inside.
constexpr double pointMargin_m = 0.05;
constexpr double beyondSight_m = 1000.0;

bool isHidden(ShapeId shape, const HiddenPtr& hidden)
{
    return hidden && hidden->shapes.contains(shape);
}
} // namespace

std::optional<Eigen::Vector3d> pointUnder(const ToolEvent& event, const LoadedFrame& frame)
{
    const auto hidden = event.hidden ? std::span(event.hidden->points) : std::span<const std::uint8_t>();
    const auto picked =
        frame.index->pick(event.ray, pickRadius_px * event.tanPixel, pickRadius_px * event.pixelSize_m, hidden);
    if (!picked)
        return std::nullopt;
    return frame.cloud->point(*picked);
}

ShapeId shapeAround(const Eigen::Vector3d& point, const Scene& scene, FrameId frame, const HiddenPtr& hidden)
{
    ShapeId best;
    double smallest = std::numeric_limits<double>::infinity();
    for (const ShapeId id : scene.shapesOf(frame)) {
        const Cuboid& cuboid = scene.shapes.at(id).cuboid;
        if (isHidden(id, hidden))
            continue;
        if (cuboid.contains(point, pointMargin_m) && cuboid.volume() < smallest) {
            smallest = cuboid.volume();
            best = id;
        }
    }
    return best;
}

ShapeId shapeUnder(const ToolEvent& event, const ToolContext& context)
{
    const Scene& scene = context.document.scene();
    const FrameId frame = context.selection.frame();
    if (const LoadedFramePtr loaded = context.frames.loadedFrame(frame))
        if (const auto point = pointUnder(event, *loaded))
            if (const ShapeId around = shapeAround(*point, scene, frame, event.hidden); around.isValid())
                return around;
    ShapeId best;
    double nearest = std::numeric_limits<double>::infinity();
    for (const ShapeId id : scene.shapesOf(frame))
        if (const auto distance = scene.shapes.at(id).cuboid.intersect(event.ray);
            distance && *distance < nearest && !isHidden(id, event.hidden)) {
            nearest = *distance;
            best = id;
        }
    return best;
}

std::optional<Eigen::Vector3d> onPlane(const Ray& ray, const Eigen::Vector3d& through, const Eigen::Vector3d& normal)
{
    const double approach = ray.direction.dot(normal);
    if (std::abs(approach) < 1e-9)
        return std::nullopt;
    const double distance = (through - ray.origin).dot(normal) / approach;
    if (!(distance > 0.0 && distance < beyondSight_m))
        return std::nullopt;
    return ray.at(distance);
}

} // namespace lunkuo
