#include "model/evaluation/Baselines.h"

#include "model/geometry/Angles.h"
#include "model/geometry/Polygon.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

namespace lunkuo
{

namespace
{

constexpr double step_m = 0.5;
constexpr double reach_m = 12.0;  ///< the cluster stays so near to the click
constexpr double lowest_m = 0.3;  ///< over the ground
constexpr double highest_m = 4.5; ///< over the ground
constexpr double least_m = 0.1;   ///< of a box's sides

/// Places in cells as wide as a step, so that neighbours are in the 27 cells around.
class Cells
{
public:
    explicit Cells(const std::vector<Eigen::Vector3d>& places)
    {
        for (std::size_t i = 0; i < places.size(); ++i)
            m_cells[keyOf(cellOf(places[i]))].push_back(i);
    }

    template <class Visit>
    void around(const Eigen::Vector3d& place, Visit visit) const
    {
        const Eigen::Vector3i middle = cellOf(place);
        for (int x = -1; x <= 1; ++x)
            for (int y = -1; y <= 1; ++y)
                for (int z = -1; z <= 1; ++z)
                    if (const auto cell = m_cells.find(keyOf(middle + Eigen::Vector3i(x, y, z))); cell != m_cells.end())
                        std::for_each(cell->second.begin(), cell->second.end(), visit);
    }

private:
    static Eigen::Vector3i cellOf(const Eigen::Vector3d& place) { return (place / step_m).array().floor().cast<int>(); }
    /// Places lie within `reach_m` of each other, so that ten bits an axis tell their cells apart.
    static std::uint32_t keyOf(const Eigen::Vector3i& cell)
    {
        const Eigen::Matrix<std::uint32_t, 3, 1> bits = cell.cast<std::uint32_t>();
        return (bits.x() & 1023U) | (bits.y() & 1023U) << 10U | (bits.z() & 1023U) << 20U;
    }

    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_cells;
};

/// Extents along a direction and across it.
struct Extents
{
    Eigen::Vector2d low = Eigen::Vector2d::Constant(std::numeric_limits<double>::infinity());
    Eigen::Vector2d high = -low;

    void take(const Eigen::Vector2d& p)
    {
        low = low.cwiseMin(p);
        high = high.cwiseMax(p);
    }
    [[nodiscard]] double area() const { return (high - low).prod(); }
};

/// From the sensor frame into one whose x lies along a heading.
Eigen::Matrix2d along(double yaw)
{
    return Eigen::Rotation2Dd(-yaw).toRotationMatrix();
}

Extents extentsOf(const Polygon2& places, const Eigen::Matrix2d& turn)
{
    Extents extents;
    for (const Eigen::Vector2d& p : places)
        extents.take(turn * p);
    return extents;
}

Polygon2 fromAbove(const std::vector<Eigen::Vector3d>& points)
{
    Polygon2 places;
    for (const Eigen::Vector3d& p : points)
        places.emplace_back(p.head<2>());
    return places;
}

Cuboid boxAlong(const std::vector<Eigen::Vector3d>& points, double yaw, double ground_m)
{
    const Eigen::Matrix2d turn = along(yaw);
    const Extents extents = extentsOf(fromAbove(points), turn);
    double top = ground_m + least_m;
    for (const Eigen::Vector3d& p : points)
        top = std::max(top, p.z());
    const Eigen::Vector2d center = turn.transpose() * (0.5 * (extents.low + extents.high));
    const Eigen::Vector2d size = (extents.high - extents.low).cwiseMax(least_m);
    return Cuboid::fromYaw({center.x(), center.y(), 0.5 * (ground_m + top)},
        {size.maxCoeff(), size.minCoeff(), top - ground_m}, size.x() >= size.y() ? yaw : yaw + 0.5 * std::numbers::pi);
}

double closeness(const Polygon2& places, double yaw)
{
    constexpr double nearest_m = 0.01; // nearer points do not count more
    const Eigen::Matrix2d turn = along(yaw);
    const Extents extents = extentsOf(places, turn);
    double sum = 0.0;
    for (const Eigen::Vector2d& p : places) {
        const Eigen::Vector2d at = turn * p;
        sum += 1.0 / std::max((at - extents.low).cwiseMin(extents.high - at).minCoeff(), nearest_m);
    }
    return sum;
}

} // namespace

std::vector<Eigen::Vector3d> clusterAt(const PreparedFrame& frame, const Eigen::Vector3d& click)
{
    const PointCloud& cloud = *frame.cloud();
    std::vector<Eigen::Vector3d> candidates{click};
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3d p = cloud.point(i);
        if ((p - click).squaredNorm() > reach_m * reach_m)
            continue;
        if (const double height = p.z() - frame.groundHeight(p.x(), p.y()); height > lowest_m && height < highest_m)
            candidates.push_back(p);
    }
    const Cells cells(candidates);
    std::vector<bool> isTaken(candidates.size(), false);
    isTaken[0] = true;
    std::vector<std::size_t> found{0};
    for (std::size_t next = 0; next < found.size(); ++next) {
        const Eigen::Vector3d at = candidates[found[next]];
        cells.around(at, [&](std::size_t i) {
            if (!isTaken[i] && (candidates[i] - at).squaredNorm() <= step_m * step_m) {
                isTaken[i] = true;
                found.push_back(i);
            }
        });
    }
    std::vector<Eigen::Vector3d> cluster;
    cluster.reserve(found.size());
    for (const std::size_t i : found)
        cluster.push_back(candidates[i]);
    return cluster;
}

Cuboid minimumAreaBox(const std::vector<Eigen::Vector3d>& points, double ground_m)
{
    // One side of the smallest rectangle lies on an edge of the hull.
    const Polygon2 hull = convexHull(fromAbove(points));
    double smallest = std::numeric_limits<double>::infinity();
    double heading = 0.0;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Eigen::Vector2d edge = hull[(i + 1) % hull.size()] - hull[i];
        const double yaw = std::atan2(edge.y(), edge.x());
        if (const double area = extentsOf(hull, along(yaw)).area(); area < smallest) {
            smallest = area;
            heading = yaw;
        }
    }
    return boxAlong(points, heading, ground_m);
}

Cuboid closenessBox(const std::vector<Eigen::Vector3d>& points, double ground_m)
{
    const Polygon2 places = fromAbove(points);
    double closest = -1.0;
    double heading = 0.0;
    for (int yaw_deg = 0; yaw_deg < 90; ++yaw_deg)
        if (const double value = closeness(places, radians(yaw_deg)); value > closest) {
            closest = value;
            heading = radians(yaw_deg);
        }
    return boxAlong(points, heading, ground_m);
}

} // namespace lunkuo
