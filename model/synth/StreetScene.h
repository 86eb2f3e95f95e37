#pragma once

#include "model/synth/Raycaster.h"
#include "model/synth/Street.h"
#include "model/synth/VehicleMesh.h"
#include "model/synth/Way.h"

#include <QString>
#include <memory>

namespace lunkuo::synth
{

enum class Motion { Parked, Stopped, Moving };

/// How vehicles go that are under way in the street.
enum class Traffic {
    Flowing,   ///< each at its own even speed
    Manoeuvres ///< they brake, set off, pull out and turn in the first four seconds
};

/// Someone or something that annotators would mark: its mesh and its way along the street.
struct SceneObject
{
    QString classId; ///< Car, Van, Truck, Bus, Pedestrian, Cyclist
    QString body;    ///< saloon, hatchback, ...; empty for people
    std::shared_ptr<const ObjectMesh> shape;
    Street::Place start;            ///< where its middle is at time 0
    Street::Place velocity;         ///< metres per second along and across
    double endOfWay = 0.0;          ///< s at which a mover along the street stops
    double turn = 0.0;              ///< heading relative to the street's
    std::shared_ptr<const Way> way; ///< of what turns or changes its speed; then the four before say nothing
    bool inTraffic = false;         ///< where it stands, it waits
    bool upright = false;           ///< people stand straight whatever the slope; wheels follow it

    [[nodiscard]] bool isMoving() const { return way || velocity.s != 0.0 || velocity.d != 0.0; }
    [[nodiscard]] Street::Place placeAt(double time_s) const;
    [[nodiscard]] double speedAt(double time_s) const; ///< metres per second
    [[nodiscard]] Motion motionAt(double time_s) const;
    /// Pose of its box's centre: it stands on the ground.
    [[nodiscard]] Eigen::Isometry3d pose(double time_s) const;
};

/// The world at one moment, ready for rays.
struct SceneSnapshot
{
    std::shared_ptr<const Raycaster> still;
    Raycaster moving;

    [[nodiscard]] Hit cast(const CastRay& ray, float from_m = 0.0F) const;
    [[nodiscard]] bool isBlocked(const CastRay& ray, float limit_m) const;
};

/// A street with everything on it and the way of the car that carries the sensors. Objects are numbered from 1 in the
/// order in which they were added.
class StreetScene
{
public:
    /// The whole street, which seed and length of the drive decide.
    static StreetScene street(std::uint64_t seed, double duration_s = 2.0, Traffic traffic = Traffic::Flowing);
    /// The road alone, to which a test adds what it wants to see; `seal` it then.
    static StreetScene bareRoad();

    void addScenery(const Mesh& mesh, const Eigen::Isometry3d& world_mesh);
    int addObject(SceneObject object);
    /// Prepares for rays; nothing can be added afterwards.
    void seal();

    [[nodiscard]] const std::vector<SceneObject>& objects() const { return m_objects; }
    /// The LiDAR at that time: 1.73 m above the road, its z along the road's normal but for the car's slight sway.
    [[nodiscard]] Eigen::Isometry3d sensorPose(double time_s) const;
    [[nodiscard]] SceneSnapshot snapshot(double time_s) const;

    static constexpr double sensorHeight = 1.73;
    static constexpr double egoSpeed = 8.0;
    static constexpr double egoLane = -0.5 * Street::lane;

private:
    std::shared_ptr<Raycaster> m_still = std::make_shared<Raycaster>();
    std::vector<SceneObject> m_objects;
};

/// A vehicle standing at a place; color and size of the design's own.
SceneObject parkedVehicle(const QString& body, Street::Place place, double turn = 0.0);

} // namespace lunkuo::synth
