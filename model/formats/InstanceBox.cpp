#include "model/formats/InstanceBox.h"

#include "model/geometry/Polygon.h"

namespace lunkuo
{

namespace
{
constexpr double thinnest_m = 0.05;

struct Rectangle
{
    Eigen::Vector2d axis = Eigen::Vector2d::UnitX();
    Eigen::AlignedBox2d extent; ///< along the axis and to its left

    [[nodiscard]] double area() const { return extent.sizes().prod(); }
};

Rectangle rectangleAlong(const Eigen::Vector2d& axis, const Polygon2& hull)
{
    Rectangle result{axis, {}};
    for (const Eigen::Vector2d& p : hull)
        result.extent.extend(Eigen::Vector2d(p.dot(axis), p.dot(Eigen::Vector2d(-axis.y(), axis.x()))));
    return result;
}

/// One side of it lies on a side of the hull (Freeman and Shapira 1975).
Rectangle smallestRectangle(const Polygon2& hull)
{
    Rectangle best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Eigen::Vector2d side = hull[(i + 1) % hull.size()] - hull[i];
        if (!(side.norm() > 0.0))
            continue;
        const Rectangle rectangle = rectangleAlong(side.normalized(), hull);
        if (rectangle.area() < least) {
            least = rectangle.area();
            best = rectangle;
        }
    }
    return best;
}
} // namespace

std::optional<Cuboid> boxRound(const std::vector<Eigen::Vector3d>& points)
{
    if (points.size() < fewestInstancePoints)
        return std::nullopt;
    Polygon2 places;
    Eigen::AlignedBox1d heights;
    for (const Eigen::Vector3d& p : points) {
        places.emplace_back(p.head<2>());
        heights.extend(Eigen::Matrix<double, 1, 1>(p.z()));
    }
    const Polygon2 hull = convexHull(std::move(places));
    if (hull.size() < 2)
        return std::nullopt;
    Rectangle rectangle = smallestRectangle(hull);
    if (rectangle.extent.isEmpty())
        return std::nullopt;
    const Eigen::Vector2d left(-rectangle.axis.y(), rectangle.axis.x());
    const Eigen::Vector2d middle = rectangle.extent.center();
    const Eigen::Vector2d center = middle.x() * rectangle.axis + middle.y() * left;
    Eigen::Vector2d size = rectangle.extent.sizes();
    Eigen::Vector2d forward = rectangle.axis;
    if (size.y() > size.x()) {
        std::swap(size.x(), size.y());
        forward = left;
    }
    const double height = std::max(heights.sizes().x(), thinnest_m);
    return Cuboid::fromYaw({center.x(), center.y(), heights.center().x()},
        {std::max(size.x(), thinnest_m), std::max(size.y(), thinnest_m), height}, std::atan2(forward.y(), forward.x()));
}

} // namespace lunkuo
