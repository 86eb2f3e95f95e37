#pragma once

#include "model/cloud/PointCloud.h"
#include "model/geometry/Cuboid.h"
#include "model/geometry/Frames.h"
#include "model/synth/StreetScene.h"

namespace lunkuo::synth
{

struct LidarOptions
{
    std::uint64_t seed = 1; ///< of noise, drop-outs and what glass lets through
    int beams = 64;     ///< 1..128; 64 have the elevations of an HDL-64E, others are spread over the same field of view
    int columns = 2083; ///< firings in one turn
    double range_m = 120.0;
    double noise_m = 0.02;    ///< standard deviation of the range
    double glassPasses = 0.6; ///< chance of a ray to go on through a car's pane
    bool dropOuts = true;     ///< dark, wet and slanting surfaces lose returns
};

/// The exact truth on one object in one frame.
struct TruthObject
{
    int number = 0; ///< of the object in the scene: the same in every frame
    QString classId;
    QString body;  ///< saloon, ...; empty for people
    Cuboid cuboid; ///< sensor frame; amodal, flush on the mesh, mirrors excepted
    Motion motion = Motion::Parked;
    double speed = 0.0; ///< metres per second
    std::size_t points = 0;
};

struct SimulatedFrame
{
    double time_s = 0.0;
    Transform<WorldFrame, SensorFrame> world_sensor; ///< the world is the sensor frame of frame 0
    PointCloud cloud; ///< with intensity (0..1), ring (0: lowest) and time (seconds from the frame's time)
    std::vector<std::int32_t> objectOf; ///< number of each point's object, 0: scenery
    std::vector<TruthObject> objects;   ///< all of the scene, in the order of their numbers

    [[nodiscard]] const TruthObject& object(int number) const { return objects[static_cast<std::size_t>(number - 1)]; }
};

inline constexpr double framePeriod_s = 0.1;

/// One turn of a spinning LiDAR about the frame's moment (index x 0.1 s), clockwise from the rear, so that it looks
/// forward at that moment. The sensor moves during the turn and the cloud is compensated for it: each point stands
/// where it was met, in the sensor frame of the frame's moment. Movers are taken as they stand at that moment, so that
/// the truth is exact.
SimulatedFrame simulateFrame(const StreetScene& scene, int frameIndex, const LidarOptions& options = {});

/// Elevations of the beams in radians, ascending.
std::vector<double> beamElevations(int beams);

} // namespace lunkuo::synth
