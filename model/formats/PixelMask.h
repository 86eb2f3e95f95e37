#pragma once

#include "model/geometry/Polygon.h"

#include <cstdint>

namespace lunkuo
{

/// A grid of cells over a part of the plane, filled with convex polygons and read back as the edges of what is filled.
class PixelMask
{
public:
    /// `cell`: side of a cell. At most a few million cells are made, coarser ones where `box` is too large for that.
    PixelMask(const Eigen::AlignedBox2d& box, double cell);

    /// Fills the cells whose middle lies in the convex polygon, whichever way it turns.
    void fill(const Polygon2& convex);
    /// Outer edges of what hangs together side by side, with positive signedArea; holes are left out. Vertices that
    /// stray less than a cell from a straight line are left out too.
    [[nodiscard]] std::vector<Polygon2> contours() const;

private:
    [[nodiscard]] bool isFilled(int column, int row) const
    {
        return column >= 0 && row >= 0 && column < m_columns && row < m_rows &&
               m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(column)] != 0;
    }

    Eigen::Vector2d m_origin;
    double m_cell;
    int m_columns;
    int m_rows;
    std::vector<std::uint8_t> m_cells;
};

} // namespace lunkuo
