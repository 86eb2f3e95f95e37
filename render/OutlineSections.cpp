#include "render/OutlineSections.h"

#include <algorithm>
#include <map>
#include <optional>

namespace lunkuo
{

namespace
{
using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// What the plane cuts out of one triangle: a way between two of its edges.
struct Cut
{
    std::array<Edge, 2> ends;
    Provenance provenance = Provenance::Seen;
};

class Plane
{
public:
    Plane(const Outline& outline, int axis, double value)
        : m_outline(outline)
        , m_axis(axis)
        , m_value(value)
    {
    }

    /// A vertex in the plane counts as above it, so that every cut has two ends.
    [[nodiscard]] bool isAbove(std::uint32_t vertex) const { return m_outline.vertices[vertex][m_axis] >= m_value; }

    [[nodiscard]] Eigen::Vector3d pointOn(const Edge& edge) const
    {
        const Eigen::Vector3d& from = m_outline.vertices[edge.first];
        const Eigen::Vector3d& to = m_outline.vertices[edge.second];
        const double share = (m_value - from[m_axis]) / (to[m_axis] - from[m_axis]);
        return from + share * (to - from);
    }

    [[nodiscard]] std::optional<Cut> cutOf(const std::array<std::uint32_t, 3>& triangle) const
    {
        Cut cut;
        std::size_t ends = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            cut.provenance = std::max(cut.provenance, m_outline.provenance[triangle[i]]);
            const Edge edge = std::minmax(triangle[i], triangle[(i + 1) % 3]);
            if (isAbove(edge.first) != isAbove(edge.second))
                cut.ends[ends++] = edge;
        }
        return ends == 2 ? std::optional(cut) : std::nullopt;
    }

private:
    const Outline& m_outline;
    int m_axis;
    double m_value;
};

/// Joins cuts that share an end, starting with the first that is not used yet.
SectionCurve walk(const Plane& plane, const std::vector<Cut>& cuts, const std::multimap<Edge, std::size_t>& at,
    std::vector<bool>& used, std::size_t first)
{
    SectionCurve curve;
    Edge here = cuts[first].ends[0];
    curve.points.push_back(plane.pointOn(here));
    for (std::optional<std::size_t> next = first; next;) {
        const Cut& cut = cuts[*next];
        used[*next] = true;
        here = here == cut.ends[0] ? cut.ends[1] : cut.ends[0];
        curve.provenance.push_back(cut.provenance);
        next.reset();
        if (here == cuts[first].ends[0]) {
            curve.isClosed = true;
            break;
        }
        curve.points.push_back(plane.pointOn(here));
        const auto [begin, end] = at.equal_range(here);
        for (auto other = begin; other != end; ++other)
            if (!used[other->second])
                next = other->second;
    }
    return curve;
}
} // namespace

std::vector<SectionCurve> sectionsOf(const Outline& outline, int axis, double value)
{
    const Plane plane(outline, axis, value);
    std::vector<Cut> cuts;
    std::multimap<Edge, std::size_t> at;
    for (const auto& triangle : outline.triangles)
        if (const auto cut = plane.cutOf(triangle)) {
            for (const Edge& end : cut->ends)
                at.emplace(end, cuts.size());
            cuts.push_back(*cut);
        }
    std::vector<SectionCurve> curves;
    std::vector<bool> used(cuts.size(), false);
    for (std::size_t i = 0; i < cuts.size(); ++i)
        if (!used[i])
            curves.push_back(walk(plane, cuts, at, used, i));
    return curves;
}

SectionCurve footprintOf(const Outline& outline, double z)
{
    SectionCurve curve;
    for (const Eigen::Vector2d& corner : outline.footprint)
        curve.points.emplace_back(corner.x(), corner.y(), z);
    curve.provenance = outline.footprintProvenance;
    curve.provenance.resize(curve.points.size(), Provenance::Seen);
    curve.isClosed = true;
    return curve;
}

} // namespace lunkuo
