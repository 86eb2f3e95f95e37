#pragma once

#include "model/completion/FrameIndex.h"
#include "model/completion/GroundPlane.h"

#include <limits>

namespace lunkuo
{

/// How far round the click an object may reach, and between which heights over the ground its points are looked for.
struct Reach
{
    double radius_m = 7.0;
    double lowest_m = 0.30;
    double highest_m = 2.6;
    double tall_m = std::numeric_limits<double>::infinity(); ///< what goes on unbroken up to here is something else
};

/// The mean of the points in a small cell.
struct Sample
{
    Eigen::Vector2d at = Eigen::Vector2d::Zero(); ///< relative to the click
    double height = 0.0;                          ///< over the ground plane
    bool isTall = false; ///< part of a wall, pole or tree that goes on above what the object can be
};

/// What stands on the ground round a click. Places are relative to the click, heights to the ground plane below.
struct Surroundings
{
    Eigen::Vector2d click = Eigen::Vector2d::Zero(); ///< relative to the cloud's offset
    Eigen::Vector2d sensor = Eigen::Vector2d::Zero();
    double sensorHeight = 0.0;
    double lowest_m = 0.0; ///< height from which points are raised
    GroundPlane plane;
    std::vector<std::uint32_t> nearby;   ///< all points within reach, ascending
    std::vector<std::uint32_t> raised;   ///< those at an object's heights, ascending
    std::vector<std::uint32_t> sampleOf; ///< of each raised point
    std::vector<Sample> samples;

    [[nodiscard]] double range() const { return sensor.norm(); }
    /// The place and height of a point given relative to the cloud's offset.
    [[nodiscard]] Sample localize(const Eigen::Vector3d& point) const
    {
        return {point.head<2>() - click, point.z() - plane.height(point.head<2>())};
    }
};

/// All places relative to the cloud's offset.
Surroundings lookAround(const PointCloud& cloud, const FrameIndex& index, const GroundEnvelope& ground,
    const Eigen::Vector3d& sensor, const Eigen::Vector2d& click, const Reach& reach);

/// The clicks, sensor frame, as places like samples'; those that are no numbers are left out.
std::vector<Sample> localized(
    const std::vector<Eigen::Vector3d>& clicks, const Surroundings& around, const Eigen::Vector3d& offset);

} // namespace lunkuo
