#include "model/synth/Street.h"

#include <cmath>

namespace lunkuo::synth
{

namespace
{
constexpr double crownFall = 0.02;
constexpr double pavementRise = 0.015;
constexpr double sidePavement = 2.4;

bool isBetween(double value, double low, double high)
{
    return value >= low && value <= high;
}

/// Position within a repeated pattern, 0..period.
double within(double value, double period)
{
    return value - period * std::floor(value / period);
}
} // namespace

bool Street::isSideStreet(Place place)
{
    return std::abs(place.s - crossing) <= crossingHalf;
}

double Street::height(Place place)
{
    const double along = 0.025 * place.s + 0.35 * std::sin(place.s / 38.0);
    const double out = std::abs(place.d);
    if (out <= kerb)
        return along - crownFall * out;
    const double raised = isSideStreet(place) ? 0.0 : kerbHeight;
    return along - crownFall * kerb + raised + pavementRise * std::min(out - kerb, 12.0);
}

double Street::heading(double s)
{
    return s / radius;
}

Eigen::Vector3d Street::point(Place place)
{
    const double angle = heading(place.s);
    const double r = radius - place.d;
    return {r * std::sin(angle), radius - r * std::cos(angle), height(place)};
}

Street::Place Street::place(const Eigen::Vector3d& world)
{
    const double across = radius - world.y();
    return {radius * std::atan2(world.x(), across), radius - std::hypot(world.x(), across)};
}

Eigen::Isometry3d Street::stand(Place place, double turn)
{
    // Differences within the same slab of road or pavement, so that no kerb and no crown is between.
    const double step = 0.02;
    const double in = place.d > 0.0 ? -step : step;
    const Eigen::Vector3d origin = point(place);
    const Eigen::Vector3d along = point({place.s + step, place.d}) - origin;
    const Eigen::Vector3d left = (point({place.s, place.d + in}) - origin) * (in > 0.0 ? 1.0 : -1.0);
    Eigen::Isometry3d frame = Eigen::Isometry3d::Identity();
    frame.linear().col(2) = along.cross(left).normalized();
    frame.linear().col(0) = along.normalized();
    frame.linear().col(1) = frame.linear().col(2).cross(frame.linear().col(0));
    frame.translation() = origin;
    return frame * Eigen::AngleAxisd(turn, Eigen::Vector3d::UnitZ());
}

Eigen::Isometry3d Street::upright(Place place, double turn)
{
    return Eigen::Translation3d(point(place)) * Eigen::AngleAxisd(heading(place.s) + turn, Eigen::Vector3d::UnitZ());
}

Material Street::material(Place place)
{
    const double out = std::abs(place.d);
    if (out < kerb || isSideStreet(place))
        return Material::Asphalt;
    const bool besideSideStreet = std::abs(place.s - crossing) <= crossingHalf + sidePavement;
    if (out < kerb + 0.15)
        return Material::Kerb;
    return out < buildingLine + 0.3 || besideSideStreet ? Material::Pavement : Material::Grass;
}

bool Street::isMarked(Place place)
{
    const double out = std::abs(place.d);
    if (out >= kerb || isSideStreet(place))
        return false;
    const double fromZebra = std::abs(place.s - zebra);
    if (fromZebra < 2.0)
        return within(place.d, 1.0) < 0.5;
    if (isBetween(place.s, crossing - crossingHalf - 3.0, crossing + crossingHalf + 2.0))
        return false;
    if (isBetween(zebra - place.s, 2.9, 3.3) && isBetween(place.d, -lane, -0.1))
        return true; // stop line of this direction
    if (isBetween(place.s - zebra, 2.9, 3.3) && isBetween(place.d, 0.1, lane))
        return true;
    if (out < 0.06)
        return fromZebra < 14.0 || within(place.s, 9.0) < 3.0;
    if (isBetween(out, lane + 0.02, lane + 0.12))
        return within(place.s, 6.0) < 3.0; // edge of the parking lane
    return isBetween(out, lane + 0.1, kerb) && within(place.s, 6.0) < 0.1 && fromZebra > 8.0;
}

} // namespace lunkuo::synth
