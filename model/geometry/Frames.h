#pragma once

#include <Eigen/Geometry>

namespace lunkuo
{

// The frames of reference that points and transforms are bound to. All in metres.
struct SensorFrame; ///< the frame of a cloud's points: x forward, y left, z up
struct EgoFrame;    ///< the vehicle
struct WorldFrame;  ///< fixed on the ground through a sequence
struct CameraFrame; ///< x right, y down, z forward
struct ObjectFrame; ///< a cuboid's own: origin at its geometric centre, x forward of the object, z up

/// A point that knows its frame of reference, so that points of different frames cannot be mixed up.
template <class F>
struct Point3
{
    Eigen::Vector3d v = Eigen::Vector3d::Zero();
};

/// The rigid motion that takes coordinates in From to coordinates in To; written `to_from`, so that neighbours match:
/// `world_sensor = world_ego * ego_sensor`.
template <class To, class From>
struct Transform
{
    Eigen::Isometry3d m = Eigen::Isometry3d::Identity();

    friend bool operator==(const Transform& a, const Transform& b) { return a.m.matrix() == b.m.matrix(); }

    [[nodiscard]] Transform<From, To> inverse() const { return {m.inverse()}; }
    Point3<To> operator*(const Point3<From>& p) const { return {m * p.v}; }
    template <class Start>
    Transform<To, Start> operator*(const Transform<From, Start>& next) const
    {
        return {m * next.m};
    }
};

} // namespace lunkuo
