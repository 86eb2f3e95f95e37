#pragma once

#include <algorithm>
#include <Eigen/Core>
#include <span>
#include <vector>

namespace lunkuo
{

/// All that the ground is found from: the lowest points of 1 m cells, relative to the cloud's offset.
struct LowestPoints
{
    static constexpr int side = 210;
    static constexpr double cell_m = 1.0;

    /// `xyz`: of each point of a cloud in turn. Covers 105 m each way round the sensor, whose place is relative to the
    /// cloud's offset, too.
    LowestPoints(std::span<const float> xyz, const Eigen::Vector3d& sensor);

    Eigen::Vector2d corner;
    std::vector<float> height; ///< infinite where there is no point
    float usual;               ///< where the ground is when the cloud says nothing
};

/// A coarse ground height for every place of a frame: the highest surface of limited slope that runs below the lowest
/// points of 1 m cells, whatever stray points lie below the ground. Coordinates are relative to the cloud's offset.
class GroundEnvelope
{
public:
    explicit GroundEnvelope(LowestPoints lowest);

    /// Bilinear between the cells; beyond the grid that of its rim.
    [[nodiscard]] double height(double x, double y) const { return between(m_height, x, y); }
    /// The same, but below objects and in shadows halfway between the highest and the lowest surface of limited slope
    /// that the ground around allows (the mean of McShane's and Whitney's extension), instead of the highest.
    [[nodiscard]] double likelyHeight(double x, double y) const { return between(m_likely, x, y); }

private:
    void dropBelowNeighbours();
    void dropBelowSurroundings();
    void limitSlope();
    void bridgeGaps(const std::vector<float>& measured);
    [[nodiscard]] double between(const std::vector<float>& cells, double x, double y) const;

    static constexpr int side = LowestPoints::side;
    static constexpr double cell_m = LowestPoints::cell_m;
    Eigen::Vector2d m_corner;
    std::vector<float> m_height;
    std::vector<float> m_likely;
};

/// Here, as it is asked for each point of a frame before its picture is there.
inline double GroundEnvelope::between(const std::vector<float>& cells, double x, double y) const
{
    const double most = side - 1.0;
    // No std::clamp: what is no number becomes 0 here, and not an index of no cell.
    const double gx = std::min(std::max(0.0, (x - m_corner.x()) / cell_m - 0.5), most);
    const double gy = std::min(std::max(0.0, (y - m_corner.y()) / cell_m - 0.5), most);
    const int x0 = std::min(static_cast<int>(gx), side - 2);
    const int y0 = std::min(static_cast<int>(gy), side - 2);
    const double fx = gx - x0;
    const double fy = gy - y0;
    const float* const corner = cells.data() + y0 * side + x0;
    const auto h = [corner](int i, int j) { return static_cast<double>(corner[j * side + i]); };
    return (1.0 - fy) * ((1.0 - fx) * h(0, 0) + fx * h(1, 0)) + fy * ((1.0 - fx) * h(0, 1) + fx * h(1, 1));
}

} // namespace lunkuo
