#include "model/completion/CarShape.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr std::array<CarShape, 5> shapes{{
    {.50, .27, .64, .45, .74, .89, .68, .66, 1.47},      // saloon
    {.50, .25, .63, .43, .88, .985, .62, .62, 1.52},     // hatchback
    {.56, .22, .66, .38, .93, .995, .60, .60, 1.70},     // SUV
    {.58, .24, .66, .36, .56, .61, .60, .58, 1.82, 2.0}, // pickup
    {.52, .13, .60, .31, .96, 1.0, .58, .58, 1.85},      // van
}};

constexpr double waist = 0.34; ///< share of the height at which a body reaches out farthest

} // namespace

CarDetail CarDetail::usual()
{
    return {0.12, 0.05, 0.22, 0.58, 0.45, 0.04, 0.03, 0.03, 0.08};
}

std::span<const CarShape> carShapes(BodyKind body)
{
    switch (body) {
    case BodyKind::Car:
        return shapes;
    case BodyKind::Van:
        return std::span(shapes).last<1>();
    default:
        return {};
    }
}

CarSolid::Edge CarSolid::above(const Eigen::Vector2d& a, const Eigen::Vector2d& b)
{
    Eigen::Vector2d normal = Eigen::Vector2d(a.y() - b.y(), b.x() - a.x()).normalized();
    if (normal.y() < 0.0)
        normal = -normal;
    return {normal.x(), normal.y(), normal.dot(a)};
}

CarSolid::Edge CarSolid::outOf(const Eigen::Vector2d& a, const Eigen::Vector2d& b, double sign)
{
    Eigen::Vector2d normal = Eigen::Vector2d(a.y() - b.y(), b.x() - a.x()).normalized();
    if (sign * normal.x() < 0.0)
        normal = -normal;
    return {normal.x(), normal.y(), normal.dot(a)};
}

CarSolid::CarSolid(const CarShape& s, const Eigen::Vector3d& size, const CarDetail& d)
    : m_height(size.z())
    , m_middle(0.5 * (d.rearInset - d.frontInset))
    , m_radius(std::clamp(d.planRadius, 0.0, 0.45 * size.y()))
{
    const Eigen::Vector2d half =
        0.5 * size.head<2>() - Eigen::Vector2d(0.5 * (d.frontInset + d.rearInset), d.sideInset);
    m_inner = half - Eigen::Vector2d::Constant(m_radius);
    const auto at = [&](double alongShare, double heightShare) {
        return Eigen::Vector2d((0.5 - alongShare) * size.x(), heightShare * size.z());
    };
    const double front = m_middle + half.x();
    const double rear = m_middle - half.x();
    const Eigen::Vector2d nose(front - d.frontRake, s.noseHeight * size.z());
    const Eigen::Vector2d tail(rear + d.rearRake, s.tailHeight * size.z());
    const Eigen::Vector2d foot = at(s.screenFoot, s.screenFootHeight);
    m_body = {above(nose, foot), above(foot, tail), outOf({front, waist * size.z()}, nose, 1.0),
        outOf({rear, waist * size.z()}, tail, -1.0)};
    m_cabin = {above(foot, at(s.roofFront, 1.0)), above(at(s.roofRear, 1.0), at(s.rearFoot, s.rearFootHeight))};
    const double lean = d.tumblehome * size.y() / 1.8;
    m_side = outOf({half.y(), d.sideFoot * size.z()}, {half.y() - lean, size.z()}, 1.0);
    m_sill = outOf({half.y() - d.sillRecess, 0.0}, {half.y(), waist * size.z()}, 1.0);
}

CarSolid::Distance CarSolid::distance(const Eigen::Vector3d& p) const
{
    const double u = p.x() - m_middle;
    const double v = std::abs(p.y());
    const double a = std::abs(u) - m_inner.x();
    const double b = v - m_inner.y();
    const double plan = (a > 0.0 && b > 0.0 ? std::sqrt(a * a + b * b) : std::max(a, b)) - m_radius;
    double body = std::max(plan, m_sill.distance(v, p.z()));
    for (const Edge& edge : m_body)
        body = std::max(body, edge.distance(p.x(), p.z()));
    double cabin = std::max({plan, p.z() - m_height, m_side.distance(v, p.z())});
    for (const Edge& edge : m_cabin)
        cabin = std::max(cabin, edge.distance(p.x(), p.z()));
    return body <= cabin ? Distance{body, false} : Distance{cabin, true};
}

} // namespace lunkuo
