#include "model/geometry/CameraModel.h"

namespace lunkuo
{

namespace
{
Eigen::Vector3d homogeneous(const CameraModel& camera, const Point3<CameraFrame>& point)
{
    return camera.projection * point.v.homogeneous();
}
} // namespace

std::optional<Eigen::Vector2d> CameraModel::project(const Point3<CameraFrame>& point) const
{
    const Eigen::Vector3d pixel = homogeneous(*this, point);
    // Written so that a NaN is not in front either.
    if (!(pixel.z() >= nearPlane_m))
        return std::nullopt;
    return pixel.hnormalized();
}

std::optional<std::pair<Eigen::Vector2d, Eigen::Vector2d>> CameraModel::projectSegment(
    const Point3<CameraFrame>& a, const Point3<CameraFrame>& b) const
{
    Eigen::Vector3d from = homogeneous(*this, a);
    Eigen::Vector3d to = homogeneous(*this, b);
    const bool fromSeen = from.z() >= nearPlane_m;
    const bool toSeen = to.z() >= nearPlane_m;
    if (!fromSeen && !toSeen)
        return std::nullopt;
    if (fromSeen != toSeen) {
        const double share = (nearPlane_m - from.z()) / (to.z() - from.z());
        (fromSeen ? to : from) = from + share * (to - from);
    }
    return std::pair<Eigen::Vector2d, Eigen::Vector2d>(from.hnormalized(), to.hnormalized());
}

} // namespace lunkuo
