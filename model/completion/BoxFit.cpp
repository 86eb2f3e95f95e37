#include "model/completion/BoxFit.h"

#include "model/geometry/Angles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{

struct Extent
{
    double low = 0.0;
    double high = 0.0;

    [[nodiscard]] double length() const { return high - low; }
};

/// 1 % and 99 % quantile, so that single strays do not count.
Extent robustExtent(std::vector<double>& values)
{
    const auto at = [&values](double share) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    return {at(0.01), at(0.99)};
}

struct Projected
{
    Extent u;
    Extent v;
    double closeness = 0.0;
};

Projected project(
    const std::vector<Eigen::Vector3d>& points, double yaw, std::vector<double>& us, std::vector<double>& vs)
{
    const double c = std::cos(yaw);
    const double s = std::sin(yaw);
    us.clear();
    vs.clear();
    for (const Eigen::Vector3d& p : points) {
        us.push_back(c * p.x() + s * p.y());
        vs.push_back(-s * p.x() + c * p.y());
    }
    std::vector<double> u = us;
    std::vector<double> v = vs;
    Projected result{robustExtent(u), robustExtent(v)};
    for (std::size_t i = 0; i < us.size(); ++i) {
        const double du = std::max(0.0, std::min(us[i] - result.u.low, result.u.high - us[i]));
        const double dv = std::max(0.0, std::min(vs[i] - result.v.low, result.v.high - vs[i]));
        result.closeness += 1.0 / std::max(0.02, std::min(du, dv));
    }
    return result;
}

/// Grows what was seen to the prior's length away from the sensor.
Extent amodal(const Extent& seen, double prior, double sensor)
{
    if (seen.length() >= 0.93 * prior)
        return seen;
    if (std::abs(sensor - seen.low) < std::abs(sensor - seen.high))
        return {seen.low, seen.low + prior};
    return {seen.high - prior, seen.high};
}

} // namespace

Cuboid fitBox(const std::vector<Eigen::Vector3d>& points, const Eigen::Vector3d& sensorOrigin,
    const Eigen::Vector3d& priorSize, const GroundHeight& groundHeight)
{
    std::vector<double> us;
    std::vector<double> vs;
    double bestYaw = 0.0;
    double bestScore = -std::numeric_limits<double>::infinity();
    for (int degree = 0; degree < 180; degree += 2) {
        const double yaw = radians(degree);
        const Projected p = project(points, yaw, us, vs);
        // Of the two headings at a right angle the one that agrees with the size that is expected.
        const double excess =
            std::max(0.0, p.u.length() - priorSize.x()) + 2.0 * std::max(0.0, p.v.length() - priorSize.y());
        const double score = p.closeness / static_cast<double>(points.size()) - 8.0 * excess;
        if (score > bestScore) {
            bestScore = score;
            bestYaw = yaw;
        }
    }
    const Projected p = project(points, bestYaw, us, vs);
    const double c = std::cos(bestYaw);
    const double s = std::sin(bestYaw);
    const Extent u = amodal(p.u, priorSize.x(), c * sensorOrigin.x() + s * sensorOrigin.y());
    const Extent v = amodal(p.v, priorSize.y(), -s * sensorOrigin.x() + c * sensorOrigin.y());
    const double uc = 0.5 * (u.low + u.high);
    const double vc = 0.5 * (v.low + v.high);
    const Eigen::Vector2d center(c * uc - s * vc, s * uc + c * vc);

    std::vector<double> heights;
    for (const Eigen::Vector3d& point : points)
        heights.push_back(point.z());
    const Extent z = robustExtent(heights);
    double bottom = groundHeight(center.x(), center.y());
    if (!std::isfinite(bottom) || bottom > z.low)
        bottom = z.low;
    const double height = std::max(z.high + 0.02 - bottom, 0.75 * priorSize.z());
    return Cuboid::fromYaw({center.x(), center.y(), bottom + 0.5 * height}, {u.length(), v.length(), height}, bestYaw);
}

} // namespace lunkuo
