#pragma once

#include "model/scene/Scene.h"

#include <QJsonObject>
#include <QStringList>

namespace lunkuo
{

// Where the LiDAR was, as SUSTechPOINTS keeps it beside its clouds, a file per frame.
//
// ego_pose/FRAME.json has the place of an inertial unit (x y z, metres) and its azimuth (clockwise from north), pitch
// and roll in degrees, turned in the order Rz(-azimuth) * Rx(pitch) * Ry(roll); its x points right, its y forward. The
// tool takes the LiDAR to stand in it turned by half a turn about z and 0.4 m higher, whatever LiDAR it is. lidar_pose/
// FRAME.json, of its newer scripts, has the LiDAR's own pose as a matrix of 16 numbers, row by row.

QJsonObject sustechEgoPose(const Eigen::Isometry3d& world_lidar);
QJsonObject sustechLidarPose(const Eigen::Isometry3d& world_lidar);
/// Where the LiDAR was by either of them; nothing where it is none. Numbers may be text.
std::optional<Eigen::Isometry3d> fromSustechPose(const QJsonObject& pose);

/// Gives the frames that have none the poses in lidar_pose/ or ego_pose/ below `root`, by their names. Whether there
/// were such folders. What cannot be read becomes a remark.
bool setSustechPoses(const QString& root, Scene& scene, QStringList& remarks);

} // namespace lunkuo
