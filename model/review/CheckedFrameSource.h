#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/document/FrameCache.h"

#include <functional>

namespace lunkuo
{

/// A frame's data for the checks; the sensor's place where it is known. Called on several threads at once. What is
/// cancelled may fail with any words.
using CheckedFrameSource = std::function<Result<LoadedFramePtr>(
    const Frame& frame, const std::optional<Eigen::Vector3d>& sensorOrigin, const Progress& progress)>;

/// Reads clouds from disk; paths relative to `folder`. Points' heights are left out, no check needs them.
CheckedFrameSource framesFrom(const QString& folder);

} // namespace lunkuo
