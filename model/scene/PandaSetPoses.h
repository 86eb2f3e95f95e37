#pragma once

#include "model/base/Result.h"
#include "model/geometry/Frames.h"

#include <QString>
#include <map>
#include <optional>

namespace lunkuo
{

/// Where a frame was taken, and when.
struct PosedMoment
{
    std::optional<Transform<WorldFrame, EgoFrame>> world_ego;
    std::optional<qint64> timestamp_ns;
};

/// The moments of a PandaSet drive by number of the frame, from lidar_poses_world.json and lidar_timestamps.json in its
/// folder; none where neither is there. Clouds are taken to be level in the vehicle's frame, x forward: of a pose place
/// and heading count. Error: one sentence, when a file is there but cannot be read.
Result<std::map<int, PosedMoment>> pandaSetMoments(const QString& folder);

} // namespace lunkuo
