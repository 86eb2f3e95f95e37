#include "model/tools/Picking.h"

#include "model/completion/GroundRound.h"

#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{
/// Points of an object lie on its cuboid's faces as often as inside.
constexpr double pointMargin_m = 0.05;
constexpr double beyondSight_m = 1000.0;

} // namespace

bool isHidden(const Shape& shape, const ToolEvent& event, const ToolContext& context)
{
    return (event.hidden && event.hidden->shapes.contains(shape.id)) || !context.selection.isShown(shape.track);
}

std::optional<Eigen::Vector3d> pointUnder(const ToolEvent& event, const LoadedFrame& frame)
{
    const auto hidden = event.hidden ? std::span(event.hidden->points) : std::span<const std::uint8_t>();
    const auto picked =
        frame.index->pick(event.ray, pickRadius_px * event.tanPixel, pickRadius_px * event.pixelSize_m, hidden);
    if (!picked)
        return std::nullopt;
    return frame.cloud->point(*picked);
}

std::optional<Eigen::Vector3d> placeUnder(const ToolEvent& event, const ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    if (!frame)
        return std::nullopt;
    if (const auto point = pointUnder(event, *frame))
        return point;
    double height = groundRound(*frame->prepared, frame->prepared->sensorOrigin());
    std::optional<Eigen::Vector3d> place;
    // A few rounds find the place on ground that slopes.
    for (int round = 0; round < 4 && std::isfinite(height); ++round) {
        place = onPlane(event.ray, {0.0, 0.0, height});
        if (!place)
            return std::nullopt;
        height = frame->prepared->groundHeight(place->x(), place->y());
    }
    return place;
}

ShapeId shapeAround(const Eigen::Vector3d& point, const ToolEvent& event, const ToolContext& context)
{
    const Scene& scene = context.document.scene();
    ShapeId best;
    double smallest = std::numeric_limits<double>::infinity();
    for (const ShapeId id : scene.shapesOf(context.selection.frame())) {
        const Shape& shape = scene.shapes.at(id);
        const Cuboid& cuboid = shape.cuboid;
        if (isHidden(shape, event, context))
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
            if (const ShapeId around = shapeAround(*point, event, context); around.isValid())
                return around;
    ShapeId best;
    double nearest = std::numeric_limits<double>::infinity();
    for (const ShapeId id : scene.shapesOf(frame)) {
        const Shape& shape = scene.shapes.at(id);
        const auto distance = shape.cuboid.intersect(event.ray);
        if (distance && *distance < nearest && !isHidden(shape, event, context)) {
            nearest = *distance;
            best = id;
        }
    }
    return best;
}

std::optional<Eigen::Vector3d> groundUnder(const Ray& ray, const LoadedFrame& frame)
{
    const Eigen::Vector3d& sensor = frame.prepared->sensorOrigin();
    Eigen::Vector3d ground(sensor.x(), sensor.y(), groundRound(*frame.prepared, sensor));
    std::optional<Eigen::Vector3d> meeting;
    // A few rounds find the place on ground that slopes.
    for (int round = 0; round < 4; ++round) {
        meeting = onPlane(ray, ground);
        if (!meeting)
            return std::nullopt;
        if (const double height = frame.prepared->groundHeight(meeting->x(), meeting->y()); std::isfinite(height))
            ground.z() = height;
    }
    return meeting;
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
