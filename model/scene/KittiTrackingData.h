#pragma once

#include "model/scene/DataLayout.h"

namespace lunkuo
{

// KITTI's tracking dataset: velodyne/0000/000000.bin, image_02/0000, calib/0000.txt, label_02/0000.txt, oxts/0000.txt.

/// Whether the folder is its training/ or testing/, or the one above.
bool isKittiTracking(const QDir& folder);

/// One sequence per folder of velodyne/; poses come from oxts, tracks from label_02.
Result<OpenedData> openKittiTracking(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress);

/// The sequences by name, without opening anything.
QStringList kittiTrackingNames(const QDir& folder);

} // namespace lunkuo
