#pragma once

#include "model/synth/Street.h"

#include <QtGlobal>
#include <vector>

namespace lunkuo::synth
{

/// A piece of a vehicle's way, straight or an arc, on which it comes to another speed evenly.
struct Leg
{
    double length_m = 0.0;
    double endSpeed_mps = 0.0; ///< more than 0, or the leg begins with speed and ends where it stops
    double curvature = 0.0;    ///< radians per metre, to the left; 0: straight ahead
    double wait_s = 0.0;       ///< so long it stands where the leg begins
};

/// Where a vehicle goes: its rear axle along legs one after another, its nose ahead of it, as cars turn. Street
/// coordinates, taken as plane. It stands where the last leg ends.
class Way
{
public:
    struct Moment
    {
        Street::Place middle; ///< of its box
        double turn = 0.0;    ///< heading relative to the street's
        double speed_mps = 0.0;
    };

    /// From `middle` on; the rear axle is `axle_m` behind it.
    Way(Street::Place middle, double turn, double speed_mps, double axle_m, std::vector<Leg> legs);

    [[nodiscard]] Moment at(double time_s) const;

private:
    Street::Place m_middle;
    double m_turn;
    double m_speed_mps;
    double m_axle_m;
    std::vector<Leg> m_legs;
};

} // namespace lunkuo::synth
