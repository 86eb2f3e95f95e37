#include "render/ShapeStrokes.h"

#include <algorithm>
#include <map>

namespace lunkuo
{

namespace
{
constexpr double dash_m = 0.12;
constexpr double smallestFace_m2 = 1e-6;
constexpr double bend = 0.92; ///< cosine of the angle between two faces from which their common edge is drawn
constexpr std::array<std::array<std::size_t, 2>, 12> cuboidEdges{
    {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {4, 5}, {5, 6}, {6, 7}, {7, 4}, {0, 4}, {1, 5}, {2, 6}, {3, 7}}};

double weight(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Seen:
        return 1.0;
    case Provenance::Symmetry:
        return 0.65;
    case Provenance::Prior:
        return 0.45;
    }
    return 1.0;
}

void stroke(LineBatch& lines, const Eigen::Vector3d& from, const Eigen::Vector3d& to, const ByteColor& color,
    Provenance provenance, double alpha)
{
    const Ink ink{color, alpha * weight(provenance)};
    if (provenance == Provenance::Seen)
        lines.add(from, to, ink);
    else
        lines.addDashed(from, to, ink, dash_m);
}

using EdgeKey = std::pair<std::uint32_t, std::uint32_t>;

/// The edges at which the surface bends, found from the normals of the two triangles that share each.
std::vector<EdgeKey> bentEdges(const Outline& outline)
{
    std::map<EdgeKey, Eigen::Vector3d> normals;
    std::vector<EdgeKey> bent;
    for (const auto& triangle : outline.triangles) {
        const Eigen::Vector3d& a = outline.vertices[triangle[0]];
        const Eigen::Vector3d across = (outline.vertices[triangle[1]] - a).cross(outline.vertices[triangle[2]] - a);
        if (across.norm() < smallestFace_m2)
            continue; // faces no way
        const Eigen::Vector3d normal = across.normalized();
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t from = triangle[i];
            const std::uint32_t to = triangle[(i + 1) % 3];
            const EdgeKey key = std::minmax(from, to);
            const auto [other, isFirst] = normals.try_emplace(key, normal);
            if (!isFirst && other->second.dot(normal) < bend)
                bent.push_back(key);
        }
    }
    return bent;
}

} // namespace

void strokeCuboid(LineBatch& lines, const Cuboid& cuboid, const Ink& ink)
{
    const auto corners = cuboid.corners();
    for (const auto& [from, to] : cuboidEdges)
        lines.add(corners[from], corners[to], ink);
    const Eigen::Vector3d half = 0.5 * cuboid.size;
    const double wing = 0.25 * std::min(half.x(), half.y());
    const auto at = [&](double x, double y) { return cuboid.toSensor({x, y, -half.z()}); };
    const double tip = half.x() + std::clamp(0.35 * half.x(), 0.3, 1.2);
    lines.add(at(0.0, 0.0), at(tip, 0.0), ink);
    lines.add(at(tip, 0.0), at(tip - wing, wing), ink);
    lines.add(at(tip, 0.0), at(tip - wing, -wing), ink);
}

void strokeOutline(
    LineBatch& lines, const Cuboid& cuboid, const Outline& outline, const ByteColor& color, const Emphasis& emphasis)
{
    const double bottom = -0.5 * cuboid.size.z();
    const std::size_t count = outline.footprint.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Eigen::Vector2d& from = outline.footprint[i];
        const Eigen::Vector2d& to = outline.footprint[(i + 1) % count];
        const Provenance provenance =
            i < outline.footprintProvenance.size() ? outline.footprintProvenance[i] : Provenance::Seen;
        stroke(lines, cuboid.toSensor({from.x(), from.y(), bottom}), cuboid.toSensor({to.x(), to.y(), bottom}), color,
            provenance, emphasis.line);
    }
    if (!emphasis.edges)
        return;
    for (const auto& [from, to] : bentEdges(outline)) {
        const Provenance provenance = std::max(outline.provenance[from], outline.provenance[to]);
        stroke(lines, cuboid.toSensor(outline.vertices[from]), cuboid.toSensor(outline.vertices[to]), color, provenance,
            0.8 * emphasis.line);
    }
}

void fillOutline(
    MeshBatch& mesh, const Cuboid& cuboid, const Outline& outline, const ByteColor& color, const Emphasis& emphasis)
{
    for (const auto& triangle : outline.triangles) {
        std::array<Eigen::Vector3d, 3> corners;
        std::array<Ink, 3> inks;
        for (std::size_t i = 0; i < 3; ++i) {
            corners[i] = cuboid.toSensor(outline.vertices[triangle[i]]);
            inks[i] = {color, emphasis.surface * weight(outline.provenance[triangle[i]])};
        }
        mesh.add(corners, inks);
    }
}

} // namespace lunkuo
