#pragma once

#include "model/cloud/PointCloud.h"

#include <Eigen/Core>
#include <vector>

namespace lunkuo
{

/// All that the ground is found from: the lowest points of 1 m cells, relative to the cloud's offset.
struct LowestPoints
{
    static constexpr int side = 210;
    static constexpr double cell_m = 1.0;

    /// Covers 105 m each way round the sensor, whose place is relative to the cloud's offset, too.
    LowestPoints(const PointCloud& cloud, const Eigen::Vector3d& sensor);

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
    [[nodiscard]] double height(double x, double y) const;
    /// The same, but below objects and in shadows halfway between the highest and the lowest surface of limited slope
    /// that the ground around allows (the mean of McShane's and Whitney's extension), instead of the highest.
    [[nodiscard]] double likelyHeight(double x, double y) const;

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

} // namespace lunkuo
