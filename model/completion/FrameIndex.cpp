#include "model/completion/FrameIndex.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lunkuo
{

namespace
{
constexpr std::size_t mostRays = 2'000'000; ///< no sweep of a LiDAR has more; through larger clouds they see enough
} // namespace

FrameIndex::FrameIndex(const PointCloud& cloud, const Eigen::Vector2d& center, const Eigen::Vector3d& sensor)
    : m_cloud(cloud)
    , m_corner(center - Eigen::Vector2d::Constant(0.5 * side * cell_m))
{
    indexPlaces();
    indexDirections(sensor.cast<float>());
}

void FrameIndex::indexPlaces()
{
    constexpr auto cells = static_cast<std::uint32_t>(side * side);
    std::vector<std::uint32_t> cellOf(m_cloud.size(), cells);
    m_cellStart.assign(cells + 1, 0);
    const Eigen::Vector2f corner = m_corner.cast<float>();
    constexpr auto most = static_cast<float>(side);
    for (std::size_t i = 0; i < m_cloud.size(); ++i) {
        const float x = (m_cloud.xyz[3 * i] - corner.x()) / static_cast<float>(cell_m);
        const float y = (m_cloud.xyz[3 * i + 1] - corner.y()) / static_cast<float>(cell_m);
        if (x >= 0.0F && y >= 0.0F && x < most && y < most) {
            cellOf[i] = static_cast<std::uint32_t>(y) * side + static_cast<std::uint32_t>(x);
            ++m_cellStart[cellOf[i] + 1];
        }
    }
    for (std::size_t c = 1; c <= cells; ++c)
        m_cellStart[c] += m_cellStart[c - 1];
    m_cellPoints.resize(m_cellStart.back());
    std::vector<std::uint32_t> next(m_cellStart.begin(), m_cellStart.end() - 1);
    for (std::size_t i = 0; i < m_cloud.size(); ++i)
        if (cellOf[i] != cells)
            m_cellPoints[next[cellOf[i]]++] = static_cast<std::uint32_t>(i);
}

void FrameIndex::indexDirections(const Eigen::Vector3f& sensor)
{
    const std::size_t step = m_cloud.size() / mostRays + 1;
    const std::size_t count = (m_cloud.size() + step - 1) / step;
    std::vector<std::uint16_t> directionOfRay(count);
    m_rayStart.assign(directions + 1, 0);
    for (std::size_t ray = 0; ray < count; ++ray) {
        const std::size_t i = ray * step;
        const int d = directionOf(m_cloud.xyz[3 * i] - sensor.x(), m_cloud.xyz[3 * i + 1] - sensor.y());
        directionOfRay[ray] = static_cast<std::uint16_t>(d);
        ++m_rayStart[static_cast<std::size_t>(d) + 1];
    }
    for (std::size_t d = 1; d <= directions; ++d)
        m_rayStart[d] += m_rayStart[d - 1];
    m_rays.resize(count);
    std::vector<std::uint32_t> next(m_rayStart.begin(), m_rayStart.end() - 1);
    for (std::size_t ray = 0; ray < count; ++ray) {
        const Eigen::Vector3f p = m_cloud.local(ray * step);
        m_rays[next[directionOfRay[ray]]++] = {(p - sensor).head<2>().norm(), p.z()};
    }
}

int FrameIndex::directionOf(float dx, float dy)
{
    const float turn = std::atan2(dy, dx) / (2.0F * std::numbers::pi_v<float>)+0.5F;
    return turn > 0.0F ? std::min(static_cast<int>(turn * static_cast<float>(directions)), directions - 1) : 0;
}

std::vector<int> FrameIndex::directionsTowards(const Eigen::Vector2d& place, double reach_m)
{
    const double range = place.norm();
    const int middle = directionOf(static_cast<float>(place.x()), static_cast<float>(place.y()));
    const int spread = range <= reach_m
                           ? directions / 2
                           : std::min(directions / 2, 1 + static_cast<int>(std::asin(reach_m / range) /
                                                                           (2.0 * std::numbers::pi) * directions));
    std::vector<int> result;
    for (int d = middle - spread; d < middle + spread; ++d)
        result.push_back((d + directions) % directions);
    return result;
}

std::span<const FrameIndex::RayEnd> FrameIndex::rays(int direction) const
{
    const auto d = static_cast<std::size_t>(direction);
    return {m_rays.data() + m_rayStart[d], m_rays.data() + m_rayStart[d + 1]};
}

std::vector<std::uint32_t> FrameIndex::near(const Eigen::Vector2d& center, double radius_m) const
{
    std::vector<std::uint32_t> result;
    if (!center.allFinite())
        return result;
    const auto take = [&](std::uint32_t i) {
        const Eigen::Vector2d p = m_cloud.local(i).head<2>().cast<double>();
        if ((p - center).squaredNorm() <= radius_m * radius_m)
            result.push_back(i);
    };
    const Eigen::Vector2d low = (center.array() - radius_m - m_corner.array()) / cell_m;
    const Eigen::Vector2d high = (center.array() + radius_m - m_corner.array()) / cell_m;
    const bool isOnGrid = (low.array() >= 0.0).all() && (high.array() < side).all();
    if (!isOnGrid) { // rare enough to look at every point
        for (std::size_t i = 0; i < m_cloud.size(); ++i)
            take(static_cast<std::uint32_t>(i));
        return result;
    }
    for (int y = static_cast<int>(low.y()); y <= static_cast<int>(high.y()); ++y)
        for (int x = static_cast<int>(low.x()); x <= static_cast<int>(high.x()); ++x) {
            const auto cell = static_cast<std::size_t>(y * side + x);
            for (std::uint32_t k = m_cellStart[cell]; k < m_cellStart[cell + 1]; ++k)
                take(m_cellPoints[k]);
        }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace lunkuo
