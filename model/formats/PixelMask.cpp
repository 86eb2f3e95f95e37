#include "model/formats/PixelMask.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double mostCells = 4e6;

double distanceToLine(const Eigen::Vector2d& p, const Eigen::Vector2d& a, const Eigen::Vector2d& b)
{
    const Eigen::Vector2d along = b - a;
    const Eigen::Vector2d to = p - a;
    const double length = along.norm();
    return length > 0.0 ? std::abs(along.x() * to.y() - along.y() * to.x()) / length : to.norm();
}

/// Douglas and Peucker 1973 on the vertices from `first` to `last`, which stay; marks those that stay.
void simplify(const Polygon2& line, std::size_t first, std::size_t last, double tolerance, std::vector<bool>& stays)
{
    std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        std::size_t farthest = from;
        double distance = tolerance;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const double d = distanceToLine(line[i], line[from], line[to]); d > distance) {
                farthest = i;
                distance = d;
            }
        if (farthest == from)
            continue;
        stays[farthest] = true;
        open.emplace_back(from, farthest);
        open.emplace_back(farthest, to);
    }
}

Polygon2 simplified(const Polygon2& polygon, double tolerance)
{
    Polygon2 line = polygon;
    line.push_back(polygon.front());
    const auto farthest = static_cast<std::size_t>(std::max_element(polygon.begin(), polygon.end(),
                                                       [&](const Eigen::Vector2d& a, const Eigen::Vector2d& b) {
                                                           return (a - polygon.front()).squaredNorm() <
                                                                  (b - polygon.front()).squaredNorm();
                                                       }) -
                                                   polygon.begin());
    std::vector<bool> stays(line.size(), false);
    stays.front() = stays[farthest] = true;
    simplify(line, 0, farthest, tolerance, stays);
    simplify(line, farthest, line.size() - 1, tolerance, stays);
    Polygon2 result;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        if (stays[i])
            result.push_back(polygon[i]);
    return result;
}
} // namespace

PixelMask::PixelMask(const Eigen::AlignedBox2d& box, double cell)
    : m_origin(box.min())
    , m_cell(std::max(cell, std::sqrt(box.volume() / mostCells)))
    , m_columns(static_cast<int>(std::ceil(box.sizes().x() / m_cell)) + 1)
    , m_rows(static_cast<int>(std::ceil(box.sizes().y() / m_cell)) + 1)
    , m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0)
{
}

void PixelMask::fill(const Polygon2& convex)
{
    Eigen::AlignedBox2d box;
    for (const Eigen::Vector2d& p : convex)
        box.extend(p);
    const auto rowAt = [this](double y) { return (y - m_origin.y()) / m_cell - 0.5; };
    const int first = std::max(0, static_cast<int>(std::ceil(rowAt(box.min().y()))));
    const int last = std::min(m_rows - 1, static_cast<int>(std::floor(rowAt(box.max().y()))));
    for (int row = first; row <= last; ++row) {
        const double y = m_origin.y() + (row + 0.5) * m_cell;
        double low = box.max().x();
        double high = box.min().x();
        for (std::size_t i = 0; i < convex.size(); ++i) {
            const Eigen::Vector2d& a = convex[i];
            const Eigen::Vector2d& b = convex[(i + 1) % convex.size()];
            if ((a.y() <= y) == (b.y() <= y))
                continue;
            const double x = a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
            low = std::min(low, x);
            high = std::max(high, x);
        }
        const int from = std::max(0, static_cast<int>(std::ceil((low - m_origin.x()) / m_cell - 0.5)));
        const int to = std::min(m_columns - 1, static_cast<int>(std::floor((high - m_origin.x()) / m_cell - 0.5)));
        const auto start = m_cells.begin() + static_cast<std::ptrdiff_t>(row) * m_columns;
        if (from <= to)
            std::fill(start + from, start + to + 1, std::uint8_t{1});
    }
}

std::vector<Polygon2> PixelMask::contours() const
{
    // Each filled cell is walked round with its inside to the left: +x, +y, -x, -y. What two cells share goes out.
    static constexpr std::array<std::array<int, 2>, 4> steps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
    static constexpr std::array<std::array<int, 2>, 4> starts{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    static constexpr std::array<std::array<int, 2>, 4> beyond{{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}};
    const auto width = static_cast<std::size_t>(m_columns) + 1;
    std::vector<std::uint8_t> edges(width * (static_cast<std::size_t>(m_rows) + 1), 0); ///< one bit a direction
    const auto at = [&](int x, int y) -> std::uint8_t& {
        return edges[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)];
    };
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column)
            for (std::size_t side = 0; side < 4 && isFilled(column, row); ++side)
                if (!isFilled(column + beyond[side][0], row + beyond[side][1]))
                    at(column + starts[side][0], row + starts[side][1]) |= static_cast<std::uint8_t>(1U << side);

    std::vector<Polygon2> result;
    for (int row = 0; row <= m_rows; ++row)
        for (int column = 0; column <= m_columns; ++column)
            while (at(column, row) != 0) {
                Polygon2 contour;
                int x = column;
                int y = row;
                std::size_t heading = 0;
                do {
                    // Where two cells meet at a corner, the turn to the left stays with the one.
                    for (const std::size_t turn : {1U, 0U, 3U})
                        if (const std::size_t next = (heading + turn) % 4; (at(x, y) >> next & 1U) != 0) {
                            heading = next;
                            break;
                        }
                    while ((at(x, y) >> heading & 1U) == 0)
                        heading = (heading + 1) % 4;
                    at(x, y) &= static_cast<std::uint8_t>(~(1U << heading));
                    contour.emplace_back(m_origin + m_cell * Eigen::Vector2d(x, y));
                    x += steps[heading][0];
                    y += steps[heading][1];
                } while (x != column || y != row);
                if (signedArea(contour) > 0.0)
                    result.push_back(simplified(contour, 0.75 * m_cell));
            }
    return result;
}

} // namespace lunkuo
