#include "model/completion/SkinFit.h"

#include "model/completion/LeastSquares.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr int parameterCount = 17;
using State = Eigen::Matrix<double, parameterCount, 1>;

constexpr std::size_t mostPoints = 350;
constexpr double weightCap = 150.0;
constexpr int steps = 6;
constexpr double off_m = 0.05; ///< usual distance of a point from the right skin
constexpr double gap = 0.03;   ///< shares that follow each other keep so far apart

/// How far each parameter strays from its usual value, in the order of `toState`.
State deviations()
{
    State sd;
    sd << .06, .05, .05, .06, .07, .06, .05, .05, .08, .06, .06, .05, .15, .03, .04, .04, .05;
    return sd;
}

State toState(const CarSkin& skin)
{
    const CarShape& s = skin.shape;
    const CarDetail& d = skin.detail;
    State state;
    state << s.noseHeight, s.screenFoot, s.screenFootHeight, s.roofFront, s.roofRear, s.rearFoot, s.rearFootHeight,
        s.tailHeight, d.frontRake, d.rearRake, d.tumblehome, d.sideFoot, d.planRadius, d.sideInset, d.frontInset,
        d.rearInset, d.sillRecess;
    return state;
}

/// The skin of the parameters, each brought to where a car's can be.
CarSkin toSkin(const State& p, double usualHeight)
{
    CarSkin skin{{}, {}};
    CarShape& s = skin.shape;
    s.noseHeight = std::clamp(p[0], 0.38, 0.75);
    s.screenFoot = std::clamp(p[1], 0.03, 0.45);
    s.screenFootHeight = std::clamp(p[2], s.noseHeight + gap, 0.85);
    s.roofFront = std::clamp(p[3], s.screenFoot + gap, 0.7);
    s.roofRear = std::clamp(p[4], s.roofFront + gap, 0.99);
    s.rearFoot = std::clamp(p[5], s.roofRear + 0.5 * gap, 1.02);
    s.rearFootHeight = std::clamp(p[6], 0.40, 0.90);
    s.tailHeight = std::clamp(p[7], 0.40, 0.90);
    s.usualHeight = usualHeight;
    CarDetail& d = skin.detail;
    d.frontRake = std::clamp(p[8], 0.0, 0.5);
    d.rearRake = std::clamp(p[9], 0.0, 0.5);
    d.tumblehome = std::clamp(p[10], 0.05, 0.45);
    d.sideFoot = std::clamp(p[11], 0.40, 0.75);
    d.planRadius = std::clamp(p[12], 0.10, 0.80);
    d.sideInset = std::clamp(p[13], 0.0, 0.15);
    d.frontInset = std::clamp(p[14], 0.0, 0.15);
    d.rearInset = std::clamp(p[15], 0.0, 0.15);
    d.sillRecess = std::clamp(p[16], 0.0, 0.30);
    return skin;
}

} // namespace

CarSkin fitSkin(const CarShape& shape, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points)
{
    const State usual = toState({shape, CarDetail::usual()});
    const State deviation = deviations();
    std::vector<Eigen::Vector3d> some;
    const std::size_t count = std::min(mostPoints, points.size());
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(points[i * points.size() / count]);
    const double weight = std::min(1.0, weightCap / std::max<double>(1.0, static_cast<double>(count)));
    const auto terms = [&](const State& state, std::vector<Term>& out) {
        out.clear();
        const CarSkin skin = toSkin(state, shape.usualHeight);
        const CarSolid solid(skin.shape, size, skin.detail);
        for (const Eigen::Vector3d& p : some)
            out.push_back({weight, solid.distance(p).value / off_m, 4.0});
        for (int k = 0; k < parameterCount; ++k)
            out.push_back({0.5, (state[k] - usual[k]) / deviation[k], 0.0});
    };
    const auto normalOf = [&terms](const State& state) { return linearize<parameterCount>(state, terms); };
    const auto costAt = [&terms](const State& state) {
        std::vector<Term> out;
        terms(state, out);
        return costOf(out);
    };
    const auto admit = [&shape](const State& state) { return toState(toSkin(state, shape.usualHeight)); };
    return toSkin(descend<parameterCount>(usual, steps, normalOf, costAt, admit).state, shape.usualHeight);
}

} // namespace lunkuo
