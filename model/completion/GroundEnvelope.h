#pragma once

#include "model/cloud/PointCloud.h"

#include <Eigen/Core>
#include <vector>

namespace lunkuo
{

/// A coarse ground height for every place of a frame: the highest surface of limited slope that runs below the lowest
/// points of 1 m cells, whatever stray points lie below the ground. Coordinates are relative to the cloud's offset.
class GroundEnvelope
{
public:
    /// Covers 105 m each way round `center`; `fallback` is the height where the cloud says nothing.
    GroundEnvelope(const PointCloud& cloud, const Eigen::Vector2d& center, double fallback);

    /// Bilinear between the cells; beyond the grid that of its rim.
    [[nodiscard]] double height(double x, double y) const;
    /// The same, but below objects and in shadows halfway between the highest and the lowest surface of limited slope
    /// that the ground around allows (the mean of McShane's and Whitney's extension), instead of the highest.
    [[nodiscard]] double likelyHeight(double x, double y) const;

private:
    void takeLowest(const PointCloud& cloud);
    void dropBelowNeighbours();
    void dropBelowSurroundings();
    void limitSlope();
    void bridgeGaps(const std::vector<float>& measured);
    [[nodiscard]] double between(const std::vector<float>& cells, double x, double y) const;

    static constexpr int side = 210;
    static constexpr double cell_m = 1.0;
    Eigen::Vector2d m_corner;
    std::vector<float> m_height;
    std::vector<float> m_likely;
};

} // namespace lunkuo
