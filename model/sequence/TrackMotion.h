#pragma once

#include "model/geometry/Cuboid.h"

#include <vector>

namespace lunkuo
{

/// Where an object is known to be at a moment: seconds, world frame.
struct MotionSample
{
    double time_s = 0.0;
    Cuboid cuboid;
};

/// How an object moves between the moments at which it is known, in the world. Positions follow cubic Hermite curves
/// through the samples; the velocity at a sample comes from its neighbours in time (finite differences of unequal
/// steps), and what drives goes where it heads: its velocity is taken along its heading. What stands stays. Headings
/// turn along the shorter arc.
class TrackMotion
{
public:
    /// `samples` in the order of their times, at least one, no two at the same time.
    explicit TrackMotion(std::vector<MotionSample> samples);

    /// Place and rotation at that moment. Before the first and after the last sample it goes on as it went there. The
    /// size is that of the sample before (or of the first).
    [[nodiscard]] Cuboid at(double time_s) const;
    /// Metres per second in the world.
    [[nodiscard]] Eigen::Vector3d velocityAt(double time_s) const;
    /// Radians per second about +z.
    [[nodiscard]] double turnRateAt(double time_s) const;
    [[nodiscard]] const std::vector<MotionSample>& samples() const { return m_samples; }

private:
    [[nodiscard]] std::size_t segmentOf(double time_s) const;

    std::vector<MotionSample> m_samples;
    std::vector<Eigen::Vector3d> m_velocities;
};

} // namespace lunkuo
