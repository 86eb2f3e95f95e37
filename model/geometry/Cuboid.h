#pragma once

#include "model/geometry/Ray.h"

#include <array>
#include <Eigen/Geometry>
#include <optional>

namespace lunkuo
{

/// A box with a heading: geometric centre, size (length along its own x, width, height) in metres, rotation box ->
/// sensor frame.
struct Cuboid
{
    Eigen::Vector3d center = Eigen::Vector3d::Zero();
    Eigen::Vector3d size = Eigen::Vector3d::Ones();
    Eigen::Quaterniond rotation = Eigen::Quaterniond::Identity();

    static Cuboid fromYaw(const Eigen::Vector3d& center, const Eigen::Vector3d& size, double yaw);

    /// Heading about +z from +x, counter-clockwise, in (-pi, pi].
    [[nodiscard]] double yaw() const;
    /// How far the front is raised over level, in radians, -pi/2 .. pi/2.
    [[nodiscard]] double pitch() const;
    /// How far it leans to its right, in radians: turned about its own length after heading and pitch.
    [[nodiscard]] double roll() const;
    /// The same cuboid with that heading, pitch and roll in radians.
    [[nodiscard]] Cuboid withAngles(double yaw, double pitch, double roll) const;
    /// The same cuboid turned about +z so that its heading is `yaw`; roll and pitch stay.
    [[nodiscard]] Cuboid withYaw(double yaw) const;
    /// The same solid with front and rear exchanged.
    [[nodiscard]] Cuboid flipped() const;

    [[nodiscard]] Eigen::Vector3d toObject(const Eigen::Vector3d& sensorPoint) const;
    [[nodiscard]] Eigen::Vector3d toSensor(const Eigen::Vector3d& objectPoint) const;
    [[nodiscard]] bool contains(const Eigen::Vector3d& sensorPoint, double margin_m = 0.0) const;
    /// Bottom face counter-clockwise seen from above starting front left, then the top face likewise; sensor frame.
    [[nodiscard]] std::array<Eigen::Vector3d, 8> corners() const;
    /// Distance along the ray to where it enters the solid (0 when it starts inside), or nothing when it misses.
    [[nodiscard]] std::optional<double> intersect(const Ray& ray) const;
    [[nodiscard]] double volume() const { return size.prod(); }
    /// Finite numbers, positive size and a unit rotation.
    [[nodiscard]] bool isValid() const;

    friend bool operator==(const Cuboid& a, const Cuboid& b)
    {
        return a.center == b.center && a.size == b.size && a.rotation.coeffs() == b.rotation.coeffs();
    }
};

} // namespace lunkuo
