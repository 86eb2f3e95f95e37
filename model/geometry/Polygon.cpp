#include "model/geometry/Polygon.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lunkuo
{

namespace
{
double cross(const Eigen::Vector2d& a, const Eigen::Vector2d& b)
{
    return a.x() * b.y() - a.y() * b.x();
}

/// Twice the area of the triangle; positive when c is left of a -> b.
double turn(const Eigen::Vector2d& a, const Eigen::Vector2d& b, const Eigen::Vector2d& c)
{
    return cross(b - a, c - a);
}

/// What of the polygon lies left of a -> b.
Polygon2 leftOf(const Polygon2& polygon, const Eigen::Vector2d& a, const Eigen::Vector2d& b)
{
    Polygon2 result;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Eigen::Vector2d& p = polygon[i];
        const Eigen::Vector2d& q = polygon[(i + 1) % polygon.size()];
        const double dp = turn(a, b, p);
        const double dq = turn(a, b, q);
        if (dp >= 0.0)
            result.push_back(p);
        if ((dp > 0.0 && dq < 0.0) || (dp < 0.0 && dq > 0.0))
            result.push_back(p + dp / (dp - dq) * (q - p));
    }
    return result;
}
} // namespace

double signedArea(std::span<const Eigen::Vector2d> polygon)
{
    double twice = 0.0;
    for (std::size_t i = 2; i < polygon.size(); ++i)
        twice += turn(polygon[0], polygon[i - 1], polygon[i]);
    return 0.5 * twice;
}

Polygon2 convexHull(Polygon2 places)
{
    std::sort(places.begin(), places.end(),
        [](const auto& a, const auto& b) { return std::pair(a.x(), a.y()) < std::pair(b.x(), b.y()); });
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.size() < 3)
        return places;
    const auto isLeft = [](const Eigen::Vector2d& a, const Eigen::Vector2d& b, const Eigen::Vector2d& c) {
        return signedArea(std::array{a, b, c}) > 0.0;
    };
    const auto chain = [&isLeft](auto first, auto last) {
        Polygon2 result;
        for (; first != last; ++first) {
            while (result.size() >= 2 && !isLeft(result[result.size() - 2], result.back(), *first))
                result.pop_back();
            result.push_back(*first);
        }
        result.pop_back(); // begins the other chain
        return result;
    };
    Polygon2 hull = chain(places.begin(), places.end());
    const Polygon2 back = chain(places.rbegin(), places.rend());
    hull.insert(hull.end(), back.begin(), back.end());
    return hull;
}

Polygon2 convexIntersection(const Polygon2& a, const Polygon2& b)
{
    Polygon2 result = a;
    for (std::size_t i = 0; i < b.size() && !result.empty(); ++i)
        result = leftOf(result, b[i], b[(i + 1) % b.size()]);
    return result;
}

Polygon2 groundRectangle(const Cuboid& cuboid)
{
    const auto corners = cuboid.corners();
    Polygon2 result;
    for (std::size_t i = 0; i < 4; ++i)
        result.push_back(corners[i].head<2>());
    return result;
}

double bevIou(const Cuboid& a, const Cuboid& b)
{
    // Most pairs are far from each other.
    const double reach = 0.5 * (a.size.norm() + b.size.norm());
    if ((a.center - b.center).head<2>().squaredNorm() > reach * reach)
        return 0.0;
    const Polygon2 pa = groundRectangle(a);
    const Polygon2 pb = groundRectangle(b);
    const double common = signedArea(convexIntersection(pa, pb));
    const double all = signedArea(pa) + signedArea(pb) - common;
    return all > 0.0 ? std::clamp(common / all, 0.0, 1.0) : 0.0;
}

double iou3d(const Cuboid& a, const Cuboid& b)
{
    const double low = std::max(a.center.z() - 0.5 * a.size.z(), b.center.z() - 0.5 * b.size.z());
    const double high = std::min(a.center.z() + 0.5 * a.size.z(), b.center.z() + 0.5 * b.size.z());
    const double ground = signedArea(convexIntersection(groundRectangle(a), groundRectangle(b)));
    const double common = ground * std::max(0.0, high - low);
    const double all = a.volume() + b.volume() - common;
    return all > 0.0 ? std::clamp(common / all, 0.0, 1.0) : 0.0;
}

} // namespace lunkuo
