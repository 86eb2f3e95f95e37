#pragma once

#include "model/cloud/PointCloud.h"

#include <array>
#include <cstdint>
#include <Eigen/Core>
#include <span>
#include <vector>

namespace lunkuo
{

/// Finds a frame's points by their place seen from above and by their direction seen from the sensor. Coordinates are
/// relative to the cloud's offset.
class FrameIndex
{
public:
    static constexpr int directions = 1800; ///< of 0.2 degrees each

    FrameIndex(const PointCloud& cloud, const Eigen::Vector2d& center, const Eigen::Vector3d& sensor);

    /// The points whose horizontal distance to `center` is at most `radius_m`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> near(const Eigen::Vector2d& center, double radius_m) const;
    /// One ray to a point: its horizontal length and height.
    struct RayEnd
    {
        float distance;
        float z;
    };
    /// The rays whose direction falls into one of the 1800 sectors; of large clouds evenly some.
    [[nodiscard]] std::span<const RayEnd> rays(int direction) const;
    [[nodiscard]] static int directionOf(float dx, float dy);
    /// The sectors that pass within `reach_m` of a place given relative to the sensor.
    [[nodiscard]] static std::vector<int> directionsTowards(const Eigen::Vector2d& place, double reach_m);

private:
    void indexPlaces();
    void indexDirections(const Eigen::Vector3f& sensor);

    static constexpr int side = 420;
    static constexpr double cell_m = 0.5;
    const PointCloud& m_cloud;
    Eigen::Vector2d m_corner;
    std::vector<std::uint32_t> m_cellStart;
    std::vector<std::uint32_t> m_cellPoints;
    std::vector<std::uint32_t> m_rayStart;
    std::vector<RayEnd> m_rays;
};

} // namespace lunkuo
