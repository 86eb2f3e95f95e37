#include "model/synth/StreetScene.h"

#include "model/synth/Scenery.h"

#include <numbers>

namespace lunkuo::synth
{

Street::Place SceneObject::placeAt(double time_s) const
{
    if (way)
        return way->at(time_s).middle;
    Street::Place place{start.s + velocity.s * time_s, start.d + velocity.d * time_s};
    if (velocity.s > 0.0)
        place.s = std::min(place.s, std::max(start.s, endOfWay));
    else if (velocity.s < 0.0)
        place.s = std::max(place.s, std::min(start.s, endOfWay));
    // Who crosses the street stops before the houses.
    if (velocity.d != 0.0)
        place.d = std::clamp(place.d, -Street::buildingLine + 0.35, Street::buildingLine - 0.35);
    return place;
}

double SceneObject::speedAt(double time_s) const
{
    if (way)
        return way->at(time_s).speed_mps;
    return motionAt(time_s) == Motion::Moving ? std::hypot(velocity.s, velocity.d) : 0.0;
}

Motion SceneObject::motionAt(double time_s) const
{
    constexpr double moment = 1e-3;
    const Street::Place before = placeAt(time_s);
    const Street::Place after = placeAt(time_s + moment);
    if (before.s != after.s || before.d != after.d)
        return Motion::Moving;
    return isMoving() || inTraffic ? Motion::Stopped : Motion::Parked;
}

Eigen::Isometry3d SceneObject::pose(double time_s) const
{
    const Street::Place place = placeAt(time_s);
    const double heading = way ? way->at(time_s).turn : turn;
    return (upright ? Street::upright(place, heading) : Street::stand(place, heading)) *
           Eigen::Translation3d(0.0, 0.0, 0.5 * shape->size.z());
}

Hit SceneSnapshot::cast(const CastRay& ray, float from_m) const
{
    return moving.cast(ray, from_m, still->cast(ray, from_m));
}

bool SceneSnapshot::isBlocked(const CastRay& ray, float limit_m) const
{
    return still->isBlocked(ray, limit_m) || moving.isBlocked(ray, limit_m);
}

StreetScene StreetScene::bareRoad()
{
    StreetScene scene;
    scene.addScenery(groundMesh(-150.0, 250.0), Eigen::Isometry3d::Identity());
    return scene;
}

void StreetScene::addScenery(const Mesh& mesh, const Eigen::Isometry3d& world_mesh)
{
    m_still->add(mesh, world_mesh.cast<float>(), 0);
}

int StreetScene::addObject(SceneObject object)
{
    m_objects.push_back(std::move(object));
    const auto number = static_cast<std::int32_t>(m_objects.size());
    const SceneObject& added = m_objects.back();
    if (!added.isMoving())
        m_still->add(added.shape->mesh, added.pose(0.0).cast<float>(), number);
    return number;
}

void StreetScene::seal()
{
    m_still->build();
}

Eigen::Isometry3d StreetScene::sensorPose(double time_s) const
{
    const Eigen::Isometry3d ground = Street::stand({egoSpeed * time_s, egoLane});
    const double pitch = 0.004 * std::sin(2.0 * std::numbers::pi * 1.3 * time_s);
    const double roll = 0.003 * std::sin(2.0 * std::numbers::pi * 0.9 * time_s + 1.0);
    return ground * Eigen::Translation3d(0.0, 0.0, sensorHeight) * Eigen::AngleAxisd(pitch, Eigen::Vector3d::UnitY()) *
           Eigen::AngleAxisd(roll, Eigen::Vector3d::UnitX());
}

SceneSnapshot StreetScene::snapshot(double time_s) const
{
    SceneSnapshot snapshot{m_still, {}};
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        if (m_objects[i].isMoving())
            snapshot.moving.add(
                m_objects[i].shape->mesh, m_objects[i].pose(time_s).cast<float>(), static_cast<std::int32_t>(i + 1));
    snapshot.moving.build();
    return snapshot;
}

SceneObject parkedVehicle(const QString& body, Street::Place place, double turn)
{
    const VehicleDesign* design = vehicleDesign(body);
    Q_ASSERT_X(design, "parkedVehicle", "there is no such body");
    SceneObject object;
    object.classId = design->classId;
    object.body = body;
    object.shape = std::make_shared<ObjectMesh>(vehicleMesh(*design, {0.55F, 0.57F, 0.60F}, Eigen::Vector3d::Ones()));
    object.start = place;
    object.turn = turn;
    return object;
}

} // namespace lunkuo::synth
