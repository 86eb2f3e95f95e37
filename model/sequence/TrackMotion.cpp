#include "model/sequence/TrackMotion.h"

#include "model/geometry/Angles.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr double standing_m = 0.3;   ///< what moves less from sample to sample stands, or is measured that badly
constexpr double standing_mps = 0.5; ///< slower than a person walks
constexpr double drives = 0.8;       ///< cosine of the angle to its heading (or rear) within which something drives
constexpr double shortest_s = 1e-4;

Eigen::Vector3d speedBetween(const MotionSample& a, const MotionSample& b)
{
    return (b.cuboid.center - a.cuboid.center) / std::max(shortest_s, b.time_s - a.time_s);
}

/// Along the heading, forwards or backwards, what goes about there.
Eigen::Vector3d alongHeading(const Cuboid& cuboid, const Eigen::Vector3d& velocity)
{
    const Eigen::Vector3d heading = cuboid.rotation * Eigen::Vector3d::UnitX();
    const double along = velocity.dot(heading);
    return std::abs(along) >= drives * velocity.norm() ? Eigen::Vector3d(along * heading) : velocity;
}

std::vector<Eigen::Vector3d> velocitiesOf(const std::vector<MotionSample>& samples)
{
    std::vector<Eigen::Vector3d> result(samples.size(), Eigen::Vector3d::Zero());
    for (std::size_t i = 0; i < samples.size() && samples.size() > 1; ++i) {
        if (i == 0 || i + 1 == samples.size()) {
            const std::size_t a = i == 0 ? 0 : i - 1;
            result[i] = speedBetween(samples[a], samples[a + 1]);
        } else {
            // The derivative of the parabola through three samples.
            const double before = samples[i].time_s - samples[i - 1].time_s;
            const double after = samples[i + 1].time_s - samples[i].time_s;
            result[i] =
                (after * speedBetween(samples[i - 1], samples[i]) + before * speedBetween(samples[i], samples[i + 1])) /
                std::max(shortest_s, before + after);
        }
        result[i] = alongHeading(samples[i].cuboid, result[i]);
    }
    return result;
}

bool stands(const MotionSample& a, const MotionSample& b)
{
    const double way = (b.cuboid.center - a.cuboid.center).norm();
    return way < standing_m || way < standing_mps * (b.time_s - a.time_s);
}

} // namespace

TrackMotion::TrackMotion(std::vector<MotionSample> samples)
    : m_samples(std::move(samples))
    , m_velocities(velocitiesOf(m_samples))
{
    Q_ASSERT_X(!m_samples.empty(), "TrackMotion", "needs a sample");
}

/// The sample that the moment follows, so that there is one after it; 0 where there is only one.
std::size_t TrackMotion::segmentOf(double time_s) const
{
    const auto after = std::upper_bound(m_samples.begin(), m_samples.end(), time_s,
        [](double time, const MotionSample& sample) { return time < sample.time_s; });
    const auto index = static_cast<std::size_t>(after - m_samples.begin());
    return std::min(index == 0 ? 0 : index - 1, m_samples.size() < 2 ? 0 : m_samples.size() - 2);
}

Cuboid TrackMotion::at(double time_s) const
{
    if (m_samples.size() == 1)
        return m_samples.front().cuboid;
    const std::size_t i = segmentOf(time_s);
    const MotionSample& a = m_samples[i];
    const MotionSample& b = m_samples[i + 1];
    const double step = std::max(shortest_s, b.time_s - a.time_s);
    const double s = (time_s - a.time_s) / step;
    if (s < 0.0 || s > 1.0) {
        const MotionSample& end = s < 0.0 ? a : b;
        Cuboid result = end.cuboid;
        if (!stands(a, b)) {
            const double ahead = time_s - end.time_s;
            result = end.cuboid.withYaw(end.cuboid.yaw() + ahead * turnRateAt(end.time_s));
            const Eigen::Vector3d turned =
                0.5 * (end.cuboid.rotation * Eigen::Vector3d::UnitX() + result.rotation * Eigen::Vector3d::UnitX());
            const Eigen::Vector3d& velocity = m_velocities[s < 0.0 ? i : i + 1];
            const Eigen::Vector3d heading = end.cuboid.rotation * Eigen::Vector3d::UnitX();
            const double along = velocity.dot(heading);
            // On a bend it goes along the chord.
            result.center += ahead * (velocity + along * (turned.normalized() - heading));
        }
        return result;
    }
    const Eigen::Quaterniond rotation = a.cuboid.rotation.slerp(s, b.cuboid.rotation);
    Eigen::Vector3d center = (1.0 - s) * a.cuboid.center + s * b.cuboid.center;
    if (!stands(a, b)) {
        const double s2 = s * s;
        const double s3 = s2 * s;
        center = (2 * s3 - 3 * s2 + 1) * a.cuboid.center + (s3 - 2 * s2 + s) * step * m_velocities[i] +
                 (3 * s2 - 2 * s3) * b.cuboid.center + (s3 - s2) * step * m_velocities[i + 1];
    }
    return {center, a.cuboid.size, rotation.normalized()};
}

Eigen::Vector3d TrackMotion::velocityAt(double time_s) const
{
    if (m_samples.size() == 1)
        return Eigen::Vector3d::Zero();
    constexpr double apart_s = 1e-3;
    // At either end only what is known says how fast it goes: beyond it small steps count as standing.
    const double first = m_samples.front().time_s;
    const double last = m_samples.back().time_s;
    const bool isWithin = time_s >= first && time_s <= last;
    const double from = isWithin ? std::max(first, time_s - apart_s) : time_s - apart_s;
    const double to = isWithin ? std::min(last, time_s + apart_s) : time_s + apart_s;
    return (at(to).center - at(from).center) / std::max(shortest_s, to - from);
}

double TrackMotion::turnRateAt(double time_s) const
{
    if (m_samples.size() == 1)
        return 0.0;
    const std::size_t i = segmentOf(time_s);
    const MotionSample& a = m_samples[i];
    const MotionSample& b = m_samples[i + 1];
    return wrapAngle(b.cuboid.yaw() - a.cuboid.yaw()) / std::max(shortest_s, b.time_s - a.time_s);
}

} // namespace lunkuo
