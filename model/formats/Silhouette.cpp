#include "model/formats/Silhouette.h"

#include "model/formats/PixelMask.h"

namespace lunkuo
{

namespace
{
using Polygon3 = std::vector<Eigen::Vector3d>;

constexpr double longestBent_m = 0.25; ///< pieces that a lens is taken to leave straight
constexpr int mostHalvings = 8;

std::vector<Polygon3> surfaceOf(const Shape& shape)
{
    std::vector<Polygon3> result;
    const Outline& outline = shape.outline;
    const auto add = [&](const Eigen::Vector3d& a, const Eigen::Vector3d& b, const Eigen::Vector3d& c) {
        result.push_back({a, b, c});
    };
    for (const auto& triangle : outline.triangles)
        add(shape.cuboid.toSensor(outline.vertices[triangle[0]]), shape.cuboid.toSensor(outline.vertices[triangle[1]]),
            shape.cuboid.toSensor(outline.vertices[triangle[2]]));
    if (!result.empty())
        return result;
    const auto c = shape.cuboid.corners();
    static constexpr std::array<std::array<std::size_t, 4>, 6> faces{
        {{0, 1, 2, 3}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}}};
    for (const auto& face : faces) {
        add(c[face[0]], c[face[1]], c[face[2]]);
        add(c[face[2]], c[face[3]], c[face[0]]);
    }
    return result;
}

/// Halves the longest edge until none is longer than a lens leaves straight.
void divide(const Polygon3& triangle, int halvings, std::vector<Polygon3>& into)
{
    std::size_t longest = 0;
    const auto length = [&](std::size_t i) { return (triangle[(i + 1) % 3] - triangle[i]).norm(); };
    for (std::size_t i = 1; i < 3; ++i)
        longest = length(i) > length(longest) ? i : longest;
    if (halvings == 0 || length(longest) <= longestBent_m) {
        into.push_back(triangle);
        return;
    }
    const Eigen::Vector3d& a = triangle[longest];
    const Eigen::Vector3d& b = triangle[(longest + 1) % 3];
    const Eigen::Vector3d& c = triangle[(longest + 2) % 3];
    const Eigen::Vector3d middle = 0.5 * (a + b);
    divide({a, middle, c}, halvings - 1, into);
    divide({middle, b, c}, halvings - 1, into);
}

/// The part of a polygon where `height` is not negative (Sutherland and Hodgman).
template <class Point, class Height>
std::vector<Point> clipped(const std::vector<Point>& polygon, Height height)
{
    std::vector<Point> result;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point& from = polygon[i];
        const Point& to = polygon[(i + 1) % polygon.size()];
        const double a = height(from);
        const double b = height(to);
        if (a >= 0.0)
            result.push_back(from);
        if ((a >= 0.0) != (b >= 0.0))
            result.push_back(from + a / (a - b) * (to - from));
    }
    return result;
}

/// Empty where a part of it is where the lens does not look.
Polygon2 projected(const Polygon3& polygon, const CameraModel& model)
{
    Polygon2 result;
    for (const Eigen::Vector3d& p : polygon) {
        const auto pixel = model.project({p});
        if (!pixel)
            return {};
        result.push_back(*pixel);
    }
    return result;
}

Polygon2 insideImage(Polygon2 polygon, const CameraModel& model)
{
    const double right = model.width_px - 1;
    const double bottom = model.height_px - 1;
    polygon = clipped(polygon, [](const Eigen::Vector2d& p) { return p.x(); });
    polygon = clipped(polygon, [right](const Eigen::Vector2d& p) { return right - p.x(); });
    polygon = clipped(polygon, [](const Eigen::Vector2d& p) { return p.y(); });
    return clipped(polygon, [bottom](const Eigen::Vector2d& p) { return bottom - p.y(); });
}

/// Fine enough that small and thin objects get a contour and not a few cells.
double cellFor(const Eigen::AlignedBox2d& box)
{
    constexpr double cellsAlong = 256.0;
    constexpr double cellsAcross = 16.0;
    const Eigen::Vector2d size = box.sizes();
    return std::clamp(std::min(size.maxCoeff() / cellsAlong, size.minCoeff() / cellsAcross), 1.0 / 16.0, 1.0);
}
} // namespace

std::optional<Silhouette> silhouetteOf(const Shape& shape, const Camera& camera)
{
    const double nearest = 1.001 * CameraModel::nearPlane_m;
    const bool isStraight = camera.model.lens.kind() == Lens::Kind::Pinhole;
    std::vector<Polygon2> pieces;
    Silhouette result;
    for (Polygon3 triangle : surfaceOf(shape)) {
        for (Eigen::Vector3d& p : triangle)
            p = camera.camera_sensor.m * p;
        std::vector<Polygon3> parts;
        divide(triangle, isStraight ? 0 : mostHalvings, parts);
        for (const Polygon3& part : parts) {
            const Polygon3 ahead = clipped(part, [nearest](const Eigen::Vector3d& p) { return p.z() - nearest; });
            const Polygon2 piece = insideImage(projected(ahead, camera.model), camera.model);
            for (const Eigen::Vector2d& p : piece)
                result.box.extend(p);
            if (piece.size() > 2)
                pieces.push_back(piece);
        }
    }
    if (result.box.isEmpty() || !(result.box.volume() > 0.0))
        return std::nullopt;
    PixelMask mask(result.box, cellFor(result.box));
    for (const Polygon2& piece : pieces)
        mask.fill(piece);
    for (Polygon2& contour : mask.contours()) {
        if (contour.size() < 3)
            continue;
        for (Eigen::Vector2d& p : contour)
            p = p.cwiseMax(result.box.min()).cwiseMin(result.box.max());
        result.area_px2 += std::abs(signedArea(contour));
        result.polygons.push_back(std::move(contour));
    }
    return result.polygons.empty() ? std::nullopt : std::optional(result);
}

} // namespace lunkuo
