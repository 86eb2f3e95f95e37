#include "render/ShapeStrokes.h"

#include "render/OutlineSections.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double dash_m = 0.12;
constexpr double ghostDash_m = 0.3;
constexpr double mostDashes = 10'000.0; ///< of one line, whatever a file says how long it is
constexpr double dot_m = 0.07;
constexpr double baseDash_m = 0.25;
constexpr std::size_t bottomEdges = 4; ///< they come first
constexpr double bracketGap_m = 0.1;
constexpr double bracketShare = 0.25; ///< of an edge
constexpr double longestBracket_m = 0.6;
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

/// The dashes on one piece of a curve that begins so far along it: their rhythm goes on from piece to piece.
void dash(LineBatch& lines, const Eigen::Vector3d& from, const Eigen::Vector3d& to, double way, double dashLength_m,
    double period, const Ink& ink)
{
    const double length = (to - from).norm();
    if (!(length > 0.0 && length < mostDashes * period)) {
        lines.add(from, to, ink);
        return;
    }
    for (double start = std::floor(way / period) * period; start < way + length; start += period) {
        const double first = std::clamp((start - way) / length, 0.0, 1.0);
        const double last = std::clamp((start + dashLength_m - way) / length, 0.0, 1.0);
        if (last > first)
            lines.add(from + first * (to - from), from + last * (to - from), ink);
    }
}

/// Calls `draw(from, to, provenance, way)` for each piece of the curve, in the sensor frame.
void followCurve(const Cuboid& cuboid, const SectionCurve& curve, const auto& draw)
{
    double way = 0.0;
    for (std::size_t i = 0; i < curve.provenance.size(); ++i) {
        const Eigen::Vector3d from = cuboid.toSensor(curve.points[i]);
        const Eigen::Vector3d to = cuboid.toSensor(curve.points[(i + 1) % curve.points.size()]);
        draw(from, to, curve.provenance[i], way);
        way += (to - from).norm();
    }
}

/// Full lines where the curve was seen, dashes elsewhere.
void stroke(LineBatch& lines, const Cuboid& cuboid, const SectionCurve& curve, const ByteColor& color, double alpha)
{
    followCurve(
        cuboid, curve, [&](const Eigen::Vector3d& from, const Eigen::Vector3d& to, Provenance provenance, double way) {
            const Ink ink{color, alpha * weight(provenance)};
            if (provenance == Provenance::Seen)
                lines.add(from, to, ink);
            else
                dash(lines, from, to, way, dash_m, 2.0 * dash_m, ink);
        });
}

} // namespace

void strokeCuboid(LineBatch& lines, const Cuboid& cuboid, const Ink& ink)
{
    strokeCuboid(lines, cuboid, Derivation::KeyFrame, ink);
}

void strokeCuboid(LineBatch& lines, const Cuboid& cuboid, Derivation derivation, const Ink& ink)
{
    const auto corners = cuboid.corners();
    for (std::size_t i = 0; i < cuboidEdges.size(); ++i) {
        const Eigen::Vector3d& from = corners[cuboidEdges[i][0]];
        const Eigen::Vector3d& to = corners[cuboidEdges[i][1]];
        if (derivation == Derivation::Interpolated)
            dash(lines, from, to, 0.0, dot_m, 3.0 * dot_m, ink);
        else if (derivation == Derivation::Propagated && i < bottomEdges)
            dash(lines, from, to, 0.0, baseDash_m, 2.0 * baseDash_m, ink);
        else
            lines.add(from, to, ink);
    }
    const Eigen::Vector3d half = 0.5 * cuboid.size;
    const double wing = 0.25 * std::min(half.x(), half.y());
    const auto at = [&](double x, double y) { return cuboid.toSensor({x, y, -half.z()}); };
    const auto head = [&](double tip) {
        lines.add(at(tip, 0.0), at(tip - wing, wing), ink);
        lines.add(at(tip, 0.0), at(tip - wing, -wing), ink);
    };
    const double tip = half.x() + std::clamp(0.35 * half.x(), 0.3, 1.2);
    lines.add(at(0.0, 0.0), at(tip, 0.0), ink);
    head(tip);
    if (derivation == Derivation::Propagated)
        head(tip - wing);
}

void strokeBrackets(LineBatch& lines, const Cuboid& cuboid, const Ink& ink)
{
    // A little outside, so that they show beside the edges.
    Cuboid around = cuboid;
    around.size += Eigen::Vector3d::Constant(bracketGap_m);
    const auto corners = around.corners();
    for (const auto& [from, to] : cuboidEdges) {
        const Eigen::Vector3d edge = corners[to] - corners[from];
        const Eigen::Vector3d arm = edge * std::min(bracketShare, longestBracket_m / edge.norm());
        lines.add(corners[from], corners[from] + arm, ink);
        lines.add(corners[to], corners[to] - arm, ink);
    }
}

void strokeGhost(LineBatch& lines, const Cuboid& cuboid, const Outline& outline, const Ink& ink)
{
    std::vector<SectionCurve> curves = sectionsOf(outline, 1, 0.0);
    curves.push_back(footprintOf(outline, -0.5 * cuboid.size.z()));
    for (const SectionCurve& curve : curves)
        followCurve(cuboid, curve, [&](const Eigen::Vector3d& from, const Eigen::Vector3d& to, Provenance, double way) {
            dash(lines, from, to, way, ghostDash_m, 2.0 * ghostDash_m, ink);
        });
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
