#include "model/completion/CarShape.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr std::array<CarShape, 4> shapes{{
    {.50, .27, .64, .45, .74, .89, .68, .66, 1.47},  // saloon
    {.50, .25, .63, .43, .88, .985, .62, .62, 1.52}, // hatchback
    {.56, .22, .66, .38, .93, .995, .60, .60, 1.70}, // SUV
    {.52, .13, .60, .31, .96, 1.0, .58, .58, 1.85},  // van
}};

constexpr double planRadius_m = 0.30;
constexpr double sideFoot = 0.58; ///< share of the height from which the sides lean inwards

} // namespace

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

CarSolid::Edge CarSolid::through(const Eigen::Vector2d& front, const Eigen::Vector2d& rear)
{
    const Eigen::Vector2d along = rear - front;
    Eigen::Vector2d up = Eigen::Vector2d(-along.y(), along.x()).normalized();
    if (up.y() < 0.0)
        up = -up;
    return {up.x(), up.y(), up.dot(front)};
}

CarSolid::CarSolid(const CarShape& s, const Eigen::Vector3d& size)
    : m_size(size)
    , m_radius(std::min(planRadius_m, 0.25 * size.y()))
{
    const auto at = [&size](double alongShare, double heightShare) {
        return Eigen::Vector2d((0.5 - alongShare) * size.x(), heightShare * size.z());
    };
    const Eigen::Vector2d foot = at(s.screenFoot, s.screenFootHeight);
    m_bodyTop = {through(at(0.0, s.noseHeight), foot), through(foot, at(1.0, s.tailHeight))};
    m_cabinTop = {through(foot, at(s.roofFront, 1.0)), through(at(s.roofRear, 1.0), at(s.rearFoot, s.rearFootHeight))};
    const double lean = 0.20 * size.y() / 1.8;
    const Eigen::Vector2d outward = Eigen::Vector2d((1.0 - sideFoot) * size.z(), lean).normalized();
    m_side = {outward.x(), outward.y(), outward.dot(Eigen::Vector2d(0.5 * size.y(), sideFoot * size.z()))};
}

CarSolid::Distance CarSolid::distance(const Eigen::Vector3d& p) const
{
    const double a = std::abs(p.x()) - 0.5 * m_size.x() + m_radius;
    const double b = std::abs(p.y()) - 0.5 * m_size.y() + m_radius;
    const double plan = (a > 0.0 && b > 0.0 ? std::sqrt(a * a + b * b) : std::max(a, b)) - m_radius;
    const double body = std::max({plan, m_bodyTop[0].distance(p.x(), p.z()), m_bodyTop[1].distance(p.x(), p.z())});
    const double cabin = std::max({plan, m_cabinTop[0].distance(p.x(), p.z()), m_cabinTop[1].distance(p.x(), p.z()),
        p.z() - m_size.z(), m_side.x() * std::abs(p.y()) + m_side.y() * p.z() - m_side.z()});
    return body <= cabin ? Distance{body, false} : Distance{cabin, true};
}

} // namespace lunkuo
