#pragma once

#include "model/scene/DataLayout.h"

namespace lunkuo
{

// KITTI's odometry benchmark and what is built on it: sequences/00/{velodyne,image_2,calib.txt,times.txt}, poses.txt in
// the sequence (SemanticKITTI) or poses/00.txt beside the sequences; labels/000000.label with SemanticKITTI.

/// Whether the folder is a sequence, the folder of sequences, or the one above it.
bool isKittiOdometry(const QDir& folder);

/// Instances of point labels become boxes fitted to their points.
Result<OpenedData> openKittiOdometry(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress);

/// The sequences by name, without opening anything.
QStringList kittiOdometryNames(const QDir& folder);

} // namespace lunkuo
