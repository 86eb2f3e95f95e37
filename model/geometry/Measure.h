#pragma once

#include <algorithm>
#include <cmath>
#include <Eigen/Core>
#include <vector>

namespace lunkuo
{

/// A way over points that is measured: its last stretch, and the corner before that.
struct Measure
{
    std::vector<Eigen::Vector3d> points; ///< one to three

    [[nodiscard]] bool isStretch() const { return points.size() >= 2; }
    [[nodiscard]] bool isCorner() const { return points.size() >= 3; }
    /// From the first point to the second, or to another one.
    [[nodiscard]] double distance(std::size_t from = 0) const { return (points[from + 1] - points[from]).norm(); }
    [[nodiscard]] double rise(std::size_t from = 0) const { return points[from + 1].z() - points[from].z(); }
    /// Over ground.
    [[nodiscard]] double run(std::size_t from = 0) const { return (points[from + 1] - points[from]).head<2>().norm(); }
    /// At the middle point, radians; of three points.
    [[nodiscard]] double angle() const
    {
        const Eigen::Vector3d one = (points[0] - points[1]).normalized();
        const Eigen::Vector3d other = (points[2] - points[1]).normalized();
        return std::acos(std::clamp(one.dot(other), -1.0, 1.0));
    }
};

} // namespace lunkuo
