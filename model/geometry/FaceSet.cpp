#include "model/geometry/FaceSet.h"

#include <array>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double moved_m = 1e-6;
}

Face faceOf(int axis, int sign)
{
    constexpr std::array<std::array<Face, 2>, 3> faces{
        {{Face::Front, Face::Rear}, {Face::Left, Face::Right}, {Face::Top, Face::Bottom}}};
    return faces.at(static_cast<std::size_t>(axis)).at(sign < 0 ? 1 : 0);
}

FaceSet turnedRound(FaceSet faces)
{
    FaceSet result = faces & (upDown | Face::Heading);
    result.setFlag(Face::Front, faces.testFlag(Face::Rear));
    result.setFlag(Face::Rear, faces.testFlag(Face::Front));
    result.setFlag(Face::Left, faces.testFlag(Face::Right));
    result.setFlag(Face::Right, faces.testFlag(Face::Left));
    return result;
}

FaceSet changedFaces(const Cuboid& before, const Cuboid& after)
{
    FaceSet changed;
    if (before.rotation.angularDistance(after.rotation) > 1e-9)
        changed |= Face::Heading;
    const Eigen::Vector3d shift = before.rotation.conjugate() * (after.center - before.center);
    for (int axis = 0; axis < 3; ++axis) {
        const double growth = 0.5 * (after.size[axis] - before.size[axis]);
        if (std::abs(growth) < 0.5 * moved_m)
            continue;
        for (const int sign : {1, -1})
            if (std::abs(growth + sign * shift[axis]) > moved_m)
                changed |= faceOf(axis, sign);
    }
    return changed;
}

} // namespace lunkuo
