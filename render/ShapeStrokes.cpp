#include "render/ShapeStrokes.h"

#include "render/OutlineSections.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double dash_m = 0.12;
constexpr double sectionAlpha = 0.85;
/// Planes whose cuts show the body's form: its middle, three ribs and the belt line, as axis and share of the size.
constexpr std::array<std::pair<int, double>, 5> sections{{{1, 0.0}, {0, -0.28}, {0, 0.0}, {0, 0.28}, {2, 0.02}}};
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

/// Full lines where the curve was seen, elsewhere dashes whose rhythm goes on from one piece to the next.
void stroke(LineBatch& lines, const Cuboid& cuboid, const SectionCurve& curve, const ByteColor& color, double alpha)
{
    double way = 0.0;
    for (std::size_t i = 0; i < curve.provenance.size(); ++i) {
        const Eigen::Vector3d from = cuboid.toSensor(curve.points[i]);
        const Eigen::Vector3d to = cuboid.toSensor(curve.points[(i + 1) % curve.points.size()]);
        const double length = (to - from).norm();
        const Ink ink{color, alpha * weight(curve.provenance[i])};
        if (curve.provenance[i] == Provenance::Seen)
            lines.add(from, to, ink);
        else
            for (double start = std::floor(way / (2.0 * dash_m)) * 2.0 * dash_m; start < way + length;
                 start += 2.0 * dash_m) {
                const double first = std::clamp((start - way) / length, 0.0, 1.0);
                const double last = std::clamp((start + dash_m - way) / length, 0.0, 1.0);
                if (last > first)
                    lines.add(from + first * (to - from), from + last * (to - from), ink);
            }
        way += length;
    }
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
    stroke(lines, cuboid, footprintOf(outline, -0.5 * cuboid.size.z()), color, emphasis.line);
    if (!emphasis.edges)
        return;
    for (const auto& [axis, share] : sections)
        for (const SectionCurve& curve : sectionsOf(outline, axis, share * cuboid.size[axis]))
            stroke(lines, cuboid, curve, color, sectionAlpha * emphasis.line);
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
