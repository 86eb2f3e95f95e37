#include "model/completion/FreeSpace.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lunkuo
{

namespace
{

constexpr int side = 80;
constexpr double cell_m = 0.2;
constexpr double half_m = 0.5 * side * cell_m;
constexpr double step_m = 0.1;
constexpr double beforeHit_m = 0.35; ///< a ray says nothing about the last bit before its point
constexpr int fewestRays = 2;
constexpr double manyRays = 6.0;

using Raster = std::array<int, static_cast<std::size_t>(side) * side>;

/// Where along a ray of that length, with these heights at its ends, it runs through the band.
std::pair<double, double> stretchIn(const SolidBand& band, double startHeight, double endHeight, double length)
{
    double from = 0.0;
    double to = length - beforeHit_m;
    const double rise = (endHeight - startHeight) / length;
    if (std::abs(rise) < 1e-9)
        return startHeight >= band.from_m && startHeight <= band.to_m ? std::pair(from, to) : std::pair(0.0, 0.0);
    const double a = (band.from_m - startHeight) / rise;
    const double b = (band.to_m - startHeight) / rise;
    return {std::max(from, std::min(a, b)), std::min(to, std::max(a, b))};
}

/// Counts the rays of one direction into the cells along it.
void countRays(const FrameIndex& index, int direction, const Surroundings& around, const SolidBand& band,
    Raster& raster, std::vector<int>& along)
{
    const auto rays = index.rays(direction);
    if (rays.empty())
        return;
    const double angle = ((direction + 0.5) / FrameIndex::directions - 0.5) * 2.0 * std::numbers::pi;
    const Eigen::Vector2d ahead(std::cos(angle), std::sin(angle));
    const double start = std::max(0.0, around.range() - std::numbers::sqrt2 * half_m);
    const double end = around.range() + std::numbers::sqrt2 * half_m;
    along.assign(static_cast<std::size_t>((end - start) / step_m) + 2, 0);
    const auto place = [&](double distance) {
        return static_cast<std::size_t>((std::clamp(distance, start, end) - start) / step_m);
    };
    for (const FrameIndex::RayEnd& ray : rays) {
        const auto distance = static_cast<double>(ray.distance);
        if (!(distance > start))
            continue;
        const Eigen::Vector2d hit = around.click + around.sensor + distance * ahead;
        const auto [from, to] =
            stretchIn(band, around.sensorHeight, static_cast<double>(ray.z) - around.plane.height(hit), distance);
        if (to > from && place(to) > place(from)) {
            ++along[place(from)];
            --along[place(to)];
        }
    }
    int count = 0;
    for (std::size_t k = 0; k < along.size(); ++k) {
        count += along[k];
        const Eigen::Vector2d at = around.sensor + (start + (static_cast<double>(k) + 0.5) * step_m) * ahead;
        const int x = static_cast<int>(std::floor((at.x() + half_m) / cell_m));
        const int y = static_cast<int>(std::floor((at.y() + half_m) / cell_m));
        if (count > 0 && x >= 0 && y >= 0 && x < side && y < side)
            raster[static_cast<std::size_t>(y * side + x)] += count;
    }
}

} // namespace

SolidBand solidBandOf(BodyKind body)
{
    return body == BodyKind::Truck ? SolidBand{0.95, 1.25, true} : SolidBand();
}

std::vector<FreeCell> findFreeSpace(const FrameIndex& index, const Surroundings& around, const SolidBand& band)
{
    if (!std::isfinite(around.range()))
        return {};
    Raster raster{};
    std::vector<int> along;
    for (const int direction : FrameIndex::directionsTowards(-around.sensor, std::numbers::sqrt2 * half_m))
        countRays(index, direction, around, band, raster, along);
    std::vector<FreeCell> cells;
    for (int k = 0; k < side * side; ++k)
        if (const int count = raster[static_cast<std::size_t>(k)]; count >= fewestRays)
            cells.push_back(
                {cell_m * Eigen::Vector2d(k % side + 0.5, k / side + 0.5) - Eigen::Vector2d::Constant(half_m),
                    std::min(1.0, count / manyRays)});
    return cells;
}

} // namespace lunkuo
