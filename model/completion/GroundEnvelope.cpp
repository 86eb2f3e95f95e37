#include "model/completion/GroundEnvelope.h"

#include "model/cloud/EachPoint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{

constexpr double usualSensorHeight_m = 1.73;
constexpr float none = std::numeric_limits<float>::infinity();
constexpr float steepest = 0.18F;        ///< rise per metre that still counts as ground
constexpr float groundIsWithin = 0.05F;  ///< of the envelope
constexpr float strayBelowPoints = 0.3F; ///< a lowest point that far below the next is no ground
constexpr float strayBelowCells = 0.6F;
constexpr float strayBelowBlocks = 1.8F;

std::size_t at(int x, int y, int width)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

/// Whether the share's quantile of the known heights within two cells is above the limit, or none is known. Counted,
/// which is much quicker than to look for the quantile itself.
bool isQuantileAbove(const std::vector<float>& heights, int side, int x, int y, double share, float limit)
{
    int known = 0;
    int notAbove = 0;
    for (int j = std::max(0, y - 2); j <= std::min(side - 1, y + 2); ++j)
        for (int i = std::max(0, x - 2); i <= std::min(side - 1, x + 2); ++i) {
            const float height = heights[at(i, j, side)];
            known += height != none ? 1 : 0;
            notAbove += height <= limit ? 1 : 0;
        }
    return notAbove <= static_cast<int>(share * (known - 1));
}

} // namespace

GroundEnvelope::GroundEnvelope(LowestPoints lowest)
    : m_corner(lowest.corner)
    , m_height(std::move(lowest.height))
{
    dropBelowNeighbours();
    dropBelowSurroundings();
    const std::vector<float> measured = m_height;
    limitSlope();
    bridgeGaps(measured);
    for (float& height : m_height)
        if (height == none)
            height = lowest.usual;
    for (float& height : m_likely)
        if (height == none)
            height = lowest.usual;
}

LowestPoints::LowestPoints(std::span<const float> xyz, const Eigen::Vector3d& sensor)
    : corner(sensor.head<2>() - Eigen::Vector2d::Constant(0.5 * side * cell_m))
    , height(static_cast<std::size_t>(side) * side, none)
    , usual(static_cast<float>(sensor.z() - usualSensorHeight_m))
{
    std::vector<float> second(height.size(), none);
    const Eigen::Vector2f from = corner.cast<float>();
    constexpr auto most = static_cast<float>(side);
    pointByPoint(0, xyz.size() / 3, [&](std::size_t i) {
        const Eigen::Vector3f p(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
        const float x = (p.x() - from.x()) / static_cast<float>(cell_m);
        const float y = (p.y() - from.y()) / static_cast<float>(cell_m);
        if (!(x >= 0.0F && y >= 0.0F && x < most && y < most))
            return;
        const std::size_t cell = at(static_cast<int>(x), static_cast<int>(y), side);
        second[cell] = std::min(second[cell], std::max(p.z(), height[cell]));
        height[cell] = std::min(height[cell], p.z());
    });
    for (std::size_t cell = 0; cell < second.size(); ++cell)
        if (second[cell] != none && second[cell] > height[cell] + strayBelowPoints)
            height[cell] = second[cell];
}

void GroundEnvelope::dropBelowNeighbours()
{
    const std::vector<float> raw = m_height;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (float& own = m_height[at(x, y, side)];
                own != none && isQuantileAbove(raw, side, x, y, 0.5, own + strayBelowCells))
                own = none;
}

void GroundEnvelope::dropBelowSurroundings()
{
    // Reflections in wet roads and glass come in swarms that outvote a cell's neighbours, but not whole blocks'.
    constexpr int block = 5;
    constexpr int blocks = side / block;
    std::vector<float> typical(static_cast<std::size_t>(blocks) * blocks, none);
    std::vector<float> values;
    for (int by = 0; by < blocks; ++by)
        for (int bx = 0; bx < blocks; ++bx) {
            values.clear();
            for (int j = 0; j < block * block; ++j)
                if (const float h = m_height[at(bx * block + j % block, by * block + j / block, side)]; h != none)
                    values.push_back(h);
            if (values.empty())
                continue;
            const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
            std::nth_element(values.begin(), middle, values.end());
            typical[at(bx, by, blocks)] = *middle;
        }
    for (int by = 0; by < blocks; ++by)
        for (int bx = 0; bx < blocks; ++bx)
            for (int j = 0; j < block * block; ++j)
                if (float& own = m_height[at(bx * block + j % block, by * block + j / block, side)];
                    own != none && isQuantileAbove(typical, blocks, bx, by, 0.35, own + strayBelowBlocks))
                    own = none;
}

/// Lets each cell of a row learn from all before it, or with `d` 1 from all after it. From the nearest, then from those
/// two away, four and so on: so many steps can be taken for all cells at once, which one cell after the other cannot.
template <class Take>
void spreadAlong(float* row, int side, int d, const Take& take)
{
    std::array<float, LowestPoints::side> before;
    for (int step = 1; step < side; step *= 2) {
        std::copy_n(row, side, before.begin());
        const float rise = steepest * static_cast<float>(step);
        const int first = d < 0 ? step : 0;
        const int from = d < 0 ? 0 : step;
        for (int i = 0; i < side - step; ++i)
            take(row[first + i], before[static_cast<std::size_t>(from + i)], rise);
    }
}

/// Two-pass chamfer, twice: `take(own, other, rise)` lets each cell learn from its neighbours, `rise` being what a
/// slope makes of the distance. Row by row, as what comes from the row before needs no order among the cells.
template <class Take>
void spread(std::vector<float>& cells, int side, const Take& take)
{
    constexpr float straight = steepest;
    constexpr float diagonal = straight * 1.41421356F;
    for (int pass = 0; pass < 4; ++pass) {
        const int d = pass % 2 == 0 ? -1 : 1;
        for (int k = 0; k < side; ++k) {
            const int y = d < 0 ? k : side - 1 - k;
            float* const row = cells.data() + at(0, y, side);
            if (k > 0) {
                const float* const before = row + d * side;
                for (int x = 0; x < side; ++x)
                    take(row[x], before[x], straight);
                for (int x = 1; x < side; ++x)
                    take(row[x], before[x - 1], diagonal);
                for (int x = 0; x < side - 1; ++x)
                    take(row[x], before[x + 1], diagonal);
            }
            spreadAlong(row, side, d, take);
        }
    }
}

void GroundEnvelope::limitSlope()
{
    spread(m_height, side, [](float& own, float other, float rise) { own = std::min(own, other + rise); });
}

void GroundEnvelope::bridgeGaps(const std::vector<float>& measured)
{
    std::vector<float> lowest(m_height.size(), -none);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (const std::size_t cell = at(x, y, side);
                measured[cell] != none && isQuantileAbove(measured, side, x, y, 0.35, measured[cell] - groundIsWithin))
                lowest[cell] = m_height[cell];
    const std::vector<float> known = lowest;
    spread(lowest, side, [](float& own, float other, float rise) { own = std::max(own, other - rise); });
    m_likely = m_height;
    for (std::size_t cell = 0; cell < lowest.size(); ++cell)
        if (known[cell] == -none && lowest[cell] != -none && m_height[cell] != none)
            m_likely[cell] = 0.5F * (m_height[cell] + lowest[cell]);
}

} // namespace lunkuo
