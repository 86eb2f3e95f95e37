#include "model/tools/SideSight.h"

#include "model/geometry/Angles.h"
#include "model/tools/Handles.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double reach_px = 7.0; ///< how near an edge means the edge
constexpr double turnGripAhead_px = 24.0;
constexpr double turnGripReach_px = 10.0;
constexpr double middleShare = 0.25; ///< of a narrow box that each edge may take
constexpr double eyeDistance_m = 100.0;
constexpr double handsLevel = radians(1.0); ///< a hand that drags cannot mean less

double angleOf(const Eigen::Vector2d& direction)
{
    return std::atan2(direction.y(), direction.x());
}
} // namespace

Eigen::Vector3i SideSight::right() const
{
    switch (side) {
    case ObjectSide::Top:
    case ObjectSide::Right:
        return {1, 0, 0};
    case ObjectSide::Left:
        return {-1, 0, 0};
    case ObjectSide::Front:
        return {0, 1, 0};
    case ObjectSide::Rear:
        return {0, -1, 0};
    }
    return {1, 0, 0};
}

Eigen::Vector3i SideSight::up() const
{
    return side == ObjectSide::Top ? Eigen::Vector3i(0, 1, 0) : Eigen::Vector3i(0, 0, 1);
}

Eigen::Vector3i SideSight::towards() const
{
    return right().cross(up());
}

Eigen::Vector2d SideSight::ofObject(const Eigen::Vector3d& objectPoint) const
{
    return {right().cast<double>().dot(objectPoint), up().cast<double>().dot(objectPoint)};
}

Eigen::Vector2d SideSight::onPlane(const Eigen::Vector3d& sensorPoint) const
{
    return ofObject(base.toObject(sensorPoint));
}

Eigen::Vector3d SideSight::inSensor(const Eigen::Vector2d& place) const
{
    return base.toSensor(place.x() * right().cast<double>() + place.y() * up().cast<double>());
}

Eigen::Vector2d SideSight::extentOf(const Eigen::Vector3d& size) const
{
    return {size[axisOf(right())], size[axisOf(up())]};
}

Ray SideSight::ray(const Eigen::Vector2d& place) const
{
    const Eigen::Vector3d away = base.rotation * -towards().cast<double>();
    return {inSensor(place) - eyeDistance_m * away, away};
}

int axisOf(const Eigen::Vector3i& direction)
{
    return direction.x() != 0 ? 0 : direction.y() != 0 ? 1 : 2;
}

Eigen::Vector2d turnGripOf(const SideSight& sight, const Cuboid& cuboid, double pixel_m)
{
    // Square to the object's length there is nothing ahead to take hold of.
    const bool isEndOn = axisOf(sight.towards()) == 0;
    Eigen::Vector3d place = 0.5 * cuboid.size;
    place = isEndOn ? Eigen::Vector3d(0, 0, place.z()) : Eigen::Vector3d(place.x(), 0, 0);
    place[isEndOn ? 2 : 0] += turnGripAhead_px * pixel_m;
    return sight.onPlane(cuboid.toSensor(place));
}

std::optional<SideGrip> gripAt(
    const SideSight& sight, const Cuboid& cuboid, const Eigen::Vector2d& place, double pixel_m)
{
    if ((place - turnGripOf(sight, cuboid, pixel_m)).norm() < turnGripReach_px * pixel_m)
        return SideGrip{SideGrip::Kind::Turn, Eigen::Vector3i::Zero()};
    const Eigen::Vector2d at = sight.ofObject(cuboid.toObject(sight.inSensor(place)));
    const Eigen::Vector2d half = 0.5 * sight.extentOf(cuboid.size);
    const double reach = reach_px * pixel_m;
    if (((at.cwiseAbs() - half).array() > reach).any())
        return std::nullopt;
    SideGrip grip;
    int edges = 0;
    for (const int axis : {0, 1}) {
        const double within = std::min(reach, 2.0 * middleShare * half[axis]);
        if (std::abs(at[axis]) < half[axis] - within)
            continue;
        grip.side += (at[axis] < 0.0 ? -1 : 1) * (axis == 0 ? sight.right() : sight.up());
        ++edges;
    }
    grip.kind = edges == 0 ? SideGrip::Kind::Move : edges == 1 ? SideGrip::Kind::Face : SideGrip::Kind::Corner;
    return grip;
}

Cuboid turnedIn(const SideSight& sight, const Cuboid& cuboid, double angle, double level)
{
    const Eigen::Vector3d axis = cuboid.rotation * sight.towards().cast<double>();
    Cuboid result = cuboid;
    result.rotation = (Eigen::AngleAxisd(angle, axis) * cuboid.rotation).normalized();
    const Eigen::Vector3d top = result.rotation * Eigen::Vector3d::UnitZ();
    if (sight.side != ObjectSide::Top && std::acos(std::clamp(top.z(), -1.0, 1.0)) < level)
        result.rotation = Eigen::AngleAxisd(result.yaw(), Eigen::Vector3d::UnitZ());
    return result;
}

Cuboid draggedIn(const SideSight& sight, const Cuboid& cuboid, const SideGrip& grip, const Eigen::Vector2d& pressed,
    const Eigen::Vector2d& now)
{
    const Eigen::Vector3d shift = sight.inSensor(now) - sight.inSensor(pressed);
    if (grip.kind == SideGrip::Kind::Move) {
        Cuboid moved = cuboid;
        moved.center += shift;
        return moved;
    }
    if (grip.kind == SideGrip::Kind::Turn) {
        const Eigen::Vector2d middle = sight.onPlane(cuboid.center);
        return turnedIn(sight, cuboid, wrapAngle(angleOf(now - middle) - angleOf(pressed - middle)), handsLevel);
    }
    const Handle handle{Handle::Kind::Corner, grip.side};
    return dragged(cuboid, handle, positionOf(handle, cuboid) + shift);
}

} // namespace lunkuo
