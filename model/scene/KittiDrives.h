#pragma once

#include "model/scene/DataLayout.h"

namespace lunkuo
{

// KITTI's raw data: DATE/DATE_drive_0001_sync/{velodyne_points,image_00,oxts} with data/0000000000.* and
// timestamps.txt, calib_*.txt beside the drives, tracklet_labels.xml in them.

/// Whether the folder is a drive, a day with drives, or one with days.
bool isKittiDrives(const QDir& folder);

/// One sequence per drive; poses come from oxts, annotation from tracklet_labels.xml.
Result<OpenedData> openKittiDrives(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress);

/// The sequences by name, without opening anything.
QStringList kittiDriveNames(const QDir& folder);

} // namespace lunkuo
