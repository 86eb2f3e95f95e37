#include "model/completion/GroundPlane.h"

#include <algorithm>
#include <cmath>
#include <Eigen/Cholesky>
#include <limits>

namespace lunkuo
{

namespace
{

constexpr double cell_m = 0.5;
constexpr std::size_t fewest = 4;

/// The lowest point near the envelope in each cell, relative to the centre.
std::vector<Eigen::Vector3d> lowestPoints(const PointCloud& cloud, std::span<const std::uint32_t> nearby,
    const GroundEnvelope& envelope, const Eigen::Vector2d& center, double radius_m)
{
    const int width = static_cast<int>(std::ceil(2.0 * radius_m / cell_m)) + 1;
    std::vector<Eigen::Vector3d> lowest(
        static_cast<std::size_t>(width * width), Eigen::Vector3d::Constant(std::numeric_limits<double>::infinity()));
    for (const std::uint32_t i : nearby) {
        const Eigen::Vector3d p = cloud.local(i).cast<double>();
        const Eigen::Vector2d d = p.head<2>() - center;
        const double above = p.z() - envelope.height(p.x(), p.y());
        if (above < -0.5 || above > 0.30 || d.squaredNorm() > radius_m * radius_m)
            continue;
        const int x = static_cast<int>((d.x() + radius_m) / cell_m);
        const int y = static_cast<int>((d.y() + radius_m) / cell_m);
        Eigen::Vector3d& best = lowest[static_cast<std::size_t>(y * width + x)];
        if (p.z() < best.z())
            best = {d.x(), d.y(), p.z()};
    }
    std::erase_if(lowest, [](const Eigen::Vector3d& p) { return !std::isfinite(p.z()); });
    return lowest;
}

} // namespace

GroundPlane fitGroundPlane(const PointCloud& cloud, std::span<const std::uint32_t> nearby,
    const GroundEnvelope& envelope, const Eigen::Vector2d& center, double radius_m)
{
    GroundPlane plane{center, Eigen::Vector2d::Zero(), envelope.height(center.x(), center.y())};
    std::vector<Eigen::Vector3d> points = lowestPoints(cloud, nearby, envelope, center, radius_m);
    if (points.size() < fewest)
        return plane;
    const auto third = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 3);
    std::nth_element(points.begin(), third, points.end(),
        [](const Eigen::Vector3d& a, const Eigen::Vector3d& b) { return a.z() < b.z(); });
    Eigen::Vector3d state(0.0, 0.0, third->z()); // slope x, slope y, level
    for (int step = 0; step < 6; ++step) {
        const double scale = step < 3 ? 0.25 : 0.10;
        Eigen::Matrix3d normal = Eigen::Vector3d(20.0, 20.0, 1e-6).asDiagonal();
        Eigen::Vector3d right(0.0, 0.0, 1e-6 * state.z());
        for (const Eigen::Vector3d& p : points) {
            const Eigen::Vector3d row(p.x(), p.y(), 1.0);
            const double r = p.z() - row.dot(state);
            const double t = 1.0 / (1.0 + (r / scale) * (r / scale));
            const double weight = t * t * (r > 0.0 ? 0.5 : 1.0); // what lies above may be no ground at all
            normal += weight * row * row.transpose();
            right += weight * p.z() * row;
        }
        state = normal.ldlt().solve(right);
    }
    plane.slope = state.head<2>();
    plane.level = state.z();
    return plane;
}

} // namespace lunkuo
