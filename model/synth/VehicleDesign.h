#pragma once

#include <QString>
#include <span>
#include <vector>

namespace lunkuo::synth
{

/// A point of a line drawn along a vehicle: `u` metres behind the foremost point, `z` metres above the road.
struct LinePoint
{
    double u = 0.0;
    double z = 0.0;
};

struct Stretch
{
    double from = 0.0;
    double to = 0.0;
};

/// The drawing of a body shell, from which its cross-sections are lofted. Metres.
struct ShellDesign
{
    double start = 0.0; ///< u of the shell's foremost point
    double length = 0.0;
    double width = 0.0;
    std::vector<LinePoint> top;    ///< centre line from nose to tail over bonnet, windscreen, roof
    std::vector<LinePoint> belt;   ///< waist: bodywork below, glass house above
    std::vector<LinePoint> bottom; ///< underside
    Stretch windscreen;
    Stretch rearWindow;             ///< empty (from == to): none
    std::vector<Stretch> sideGlass; ///< between the pillars
    double tumblehome = 0.16;       ///< how far the roof's edge leans inwards on each side
    double noseWidth = 0.66;        ///< half-width of the foremost section as a share of the half-width
    double tailWidth = 0.74;
    double noseRounding = 0.6; ///< length over which the plan rounds off
    double tailRounding = 0.45;
    Stretch openBed; ///< load bed of a pickup; empty: none
    double bedFloor = 0.0;
};

/// What one kind of vehicle looks like: real dimensions of a typical one.
struct VehicleDesign
{
    QString body; ///< saloon, hatchback, estate, suv, van, pickup, truck, bus
    QString classId;
    ShellDesign shell;
    double wheelRadius = 0.32;
    double wheelWidth = 0.21;
    std::vector<double> axles; ///< u of each
    double seatHeight = 0.62;  ///< top of the seat cushions
    std::vector<double> seats; ///< u of the rows' backrests
    double mirrorAt = 0.0;     ///< u
    Stretch box;               ///< cargo box of a truck; empty: none
    double boxFloor = 0.0;
    double boxTop = 0.0;
    double boxWidth = 0.0;
};

std::span<const VehicleDesign> vehicleDesigns();
const VehicleDesign* vehicleDesign(const QString& body);

} // namespace lunkuo::synth
