#include "model/tools/Handles.h"

#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{
constexpr double shortestSide_m = 0.1;
constexpr double rotateGripAhead_m = 1.2;
constexpr double headOnCosine = 0.95;

/// A face that is looked at from straight ahead cannot be dragged, and its grip lies where the whole is taken hold of.
bool isHeadOn(const Handle& handle, const Cuboid& cuboid, const Ray& ray)
{
    return std::abs((cuboid.rotation * handle.side.cast<double>()).dot(ray.direction)) > headOnCosine;
}
} // namespace

std::vector<Handle> handlesOf(const Cuboid&)
{
    using Kind = Handle::Kind;
    return {{Kind::Rotate, {1, 0, 0}}, {Kind::Face, {1, 0, 0}}, {Kind::Face, {-1, 0, 0}}, {Kind::Face, {0, 1, 0}},
        {Kind::Face, {0, -1, 0}}, {Kind::Face, {0, 0, 1}}, {Kind::Face, {0, 0, -1}}, {Kind::Corner, {1, 1, 0}},
        {Kind::Corner, {-1, 1, 0}}, {Kind::Corner, {-1, -1, 0}}, {Kind::Corner, {1, -1, 0}}};
}

FaceSet facesOf(const Handle& handle)
{
    if (handle.kind == Handle::Kind::Rotate)
        return Face::Heading;
    FaceSet faces;
    for (int axis = 0; axis < 3; ++axis)
        if (handle.side[axis] != 0)
            faces |= faceOf(axis, handle.side[axis]);
    return faces;
}

Eigen::Vector3d positionOf(const Handle& handle, const Cuboid& cuboid)
{
    Eigen::Vector3d object = 0.5 * handle.side.cast<double>().cwiseProduct(cuboid.size);
    if (handle.kind == Handle::Kind::Rotate)
        object.x() += rotateGripAhead_m;
    return cuboid.toSensor(object);
}

std::optional<Handle> handleAt(const Cuboid& cuboid, const Ray& ray, double tanTolerance, double tolerance_m)
{
    std::optional<Handle> best;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Handle& handle : handlesOf(cuboid)) {
        const Eigen::Vector3d offset = positionOf(handle, cuboid) - ray.origin;
        if (handle.kind == Handle::Kind::Face && isHeadOn(handle, cuboid, ray))
            continue;
        const double along = offset.dot(ray.direction);
        const double aside = (offset - along * ray.direction).norm();
        if (along > 0.0 && aside <= tolerance_m + tanTolerance * along && along < nearest) {
            nearest = along;
            best = handle;
        }
    }
    return best;
}

bool hasRoomForGrips(const Cuboid& cuboid, const Eigen::Vector3d& eye, double tanPixel, double pixelSize_m)
{
    constexpr double fewest_px = 70.0;
    return cuboid.size.maxCoeff() > fewest_px * (pixelSize_m + tanPixel * (cuboid.center - eye).norm());
}

Cuboid dragged(const Cuboid& cuboid, const Handle& handle, const Eigen::Vector3d& target)
{
    if (handle.kind == Handle::Kind::Rotate) {
        const Eigen::Vector3d ahead = target - cuboid.center;
        return ahead.head<2>().norm() < 1e-6 ? cuboid : cuboid.withYaw(std::atan2(ahead.y(), ahead.x()));
    }
    const Eigen::Vector3d object = cuboid.toObject(target);
    Cuboid result = cuboid;
    Eigen::Vector3d shift = Eigen::Vector3d::Zero();
    for (int axis = 0; axis < 3; ++axis) {
        if (handle.side[axis] == 0)
            continue;
        const double side = handle.side[axis];
        result.size[axis] = std::max(shortestSide_m, side * object[axis] + 0.5 * cuboid.size[axis]);
        shift[axis] = 0.5 * side * (result.size[axis] - cuboid.size[axis]);
    }
    result.center = cuboid.toSensor(shift);
    return result;
}

} // namespace lunkuo
