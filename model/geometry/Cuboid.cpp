#include "model/geometry/Cuboid.h"

#include "model/geometry/Angles.h"

namespace lunkuo
{

namespace
{
Eigen::Quaterniond aboutZ(double angle)
{
    return Eigen::Quaterniond(Eigen::AngleAxisd(angle, Eigen::Vector3d::UnitZ()));
}
} // namespace

Cuboid Cuboid::fromYaw(const Eigen::Vector3d& center, const Eigen::Vector3d& size, double yaw)
{
    return {center, size, aboutZ(yaw)};
}

double Cuboid::yaw() const
{
    const Eigen::Vector3d heading = rotation * Eigen::Vector3d::UnitX();
    return wrapAngle(std::atan2(heading.y(), heading.x()));
}

double Cuboid::pitch() const
{
    return std::asin(std::clamp((rotation * Eigen::Vector3d::UnitX()).z(), -1.0, 1.0));
}

double Cuboid::roll() const
{
    return std::atan2((rotation * Eigen::Vector3d::UnitY()).z(), (rotation * Eigen::Vector3d::UnitZ()).z());
}

Cuboid Cuboid::withAngles(double yaw, double pitch, double roll) const
{
    // A raised front turns against the right-hand rule about +y, which points to the left.
    const Eigen::Quaterniond turned = aboutZ(yaw) * Eigen::AngleAxisd(-pitch, Eigen::Vector3d::UnitY()) *
                                      Eigen::AngleAxisd(roll, Eigen::Vector3d::UnitX());
    return {center, size, turned.normalized()};
}

Cuboid Cuboid::withYaw(double yaw) const
{
    return {center, size, (aboutZ(yaw - this->yaw()) * rotation).normalized()};
}

Cuboid Cuboid::flipped() const
{
    // About the object's own z, so that a tilted cuboid stays the same solid.
    return {center, size, (rotation * aboutZ(std::numbers::pi)).normalized()};
}

Eigen::Vector3d Cuboid::toObject(const Eigen::Vector3d& sensorPoint) const
{
    return rotation.conjugate() * (sensorPoint - center);
}

Eigen::Vector3d Cuboid::toSensor(const Eigen::Vector3d& objectPoint) const
{
    return center + rotation * objectPoint;
}

bool Cuboid::contains(const Eigen::Vector3d& sensorPoint, double margin_m) const
{
    return (toObject(sensorPoint).cwiseAbs().array() <= 0.5 * size.array() + margin_m).all();
}

std::array<Eigen::Vector3d, 8> Cuboid::corners() const
{
    static constexpr std::array<std::array<double, 2>, 4> signs{{{1, 1}, {-1, 1}, {-1, -1}, {1, -1}}};
    std::array<Eigen::Vector3d, 8> result;
    for (std::size_t i = 0; i < 8; ++i) {
        const Eigen::Vector3d sign(signs[i % 4][0], signs[i % 4][1], i < 4 ? -1.0 : 1.0);
        result[i] = toSensor(0.5 * sign.cwiseProduct(size));
    }
    return result;
}

std::optional<double> Cuboid::intersect(const Ray& ray) const
{
    const Eigen::Vector3d origin = toObject(ray.origin);
    const Eigen::Vector3d direction = rotation.conjugate() * ray.direction;
    double enter = 0.0;
    double leave = std::numeric_limits<double>::infinity();
    for (int axis = 0; axis < 3; ++axis) {
        const double half = 0.5 * size[axis];
        if (std::abs(direction[axis]) < 1e-12) {
            if (std::abs(origin[axis]) > half)
                return std::nullopt;
            continue;
        }
        const double a = (-half - origin[axis]) / direction[axis];
        const double b = (half - origin[axis]) / direction[axis];
        enter = std::max(enter, std::min(a, b));
        leave = std::min(leave, std::max(a, b));
    }
    if (enter > leave)
        return std::nullopt;
    return enter;
}

bool Cuboid::isValid() const
{
    return center.allFinite() && size.allFinite() && (size.array() > 0.0).all() && rotation.coeffs().allFinite() &&
           std::abs(rotation.norm() - 1.0) < 1e-6;
}

} // namespace lunkuo
