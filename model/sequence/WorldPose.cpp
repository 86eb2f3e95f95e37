#include "model/sequence/WorldPose.h"

namespace lunkuo
{

namespace
{
constexpr double nanosecond_s = 1e-9;
} // namespace

Transform<WorldFrame, SensorFrame> world_sensor(const Frame& frame)
{
    return {frame.world_ego ? frame.world_ego->m : Eigen::Isometry3d::Identity()};
}

double seconds(const Frame& frame)
{
    return frame.timestamp_ns ? static_cast<double>(*frame.timestamp_ns) * nanosecond_s : frame.index * usualPeriod_s;
}

Cuboid moved(const Eigen::Isometry3d& to_from, const Cuboid& cuboid)
{
    return {
        to_from * cuboid.center, cuboid.size, (Eigen::Quaterniond(to_from.rotation()) * cuboid.rotation).normalized()};
}

Cuboid inWorld(const Frame& frame, const Cuboid& cuboid)
{
    return moved(world_sensor(frame).m, cuboid);
}

Cuboid inSensor(const Frame& frame, const Cuboid& worldCuboid)
{
    return moved(world_sensor(frame).m.inverse(), worldCuboid);
}

Cuboid resizedAwayFrom(const Eigen::Vector3d& sensor, const Cuboid& cuboid, const Eigen::Vector3d& size)
{
    const Eigen::Vector3d from = cuboid.toObject(sensor);
    Eigen::Vector3d kept(from.x() < 0.0 ? -1.0 : 1.0, from.y() < 0.0 ? -1.0 : 1.0, -1.0);
    // A sensor abreast of the middle sees neither end: both move alike.
    for (const int axis : {0, 1})
        if (std::abs(from[axis]) < 0.5 * cuboid.size[axis])
            kept[axis] = 0.0;
    const Eigen::Vector3d shift = 0.5 * kept.cwiseProduct(cuboid.size - size);
    return {cuboid.toSensor(shift), size, cuboid.rotation};
}

} // namespace lunkuo
