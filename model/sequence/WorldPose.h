#pragma once

#include "model/geometry/Cuboid.h"
#include "model/geometry/Frames.h"
#include "model/scene/Sequence.h"

namespace lunkuo
{

/// Where the sensor frame of a frame stands in the world. Clouds are in the frame that poses speak of; without poses
/// the world is the sensor frame itself.
Transform<WorldFrame, SensorFrame> world_sensor(const Frame& frame);

/// From frame to frame, where nothing says when they were taken.
inline constexpr double usualPeriod_s = 0.1;

/// Seconds, to be compared within one sequence; frames without times come in the usual period.
double seconds(const Frame& frame);

/// The cuboid seen from another frame of reference.
Cuboid moved(const Eigen::Isometry3d& to_from, const Cuboid& cuboid);

/// A cuboid of a frame, in the world and back.
Cuboid inWorld(const Frame& frame, const Cuboid& cuboid);
Cuboid inSensor(const Frame& frame, const Cuboid& worldCuboid);

/// The cuboid with another size (length, width, height in metres). The faces that look to the sensor and the bottom
/// stay where they are: those are what was seen.
Cuboid resizedAwayFrom(const Eigen::Vector3d& sensor, const Cuboid& cuboid, const Eigen::Vector3d& size);

} // namespace lunkuo
