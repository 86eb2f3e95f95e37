#include "model/completion/OutlineBuilder.h"

#include "model/completion/Sight.h"
#include "model/geometry/Polygon.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lunkuo
{

namespace
{

constexpr double floorShare = 0.12; ///< of the height: where the surface is closed below
constexpr double axisShare = 0.36;  ///< height of the axis that every section is seen from
constexpr double footprintShare = 0.42;
constexpr int stations = 26;
constexpr int around = 24; ///< vertices of a section
constexpr int cornerSteps = 8;

/// How far along the ray the solid reaches; its start must be inside.
double reach(const Solid& solid, const Eigen::Vector3d& start, const Eigen::Vector3d& direction, double limit)
{
    double inside = 0.0;
    double outside = limit;
    for (int step = 0; step < 18; ++step) {
        const double middle = 0.5 * (inside + outside);
        (solid(start + middle * direction) < 0.0 ? inside : outside) = middle;
    }
    return inside;
}

/// Directions towards a rectangle with rounded corners, counter-clockwise, dense at the corners.
std::vector<Eigen::Vector2d> planDirections(const Eigen::Vector3d& size)
{
    const double radius = 0.3 * std::min(size.x(), size.y());
    const Eigen::Vector2d inner = 0.5 * size.head<2>() - Eigen::Vector2d::Constant(radius);
    std::vector<Eigen::Vector2d> directions;
    for (int corner = 0; corner < 4; ++corner) {
        const Eigen::Vector2d center(
            corner == 0 || corner == 3 ? inner.x() : -inner.x(), corner < 2 ? inner.y() : -inner.y());
        for (int step = 0; step <= cornerSteps; ++step) {
            const double angle = std::numbers::pi / 2 * (corner + static_cast<double>(step) / cornerSteps);
            directions.push_back((center + radius * Eigen::Vector2d(std::cos(angle), std::sin(angle))).normalized());
        }
    }
    return directions;
}

std::vector<Eigen::Vector2d> footprintOf(const Solid& solid, const Eigen::Vector3d& size)
{
    const Eigen::Vector3d middle(0.0, 0.0, footprintShare * size.z());
    std::vector<Eigen::Vector2d> footprint;
    for (const Eigen::Vector2d& direction : planDirections(size)) {
        const double far = reach(solid, middle, {direction.x(), direction.y(), 0.0}, size.head<2>().norm());
        footprint.emplace_back(far * direction);
    }
    return footprint;
}

/// Where the solid ends along the length at the height of the axis.
std::pair<double, double> ends(const Solid& solid, const Eigen::Vector3d& size)
{
    const Eigen::Vector3d middle(0.0, 0.0, axisShare * size.z());
    return {reach(solid, middle, Eigen::Vector3d::UnitX(), size.x()),
        -reach(solid, middle, -Eigen::Vector3d::UnitX(), size.x())};
}

/// Places from front to rear, close together at both ends where the plan is round.
std::vector<double> stationsBetween(double front, double rear)
{
    std::vector<double> places;
    for (int k = 0; k < stations; ++k) {
        const double t = static_cast<double>(k) / (stations - 1);
        const double share = 0.5 * t + 0.25 * (1.0 - std::cos(std::numbers::pi * t));
        places.push_back(front + std::clamp(share, 0.002, 0.998) * (rear - front));
    }
    return places;
}

/// Seen from the left: up from the bottom front over the roof to the bottom rear.
std::vector<Eigen::Vector2d> profileOf(const Solid& solid, const Eigen::Vector3d& size)
{
    const auto [front, rear] = ends(solid, size);
    const double axis = axisShare * size.z();
    std::vector<Eigen::Vector2d> profile{{front, floorShare * size.z()}};
    for (const double u : stationsBetween(front, rear))
        profile.emplace_back(u, axis + reach(solid, {u, 0.0, axis}, Eigen::Vector3d::UnitZ(), size.z()));
    profile.emplace_back(rear, floorShare * size.z());
    return profile;
}

/// The section's vertex in that direction from the axis, cut off at the floor.
Eigen::Vector3d sectionVertex(const Solid& solid, const Eigen::Vector3d& size, double u, int index)
{
    const double angle = 2.0 * std::numbers::pi * (index + 0.5) / around;
    const double axis = axisShare * size.z();
    const Eigen::Vector3d direction =
        Eigen::Vector3d(0.0, -0.5 * size.y() * std::sin(angle), -(1.0 - axisShare) * size.z() * std::cos(angle))
            .normalized();
    double far = reach(solid, {u, 0.0, axis}, direction, size.norm());
    if (direction.z() < 0.0)
        far = std::min(far, (axis - floorShare * size.z()) / -direction.z());
    return Eigen::Vector3d(u, 0.0, axis) + far * direction;
}

void addCap(Outline& outline, std::uint32_t first, bool isFront)
{
    const auto count = static_cast<std::uint32_t>(around);
    Eigen::Vector3d middle = Eigen::Vector3d::Zero();
    for (std::uint32_t i = 0; i < count; ++i)
        middle += outline.vertices[first + i] / static_cast<double>(around);
    const auto center = static_cast<std::uint32_t>(outline.vertices.size());
    outline.vertices.push_back(middle);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t a = first + i;
        const std::uint32_t b = first + (i + 1) % count;
        outline.triangles.push_back(isFront ? std::array{center, b, a} : std::array{center, a, b});
    }
}

/// Rings of vertices round the axis, from front to rear, and a cap at each end.
void addSurface(Outline& outline, const Solid& solid, const Eigen::Vector3d& size)
{
    const auto count = static_cast<std::uint32_t>(around);
    const auto [front, rear] = ends(solid, size);
    for (const double u : stationsBetween(front, rear))
        for (int i = 0; i < around; ++i)
            outline.vertices.push_back(sectionVertex(solid, size, u, i));
    for (std::uint32_t ring = 0; ring + 1 < static_cast<std::uint32_t>(stations); ++ring)
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t a = ring * count + i;
            const std::uint32_t b = ring * count + (i + 1) % count;
            outline.triangles.push_back({a, b, b + count});
            outline.triangles.push_back({a, b + count, a + count});
        }
    addCap(outline, 0, true);
    addCap(outline, (stations - 1) * count, false);
}

