#include "model/scene/Shape.h"

#include <algorithm>

namespace lunkuo
{

Outline resized(const Outline& outline, const Eigen::Vector3d& from, const Eigen::Vector3d& to)
{
    const Eigen::Vector3d scale = to.cwiseQuotient(from);
    Outline result = outline;
    for (Eigen::Vector2d& vertex : result.footprint)
        vertex = vertex.cwiseProduct(scale.head<2>());
    for (Eigen::Vector2d& vertex : result.profile)
        vertex = vertex.cwiseProduct(Eigen::Vector2d(scale.x(), scale.z()));
    for (Eigen::Vector3d& vertex : result.vertices)
        vertex = vertex.cwiseProduct(scale);
    return result;
}

SharedOutline resized(const SharedOutline& outline, const Eigen::Vector3d& from, const Eigen::Vector3d& to)
{
    return from == to ? outline : SharedOutline(resized(*outline, from, to));
}

namespace
{

/// For each place, the provenance of what was at the same spot before the turn by half a circle about z.
template <class Places>
std::vector<Provenance> turned(const std::vector<Provenance>& provenance, const Places& places)
{
    std::vector<Provenance> result = provenance;
    for (std::size_t i = 0; i < result.size(); ++i) {
        auto spot = places[i];
        spot.template head<2>() *= -1.0;
        const auto isNearer = [&spot](const auto& a, const auto& b) {
            return (a - spot).squaredNorm() < (b - spot).squaredNorm();
        };
        const auto nearest = std::min_element(places.begin(), places.end(), isNearer);
        result[i] = provenance[static_cast<std::size_t>(nearest - places.begin())];
    }
    return result;
}

} // namespace

Outline reversed(const Outline& outline)
{
    Outline result = outline;
    std::vector<Eigen::Vector2d> edges;
    for (std::size_t i = 0; i < outline.footprint.size(); ++i)
        edges.push_back(0.5 * (outline.footprint[i] + outline.footprint[(i + 1) % outline.footprint.size()]));
    if (outline.footprintProvenance.size() == edges.size())
        result.footprintProvenance = turned(outline.footprintProvenance, edges);
    if (outline.provenance.size() == outline.vertices.size())
        result.provenance = turned(outline.provenance, outline.vertices);
    return result;
}

} // namespace lunkuo
