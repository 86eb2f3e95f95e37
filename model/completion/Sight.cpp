#include "model/completion/Sight.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double near_m = 0.18;

std::uint64_t keyOf(const Eigen::Vector3d& place, int dx = 0, int dy = 0, int dz = 0)
{
    const auto part = [](double value, int step) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::floor(value / near_m)) + step + (1 << 20));
    };
    return (part(place.x(), dx) << 42) | (part(place.y(), dy) << 21) | part(place.z(), dz);
}

} // namespace

Sight::Sight(const std::vector<Eigen::Vector3d>& points)
{
    for (const Eigen::Vector3d& p : points)
        m_cells[keyOf(p)].push_back(p);
}

bool Sight::isNear(const Eigen::Vector3d& place) const
{
    for (int k = 0; k < 27; ++k) {
        const auto cell = m_cells.find(keyOf(place, k % 3 - 1, k / 3 % 3 - 1, k / 9 - 1));
        if (cell != m_cells.end() && std::any_of(cell->second.begin(), cell->second.end(),
                                         [&](const auto& p) { return (p - place).squaredNorm() < near_m * near_m; }))
            return true;
    }
    return false;
}

Provenance Sight::of(const Eigen::Vector3d& place) const
{
    if (isNear(place))
        return Provenance::Seen;
    return isNear({place.x(), -place.y(), place.z()}) ? Provenance::Symmetry : Provenance::Prior;
}

} // namespace lunkuo