void tellProvenance(Outline& outline, const std::vector<Eigen::Vector3d>& points)
{
    const Sight sight(points);
    for (const Eigen::Vector3d& vertex : outline.vertices)
        outline.provenance.push_back(sight.of(vertex));
    std::vector<Eigen::Vector3d> flat = points;
    for (Eigen::Vector3d& p : flat)
        p.z() = 0.0;
    const Sight plan(flat);
    for (std::size_t i = 0; i < outline.footprint.size(); ++i) {
        const Eigen::Vector2d middle =
            0.5 * (outline.footprint[i] + outline.footprint[(i + 1) % outline.footprint.size()]);
        outline.footprintProvenance.push_back(plan.of({middle.x(), middle.y(), 0.0}));
    }
}

} // namespace

Solid roundedBox(const Eigen::Vector3d& size)
{
    constexpr double largestRadius_m = 0.2;
    const double radius = std::min(largestRadius_m, 0.25 * std::min(size.x(), size.y()));
    const Eigen::Vector2d inner = 0.5 * size.head<2>() - Eigen::Vector2d::Constant(radius);
    return [inner, radius, height = size.z()](const Eigen::Vector3d& p) {
        const double a = std::abs(p.x()) - inner.x();
        const double b = std::abs(p.y()) - inner.y();
        return std::max((a > 0.0 && b > 0.0 ? std::hypot(a, b) : std::max(a, b)) - radius, p.z() - height);
    };
}

Solid hullPrism(const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points)
{
    constexpr double coreShare = 0.3; ///< of the box, filled whatever was seen
    const Eigen::Vector2d half = 0.5 * size.head<2>();
    std::vector<Eigen::Vector2d> places;
    for (const double x : {-1.0, 1.0})
        for (const double y : {-1.0, 1.0})
            places.emplace_back(coreShare * x * half.x(), coreShare * y * half.y());
    for (const Eigen::Vector3d& p : points) {
        const Eigen::Vector2d inside = p.head<2>().cwiseMax(-half).cwiseMin(half);
        places.push_back(inside);
        places.emplace_back(inside.x(), -inside.y());
    }
    return [hull = convexHull(std::move(places)), height = size.z()](const Eigen::Vector3d& p) {
        double outside = p.z() - height;
        for (std::size_t i = 0; i < hull.size(); ++i) {
            const Eigen::Vector2d edge = (hull[(i + 1) % hull.size()] - hull[i]).normalized();
            outside = std::max(outside, edge.y() * (p.x() - hull[i].x()) - edge.x() * (p.y() - hull[i].y()));
        }
        return outside;
    };
}

Outline buildOutline(const Solid& solid, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points)
{
    Outline outline;
    outline.footprint = footprintOf(solid, size);
    outline.profile = profileOf(solid, size);
    addSurface(outline, solid, size);
    tellProvenance(outline, points);
    // From the bottom to the middle of the box, which outlines are about.
    const double half = 0.5 * size.z();
    for (Eigen::Vector2d& p : outline.profile)
        p.y() -= half;
    for (Eigen::Vector3d& v : outline.vertices)
        v.z() -= half;
    return outline;
}

} // namespace lunkuo
