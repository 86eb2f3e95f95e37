#pragma once

#include "model/cloud/PointCloud.h"

#include <vector>

namespace lunkuo
{

/// The ground below a whole frame: the lower slope envelope of the lowest points of a 1 m grid, robust to points below
/// the ground (reflections) by a median test against the neighbourhood.
class Ground
{
public:
    explicit Ground(const PointCloud& cloud);

    /// Height of the ground at a place of the sensor frame, metres; NaN where there are no points at all.
    [[nodiscard]] double height(double x, double y) const;

private:
    [[nodiscard]] std::size_t cell(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }
    void dropLowOutliers();
    void spreadEnvelope();

    Eigen::Vector2d m_corner = Eigen::Vector2d::Zero(); ///< lower left corner of the grid
    int m_columns = 0;
    int m_rows = 0;
    std::vector<float> m_height; ///< per cell, row by row
};

} // namespace lunkuo
