#include "model/completion/SkinAlignment.h"

#include "model/completion/ObjectOutline.h"
#include "model/completion/SkinFit.h"
#include "model/geometry/Angles.h"

#include <cmath>
#include <set>

namespace lunkuo
{

void alignTo(const Solid& solid, TrackScan& scan, const PoseExpectation& expected)
{
    constexpr std::size_t mostPoints = 150;
    constexpr double weightCap = 60.0;
    constexpr double off_m = 0.06; ///< usual distance of a point from the common skin
    constexpr double limit = 3.0;
    constexpr int steps = 6;
    const Rectangle start = scan.rectangle;
    const std::size_t count = std::min(mostPoints, scan.own.size());
    const double weight = std::min(1.0, weightCap / std::max<double>(1.0, static_cast<double>(count)));
    const auto boxOf = [&start](const Eigen::Vector3d& state) {
        return Rectangle{state.head<2>(), state.z(), start.length, start.width};
    };
    const auto terms = [&](const Eigen::Vector3d& state, std::vector<Term>& out) {
        out.clear();
        const Rectangle box = boxOf(state);
        for (std::size_t i = 0; i < count; ++i) {
            const Sample& s = scan.own[i * scan.own.size() / count];
            const Eigen::Vector2d at = box.toObject(s.at);
            out.push_back({weight, solid({at.x(), at.y(), s.height}) / off_m, limit});
        }
        for (int k = 0; k < 3; ++k) {
            const double away = state[k] - expected.pose[k];
            out.push_back({expected.precision[k], k == 2 ? wrapAngle(away) : away, 0.0});
        }
    };
    const auto normalOf = [&terms](const Eigen::Vector3d& state) { return linearize<3>(state, terms); };
    const auto costAt = [&terms](const Eigen::Vector3d& state) {
        std::vector<Term> out;
        terms(state, out);
        return costOf(out);
    };
    const Eigen::Vector3d pose(start.center.x(), start.center.y(), start.yaw);
    scan.rectangle =
        boxOf(descend<3>(pose, steps, normalOf, costAt, [](const Eigen::Vector3d& state) { return state; }).state);
}

Solid solidOf(BodyKind body, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points)
{
    const CarShape* shape = likeliestShape(body, size, points);
    if (!shape)
        return roundedBox(size);
    const CarSkin skin = fitSkin(*shape, size, points);
    return [solid = CarSolid(skin.shape, size, skin.detail)](
               const Eigen::Vector3d& place) { return solid.distance(place).value; };
}

std::vector<Eigen::Vector3d> evenly(const std::vector<Eigen::Vector3d>& points, double cell_m)
{
    std::set<std::array<long, 3>> taken;
    std::vector<Eigen::Vector3d> result;
    for (const Eigen::Vector3d& p : points)
        if (taken.insert({std::lround(p.x() / cell_m), std::lround(p.y() / cell_m), std::lround(p.z() / cell_m)})
                .second)
            result.push_back(p);
    return result;
}

} // namespace lunkuo
