#include "model/tools/Nudge.h"

#include "model/geometry/Angles.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double share = 0.01; ///< of the side that one step moves along
constexpr double shortest_m = 0.02;
constexpr double turn = radians(0.5);
constexpr double strides = 10.0; ///< steps that Shift takes at once
} // namespace

bool isNudge(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

Cuboid nudged(const Cuboid& cuboid, const SideSight& sight, int key, Qt::KeyboardModifiers modifiers)
{
    const double steps = modifiers.testFlag(Qt::ShiftModifier) ? strides : 1.0;
    if (modifiers.testFlag(Qt::ControlModifier))
        return turnedIn(sight, cuboid, (key == Qt::Key_Left || key == Qt::Key_Up ? turn : -turn) * steps);
    const Eigen::Vector3i axis = key == Qt::Key_Left || key == Qt::Key_Right ? sight.right() : sight.up();
    const double sign = key == Qt::Key_Right || key == Qt::Key_Up ? 1.0 : -1.0;
    const double step = std::max(share * cuboid.size[axisOf(axis)], shortest_m);
    Cuboid result = cuboid;
    result.center += cuboid.rotation * (sign * steps * step * axis.cast<double>());
    return result;
}

} // namespace lunkuo
