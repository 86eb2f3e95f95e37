#include "model/formats/ProjectedBox.h"

namespace lunkuo
{

namespace
{
/// A convex polygon in homogeneous pixels: (u w, v w, w) with w the depth.
using Polygon = std::vector<Eigen::Vector3d>;

/// The half-space of homogeneous pixels where normal . p >= offset.
struct Plane
{
    Eigen::Vector3d normal;
    double offset = 0.0;

    [[nodiscard]] double height(const Eigen::Vector3d& p) const { return normal.dot(p) - offset; }
};

/// Sutherland and Hodgman's clipping against one plane.
Polygon clipped(const Polygon& polygon, const Plane& plane)
{
    Polygon result;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Eigen::Vector3d& from = polygon[i];
        const Eigen::Vector3d& to = polygon[(i + 1) % polygon.size()];
        const double fromHeight = plane.height(from);
        const double toHeight = plane.height(to);
        if (fromHeight >= 0.0)
            result.push_back(from);
        if ((fromHeight >= 0.0) != (toHeight >= 0.0))
            result.push_back(from + fromHeight / (fromHeight - toHeight) * (to - from));
    }
    return result;
}

std::vector<Polygon> surfaceOf(const Shape& shape)
{
    std::vector<Polygon> result;
    const Outline& outline = shape.outline;
    for (const auto& triangle : outline.triangles)
        result.push_back(
            {shape.cuboid.toSensor(outline.vertices[triangle[0]]), shape.cuboid.toSensor(outline.vertices[triangle[1]]),
                shape.cuboid.toSensor(outline.vertices[triangle[2]])});
    if (!result.empty())
        return result;
    const auto corners = shape.cuboid.corners();
    static constexpr std::array<std::array<std::size_t, 4>, 6> faces{
        {{0, 1, 2, 3}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}}};
    for (const auto& face : faces)
        result.push_back({corners[face[0]], corners[face[1]], corners[face[2]], corners[face[3]]});
    return result;
}

void extend(Eigen::AlignedBox2d& box, const Polygon& polygon)
{
    for (const Eigen::Vector3d& p : polygon)
        box.extend(p.hnormalized());
}
} // namespace

std::optional<ProjectedBox> projectedBox(const Shape& shape, const Camera& camera)
{
    const double right = camera.model.width_px - 1;
    const double bottom = camera.model.height_px - 1;
    const Plane nearPlane{Eigen::Vector3d::UnitZ(), CameraModel::nearPlane_m};
    const std::array<Plane, 4> sides{
        {{{1, 0, 0}, 0.0}, {{-1, 0, right}, 0.0}, {{0, 1, 0}, 0.0}, {{0, -1, bottom}, 0.0}}};
    const Eigen::Affine3d camera_sensor(camera.camera_sensor.m.matrix());

    Eigen::AlignedBox2d whole;
    Eigen::AlignedBox2d visible;
    for (Polygon polygon : surfaceOf(shape)) {
        for (Eigen::Vector3d& p : polygon)
            p = camera.model.projection * (camera_sensor * p).homogeneous();
        polygon = clipped(polygon, nearPlane);
        extend(whole, polygon);
        for (const Plane& side : sides)
            polygon = clipped(polygon, side);
        extend(visible, polygon);
    }
    if (visible.isEmpty() || !(visible.volume() > 0.0))
        return std::nullopt;
    ProjectedBox result;
    // What was cut at the picture's edge may lie a rounding error beyond it.
    const Eigen::Vector2d low = visible.min().cwiseMax(0.0);
    const Eigen::Vector2d high = visible.max().cwiseMin(Eigen::Vector2d(right, bottom));
    result.box = {low.x(), low.y(), high.x(), high.y()};
    result.truncated = std::clamp(1.0 - visible.volume() / whole.volume(), 0.0, 1.0);
    return result;
}

} // namespace lunkuo
