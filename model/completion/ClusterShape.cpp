#include "model/completion/ClusterShape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace lunkuo
{

namespace
{

constexpr int headings = 18;
constexpr std::size_t enough = 400; ///< points tell the extents of a cluster
constexpr double stray = 0.02;      ///< share of the points at each end that does not count

double middle(std::vector<double>& values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Where the values begin and end, but for stray ones.
std::pair<double, double> ends(std::vector<double>& values)
{
    const double low = middle(values, stray);
    return {low, middle(values, 1.0 - stray)};
}

/// Of the points below the windows.
double shareOnEdge(const std::vector<Eigen::Vector3d>& places, const std::array<std::pair<double, double>, 2>& sides,
    const Eigen::Rotation2Dd& turn, double top)
{
    constexpr double near_m = 0.25;
    constexpr double lower = 0.6;
    double all = 0.0;
    double near = 0.0;
    for (const Eigen::Vector3d& place : places) {
        if (place.z() > lower * top)
            continue;
        const Eigen::Vector2d turned = turn.inverse() * place.head<2>();
        const auto isOn = [&](int axis) {
            const auto [low, high] = sides[static_cast<std::size_t>(axis)];
            return turned[axis] < low + near_m || turned[axis] > high - near_m;
        };
        all += 1.0;
        near += isOn(0) || isOn(1) ? 1.0 : 0.0;
    }
    return near / std::max(1.0, all);
}

void findRectangle(ClusterShape& shape, const std::vector<Eigen::Vector3d>& places)
{
    double least = std::numeric_limits<double>::infinity();
    std::vector<double> u(places.size());
    std::vector<double> v(places.size());
    for (int k = 0; k < headings; ++k) {
        const Eigen::Rotation2Dd turn(0.5 * std::numbers::pi * k / headings);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const Eigen::Vector2d turned = turn.inverse() * places[i].head<2>();
            u[i] = turned.x();
            v[i] = turned.y();
        }
        const auto [uLow, uHigh] = ends(u);
        const auto [vLow, vHigh] = ends(v);
        const double a = uHigh - uLow;
        const double b = vHigh - vLow;
        if (const double area = (a + 0.1) * (b + 0.1); area < least) {
            least = area;
            shape.length = std::max(a, b);
            shape.width = std::min(a, b);
            shape.center = turn * Eigen::Vector2d(0.5 * (uLow + uHigh), 0.5 * (vLow + vHigh));
            shape.onEdge = shareOnEdge(places, {{{uLow, uHigh}, {vLow, vHigh}}}, turn, shape.top);
        }
    }
}

/// The point of the body nearest to the middle of the points.
std::uint32_t seedOf(const std::vector<Eigen::Vector3d>& places, const std::vector<std::uint32_t>& indices, double top)
{
    std::vector<double> x;
    std::vector<double> y;
    for (const Eigen::Vector3d& p : places) {
        x.push_back(p.x());
        y.push_back(p.y());
    }
    const Eigen::Vector2d center(middle(x, 0.5), middle(y, 0.5));
    const double highest = std::max(0.6 * top, 0.6);
    double nearest = std::numeric_limits<double>::infinity();
    std::uint32_t seed = indices.front();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double distance = (places[i].head<2>() - center).norm() + (places[i].z() > highest ? 2.0 : 0.0);
        if (distance < nearest) {
            nearest = distance;
            seed = indices[i];
        }
    }
    return seed;
}

} // namespace

ClusterShape describe(const PreparedFrame& frame, const std::vector<std::uint32_t>& points)
{
    const PreparedFrame::Impl& impl = frame.impl();
    ClusterShape shape;
    std::vector<Eigen::Vector3d> places; ///< z over the ground
    std::vector<std::uint32_t> indices;
    std::vector<double> heights;
    for (std::size_t i = 0; i < points.size(); i += 1 + points.size() / enough) {
        Eigen::Vector3d p = impl.cloud->local(points[i]).cast<double>();
        p.z() -= impl.ground.likelyHeight(p.x(), p.y());
        places.push_back(p);
        indices.push_back(points[i]);
        heights.push_back(p.z());
    }
    shape.top = middle(heights, 1.0 - stray);
    findRectangle(shape, places);
    shape.range = (shape.center - impl.sensor.head<2>()).norm();
    shape.seed = seedOf(places, indices, shape.top);
    return shape;
}

double vehicleLikeness(const ClusterShape& shape, const Cluster& cluster)
{
    constexpr std::size_t fewestPoints = 12;
    constexpr double shortest_m = 1.0;
    constexpr double longest_m = 16.0;
    constexpr double widest_m = 4.0;
    if (cluster.points.size() < fewestPoints || shape.length < shortest_m || shape.length > longest_m ||
        shape.width > widest_m || shape.range < ownRange_m)
        return 0.0;
    // A logistic model of "most of its points are a vehicle's", fitted to labelled real and simulated frames.
    const double evidence = -0.7 - 1.8 * std::clamp(shape.length - 5.0, 0.0, 4.0) + 2.2 * std::min(1.5, shape.width) -
                            0.8 * std::max(0.0, shape.width - 2.3) - 0.8 * std::max(0.0, 0.9 - shape.top) -
                            2.9 * std::max(0.0, shape.top - 1.9) + 0.95 * shape.onEdge - 3.3 * cluster.tallShare -
                            0.033 * shape.range;
    return 1.0 / (1.0 + std::exp(-evidence));
}

} // namespace lunkuo
