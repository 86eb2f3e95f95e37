#include "model/completion/Visibility.h"

#include "model/completion/RectangleCost.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace lunkuo
{

namespace
{

constexpr int side = 90;
constexpr double cell_m = 0.2;
constexpr double half_m = 0.5 * side * cell_m;
constexpr double lowest_m = 0.15; ///< heights at which a car's side stops rays
constexpr double highest_m = 1.2;
constexpr double before_m = 0.6; ///< what stops rays so far before a side hides it
constexpr double step_m = 0.25;
constexpr double facing_m = 0.3; ///< so far before a side's plane the sensor must be to see it

} // namespace

Visibility::Visibility(const FrameIndex& index, const Surroundings& around, const SolidBand& band)
    : m_index(index)
    , m_sensor(around.sensor)
    , m_sensorHeight(around.sensorHeight)
    , m_groundLevel(around.plane.level)
    , m_band(band)
    , m_filled(static_cast<std::size_t>(side) * side, false)
    , m_blocked(FrameIndex::directions, std::numeric_limits<float>::infinity())
{
    for (const Sample& s : around.samples) {
        const int x = static_cast<int>(std::floor((s.at.x() + half_m) / cell_m));
        const int y = static_cast<int>(std::floor((s.at.y() + half_m) / cell_m));
        for (int j = std::max(0, y - 1); j <= std::min(side - 1, y + 1); ++j)
            for (int i = std::max(0, x - 1); i <= std::min(side - 1, x + 1); ++i)
                m_filled[static_cast<std::size_t>(j * side + i)] = true;
    }
    findHidden(index, around);
}

void Visibility::findHidden(const FrameIndex& index, const Surroundings& around)
{
    const double range = std::max(around.range(), 0.1);
    for (const int direction : FrameIndex::directionsTowards(-around.sensor, std::numbers::sqrt2 * half_m))
        for (const FrameIndex::RayEnd& ray : index.rays(direction)) {
            const auto distance = static_cast<double>(ray.distance);
            if (!(distance > 0.1) || distance > range + half_m)
                continue;
            const double slope = (static_cast<double>(ray.z) - around.plane.level - around.sensorHeight) / distance;
            const double height = around.sensorHeight + slope * range;
            if (height > lowest_m && height < highest_m)
                m_blocked[static_cast<std::size_t>(direction)] =
                    std::min(m_blocked[static_cast<std::size_t>(direction)], ray.distance);
        }
}

bool Visibility::isFilled(const Eigen::Vector2d& place) const
{
    const int x = static_cast<int>(std::floor((place.x() + half_m) / cell_m));
    const int y = static_cast<int>(std::floor((place.y() + half_m) / cell_m));
    return x < 0 || y < 0 || x >= side || y >= side || m_filled[static_cast<std::size_t>(y * side + x)];
}

bool Visibility::isHidden(const Eigen::Vector2d& place) const
{
    const Eigen::Vector2d ray = place - m_sensor;
    const int direction = FrameIndex::directionOf(static_cast<float>(ray.x()), static_cast<float>(ray.y()));
    return static_cast<double>(m_blocked[static_cast<std::size_t>(direction)]) < ray.norm() - before_m;
}

bool Visibility::isSeenThrough(const Eigen::Vector2d& place) const
{
    constexpr double beyond_m = 0.4;
    constexpr double margin_m = 0.05;
    const Eigen::Vector2d ray = place - m_sensor;
    const double range = ray.norm();
    const auto rays = m_index.rays(FrameIndex::directionOf(static_cast<float>(ray.x()), static_cast<float>(ray.y())));
    return std::any_of(rays.begin(), rays.end(), [&](const FrameIndex::RayEnd& end) {
        const auto distance = static_cast<double>(end.distance);
        if (distance < range + beyond_m)
            return false;
        const double slope = (static_cast<double>(end.z) - m_groundLevel - m_sensorHeight) / distance;
        const double height = m_sensorHeight + slope * range;
        return height > m_band.from_m - margin_m && height < m_band.to_m + margin_m;
    });
}

double Visibility::missingSide_m(const Rectangle& r) const
{
    const Eigen::Vector2d eye = r.toObject(m_sensor);
    const Eigen::Vector2d half(0.5 * r.length, 0.5 * r.width);
    double missing = 0.0;
    for (const int axis : {0, 1}) {
        if (std::abs(eye[axis]) < half[axis] + facing_m)
            continue;
        const int other = 1 - axis;
        const int count = std::max(1, static_cast<int>(2.0 * half[other] / step_m));
        // The corners are round: they count for neither side.
        for (int k = 1; k + 1 < count; ++k) {
            Eigen::Vector2d local;
            local[axis] = std::copysign(half[axis] - 0.05, eye[axis]);
            local[other] = -half[other] + (k + 0.5) * 2.0 * half[other] / count;
            const Eigen::Vector2d place = r.fromObject(local);
            if (!isFilled(place) && !isHidden(place))
                missing += step_m;
        }
    }
    return missing;
}

} // namespace lunkuo
