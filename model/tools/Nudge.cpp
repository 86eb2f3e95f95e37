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
constexpr double level = 0.5 * turn; ///< so that steps lead away from level and back to it
constexpr double strides = 10.0;     ///< steps that Shift takes at once

bool isSideways(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right;
}

/// Where the key leads along its axis of the picture, metres.
double step_m(double side_m, int key, Qt::KeyboardModifiers modifiers)
{
    const double sign = key == Qt::Key_Right || key == Qt::Key_Up ? 1.0 : -1.0;
    const double steps = modifiers.testFlag(Qt::ShiftModifier) ? strides : 1.0;
    return sign * steps * std::max(share * side_m, shortest_m);
}
} // namespace

bool isNudge(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

Cuboid nudged(const Cuboid& cuboid, const SideSight& sight, int key, Qt::KeyboardModifiers modifiers)
{
    const double steps = modifiers.testFlag(Qt::ShiftModifier) ? strides : 1.0;
    if (modifiers.testFlag(Qt::ControlModifier))
        return turnedIn(sight, cuboid, (key == Qt::Key_Left || key == Qt::Key_Up ? turn : -turn) * steps, level);
    const Eigen::Vector3i axis = isSideways(key) ? sight.right() : sight.up();
    const Eigen::Vector3d direction = sight.base.rotation * axis.cast<double>();
    const double side_m = (cuboid.rotation.conjugate() * direction).cwiseAbs().dot(cuboid.size);
    Cuboid result = cuboid;
    result.center += step_m(side_m, key, modifiers) * direction;
    return result;
}

Cuboid nudgedFace(
    const Cuboid& cuboid, const SideSight& sight, const SideGrip& grip, int key, Qt::KeyboardModifiers modifiers)
{
    const Eigen::Vector3i axis = isSideways(key) ? sight.right() : sight.up();
    const int side = axisOf(axis);
    if (grip.side[side] == 0)
        return cuboid;
    SideGrip face{SideGrip::Kind::Face, Eigen::Vector3i::Zero()};
    face.side[side] = grip.side[side];
    const double by_m = step_m(cuboid.size[side], key, modifiers);
    const Eigen::Vector2d way = isSideways(key) ? Eigen::Vector2d(by_m, 0.0) : Eigen::Vector2d(0.0, by_m);
    return draggedIn(sight, cuboid, face, Eigen::Vector2d::Zero(), way);
}

SideSight sightFromAbove(const Cuboid& cuboid, const ToolEvent& event)
{
    SideSight best{ObjectSide::Top, cuboid};
    const auto middle = event.pixelOf ? event.pixelOf(cuboid.center) : std::nullopt;
    if (!middle)
        return best;
    double mostRight = -2.0;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const Cuboid turned = cuboid.withYaw(cuboid.yaw() + quarter * 0.5 * std::numbers::pi);
        const auto tip = event.pixelOf(turned.toSensor(Eigen::Vector3d::UnitX()));
        if (!tip)
            continue;
        const QPointF way = *tip - *middle;
        if (const double right = way.x() / std::hypot(way.x(), way.y()); right > mostRight) {
            mostRight = right;
            best.base = turned;
        }
    }
    return best;
}

} // namespace lunkuo
