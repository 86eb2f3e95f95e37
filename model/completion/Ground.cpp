#include "model/completion/Ground.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{

constexpr double cellSize_m = 1.0;
constexpr double reach_m = 105.0;      ///< the grid ends this far from the median point
constexpr float secondLowest_m = 0.3F; ///< a lowest point this far below the second is a reflection
constexpr float belowNeighbours_m = 0.6F;
constexpr float steepestSlope = 0.18F;
constexpr float nothing = std::numeric_limits<float>::infinity();

/// Centre of the cloud that far outliers do not move: the median of a sample.
Eigen::Vector2d middleOf(const PointCloud& cloud)
{
    std::array<std::vector<float>, 2> values;
    const std::size_t step = std::max<std::size_t>(1, cloud.size() / 4096);
    for (std::size_t i = 0; i < cloud.size(); i += step)
        for (std::size_t axis = 0; axis < 2; ++axis)
            values[axis].push_back(cloud.xyz[3 * i + axis]);
    Eigen::Vector2d middle = cloud.offset.head<2>();
    for (std::size_t axis = 0; axis < 2; ++axis) {
        auto& v = values[axis];
        const auto half = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
        std::nth_element(v.begin(), half, v.end());
        middle[static_cast<Eigen::Index>(axis)] += static_cast<double>(*half);
    }
    return middle;
}

} // namespace

Ground::Ground(const PointCloud& cloud)
{
    if (cloud.size() == 0)
        return;
    m_corner = middleOf(cloud) - Eigen::Vector2d::Constant(reach_m);
    m_columns = m_rows = static_cast<int>(2.0 * reach_m / cellSize_m);
    const std::size_t cells = cell(0, m_rows);
    m_height.assign(cells, nothing);
    std::vector<float> second(cells, nothing);
    const Eigen::Vector2f shift = (cloud.offset.head<2>() - m_corner).cast<float>();
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3f p = cloud.local(i);
        const float column = (p.x() + shift.x()) / static_cast<float>(cellSize_m);
        const float row = (p.y() + shift.y()) / static_cast<float>(cellSize_m);
        if (!(column >= 0 && row >= 0 && column < static_cast<float>(m_columns) && row < static_cast<float>(m_rows)))
            continue;
        const std::size_t c = cell(static_cast<int>(column), static_cast<int>(row));
        const float z = p.z() + static_cast<float>(cloud.offset.z());
        second[c] = std::min(second[c], std::max(z, m_height[c]));
        m_height[c] = std::min(m_height[c], z);
    }
    for (std::size_t c = 0; c < cells; ++c)
        if (second[c] < nothing && second[c] - m_height[c] > secondLowest_m)
            m_height[c] = second[c];
    dropLowOutliers();
    spreadEnvelope();
}

void Ground::dropLowOutliers()
{
    const std::vector<float> raw = m_height;
    std::array<float, 25> around{};
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column) {
            if (raw[cell(column, row)] == nothing)
                continue;
            std::size_t count = 0;
            for (int r = std::max(0, row - 2); r <= std::min(m_rows - 1, row + 2); ++r)
                for (int c = std::max(0, column - 2); c <= std::min(m_columns - 1, column + 2); ++c)
                    if (raw[cell(c, r)] < nothing)
                        around[count++] = raw[cell(c, r)];
            std::nth_element(around.begin(), around.begin() + count / 2, around.begin() + count);
            if (raw[cell(column, row)] < around[count / 2] - belowNeighbours_m)
                m_height[cell(column, row)] = nothing;
        }
}

void Ground::spreadEnvelope()
{
    // Two-pass chamfer, twice: each cell takes the lowest of its neighbours plus the slope over the distance.
    const float straight = steepestSlope * static_cast<float>(cellSize_m);
    const float diagonal = straight * std::numbers::sqrt2_v<float>;
    const auto take = [this](int column, int row, int fromColumn, int fromRow, float rise) {
        if (fromColumn < 0 || fromRow < 0 || fromColumn >= m_columns || fromRow >= m_rows)
            return;
        float& here = m_height[cell(column, row)];
        here = std::min(here, m_height[cell(fromColumn, fromRow)] + rise);
    };
    for (int pass = 0; pass < 2; ++pass) {
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column) {
                take(column, row, column - 1, row, straight);
                take(column, row, column - 1, row - 1, diagonal);
                take(column, row, column, row - 1, straight);
                take(column, row, column + 1, row - 1, diagonal);
            }
        for (int row = m_rows; row-- > 0;)
            for (int column = m_columns; column-- > 0;) {
                take(column, row, column + 1, row, straight);
                take(column, row, column + 1, row + 1, diagonal);
                take(column, row, column, row + 1, straight);
                take(column, row, column - 1, row + 1, diagonal);
            }
    }
}

double Ground::height(double x, double y) const
{
    if (m_height.empty())
        return std::numeric_limits<double>::quiet_NaN();
    // Bilinear between cell centres, clamped at the rim.
    const double u = std::clamp((x - m_corner.x()) / cellSize_m - 0.5, 0.0, m_columns - 1.001);
    const double v = std::clamp((y - m_corner.y()) / cellSize_m - 0.5, 0.0, m_rows - 1.001);
    const int column = static_cast<int>(u);
    const int row = static_cast<int>(v);
    const double a = u - column;
    const double b = v - row;
    const auto at = [this](int c, int r) { return static_cast<double>(m_height[cell(c, r)]); };
    return (1 - b) * ((1 - a) * at(column, row) + a * at(column + 1, row)) +
           b * ((1 - a) * at(column, row + 1) + a * at(column + 1, row + 1));
}

} // namespace lunkuo
