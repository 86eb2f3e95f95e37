#include "model/evaluation/Metrics.h"

#include "model/geometry/Angles.h"
#include "model/geometry/Polygon.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lunkuo
{

namespace
{

/// A triangle with the box round it, so that most of them are passed over without looking closer.
struct Facet
{
    Eigen::Vector3d a, b, c;
    Eigen::Vector3d low, high;
};

std::vector<Facet> facetsOf(const Outline& outline)
{
    std::vector<Facet> facets;
    for (const auto& [i, j, k] : outline.triangles) {
        const Eigen::Vector3d& a = outline.vertices[i];
        const Eigen::Vector3d& b = outline.vertices[j];
        const Eigen::Vector3d& c = outline.vertices[k];
        facets.push_back({a, b, c, a.cwiseMin(b).cwiseMin(c), a.cwiseMax(b).cwiseMax(c)});
    }
    return facets;
}

/// At most `limit`.
double distanceWithin(const std::vector<Facet>& facets, const Eigen::Vector3d& p, double limit)
{
    double nearest = limit;
    for (const Facet& f : facets)
        if (((p - f.low).array() > -nearest).all() && ((f.high - p).array() > -nearest).all())
            nearest = std::min(nearest, distanceToTriangle(p, f.a, f.b, f.c));
    return nearest;
}

} // namespace

BoxScore scoreBox(const Cuboid& found, const Cuboid& labelled)
{
    BoxScore score;
    score.bevIou = bevIou(found, labelled);
    score.iou3d = iou3d(found, labelled);
    const double turn = std::abs(wrapAngle(found.yaw() - labelled.yaw()));
    score.yawError_deg = degrees(std::min(turn, std::numbers::pi - turn));
    score.facesRight = turn < 0.5 * std::numbers::pi;
    score.center_m = (found.center - labelled.center).head<2>().norm();
    score.size_m = found.size - labelled.size;
    score.bottom_m = (found.center.z() - labelled.center.z()) - 0.5 * score.size_m.z();
    return score;
}

double distanceToTriangle(
    const Eigen::Vector3d& p, const Eigen::Vector3d& a, const Eigen::Vector3d& b, const Eigen::Vector3d& c)
{
    // The regions of Ericson, Real-Time Collision Detection, 5.1.5.
    const Eigen::Vector3d ab = b - a;
    const Eigen::Vector3d ac = c - a;
    const double d1 = ab.dot(p - a);
    const double d2 = ac.dot(p - a);
    if (d1 <= 0.0 && d2 <= 0.0)
        return (p - a).norm();
    const double d3 = ab.dot(p - b);
    const double d4 = ac.dot(p - b);
    if (d3 >= 0.0 && d4 <= d3)
        return (p - b).norm();
    const double vc = d1 * d4 - d3 * d2;
    if (vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0)
        return (p - a - d1 / (d1 - d3) * ab).norm();
    const double d5 = ab.dot(p - c);
    const double d6 = ac.dot(p - c);
    if (d6 >= 0.0 && d5 <= d6)
        return (p - c).norm();
    const double vb = d5 * d2 - d1 * d6;
    if (vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0)
        return (p - a - d2 / (d2 - d6) * ac).norm();
    const double va = d3 * d6 - d5 * d4;
    if (va <= 0.0 && d4 - d3 >= 0.0 && d5 - d6 >= 0.0)
        return (p - b - (d4 - d3) / ((d4 - d3) + (d5 - d6)) * (c - b)).norm();
    return (p - a - (vb * ab + vc * ac) / (va + vb + vc)).norm();
}

Coverage coverageOf(const Outline& outline, const Cuboid& cuboid, std::span<const Eigen::Vector3d> points)
{
    const std::vector<Facet> facets = facetsOf(outline);
    std::size_t near = 0;
    std::size_t fair = 0;
    constexpr double near_m = 0.1;
    constexpr double fair_m = 0.2;
    for (const Eigen::Vector3d& point : points) {
        const double distance = distanceWithin(facets, cuboid.toObject(point), 2.0 * fair_m);
        near += distance <= near_m ? 1 : 0;
        fair += distance <= fair_m ? 1 : 0;
    }
    const double all = std::max<double>(1.0, static_cast<double>(points.size()));
    return {static_cast<double>(near) / all, static_cast<double>(fair) / all};
}

Segmentation scoreSegmentation(const PointCloud& cloud, const Cuboid& labelled, std::span<const std::uint32_t> inside,
    std::span<const std::uint32_t> chosen)
{
    constexpr double edge_m = 0.1;
    const auto isRaised = [&](std::uint32_t i) {
        return labelled.toObject(cloud.point(i)).z() + 0.5 * labelled.size.z() >= road_m;
    };
    const auto isIn = [](std::span<const std::uint32_t> list, std::uint32_t i) {
        return std::binary_search(list.begin(), list.end(), i);
    };
    std::size_t both = 0;
    std::size_t missed = 0;
    std::size_t foreign = 0;
    for (const std::uint32_t i : inside)
        if (isRaised(i))
            ++(isIn(chosen, i) ? both : missed);
    for (const std::uint32_t i : chosen)
        foreign += isRaised(i) && !isIn(inside, i) && !labelled.contains(cloud.point(i), edge_m) ? 1 : 0;
    const auto share = [both](std::size_t others) {
        return both + others == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(both + others);
    };
    return {share(foreign), share(missed)};
}

double areaUnderCurve(std::vector<std::pair<double, bool>> confidenceAndGood)
{
    std::sort(confidenceAndGood.begin(), confidenceAndGood.end());
    double won = 0.0;
    double good = 0.0;
    double bad = 0.0;
    for (std::size_t first = 0, next = 0; first < confidenceAndGood.size(); first = next) {
        double tiedGood = 0.0;
        double tiedBad = 0.0;
        for (; next < confidenceAndGood.size() && confidenceAndGood[next].first == confidenceAndGood[first].first;
             ++next)
            (confidenceAndGood[next].second ? tiedGood : tiedBad) += 1.0;
        won += tiedGood * (bad + 0.5 * tiedBad);
        good += tiedGood;
        bad += tiedBad;
    }
    return good > 0.0 && bad > 0.0 ? won / (good * bad) : std::nan("");
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double mean(std::span<const double> values)
{
    if (values.empty())
        return std::nan("");
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace lunkuo
