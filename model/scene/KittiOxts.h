#pragma once

#include "model/base/Result.h"
#include "model/geometry/Frames.h"

#include <QString>
#include <QStringList>
#include <map>
#include <optional>

namespace lunkuo
{

/// Where KITTI's car was, by the number of the frame: `world_imu`, x east, y north, z up. The first place is the
/// origin, because the numbers of a map are too large to look at.
using ImuPoses = std::map<int, Eigen::Isometry3d>;

/// From the one file that a sequence of the tracking dataset has: a line of 30 numbers for each frame. A damaged line
/// becomes a remark. Error: one sentence, when the file cannot be read.
Result<ImuPoses> readOxtsFile(const QString& path, QStringList& remarks);
/// From a folder of files with one such line each, called by the frame's number, as the raw data has it.
ImuPoses readOxtsFolder(const QString& folder, QStringList& remarks);

} // namespace lunkuo
