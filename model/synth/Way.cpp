#include "model/synth/Way.h"

#include <algorithm>
#include <cmath>

namespace lunkuo::synth
{

namespace
{

struct Axle
{
    Street::Place place;
    double turn = 0.0;
};

Street::Place ahead(Street::Place place, double turn, double way_m)
{
    return {place.s + way_m * std::cos(turn), place.d + way_m * std::sin(turn)};
}

/// The axle after `way_m` on a straight line or an arc.
Axle driven(const Axle& from, double way_m, double curvature)
{
    if (curvature == 0.0)
        return {ahead(from.place, from.turn, way_m), from.turn};
    const double turn = from.turn + curvature * way_m;
    return {{from.place.s + (std::sin(turn) - std::sin(from.turn)) / curvature,
                from.place.d - (std::cos(turn) - std::cos(from.turn)) / curvature},
        turn};
}

} // namespace

Way::Way(Street::Place middle, double turn, double speed_mps, double axle_m, std::vector<Leg> legs)
    : m_middle(middle)
    , m_turn(turn)
    , m_speed_mps(speed_mps)
    , m_axle_m(axle_m)
    , m_legs(std::move(legs))
{
    double speed = speed_mps;
    for (const Leg& leg : m_legs) {
        Q_ASSERT_X(
            leg.length_m >= 0.0 && leg.wait_s >= 0.0 && leg.endSpeed_mps >= 0.0 && speed + leg.endSpeed_mps > 0.0,
            "Way", "a leg that nobody comes to the end of");
        speed = leg.endSpeed_mps;
    }
}

Way::Moment Way::at(double time_s) const
{
    Axle axle{ahead(m_middle, m_turn, -m_axle_m), m_turn};
    double speed = m_speed_mps;
    double left_s = time_s;
    bool isUnderWay = false;
    for (const Leg& leg : m_legs) {
        left_s -= leg.wait_s;
        isUnderWay = left_s >= 0.0;
        if (!isUnderWay)
            break;
        const double duration_s = 2.0 * leg.length_m / (speed + leg.endSpeed_mps);
        if (left_s < duration_s) {
            const double change = (leg.endSpeed_mps - speed) / duration_s;
            axle = driven(axle, left_s * (speed + 0.5 * change * left_s), leg.curvature);
            speed += change * left_s;
            break;
        }
        axle = driven(axle, leg.length_m, leg.curvature);
        speed = leg.endSpeed_mps;
        left_s -= duration_s;
        isUnderWay = false;
    }
    return {ahead(axle.place, axle.turn, m_axle_m), axle.turn, isUnderWay ? speed : 0.0};
}

} // namespace lunkuo::synth
