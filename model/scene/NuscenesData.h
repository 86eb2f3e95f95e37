#pragma once

#include "model/scene/DataLayout.h"

namespace lunkuo
{

// nuScenes v1.0: tables in v1.0-mini/ (or -trainval, -test), samples/ and sweeps/ with what sensors took.

/// Whether the folder holds the tables' folder, or is it.
bool isNuscenesData(const QDir& folder);

/// One sequence per scene: the clouds of LIDAR_TOP at the samples, with `choice.sweeps` those between them too, the
/// cameras' pictures of each sample, calibration, poses and annotation. Cameras are placed at their own moments.
Result<OpenedData> openNuscenesData(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress);

} // namespace lunkuo
