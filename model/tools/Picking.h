#pragma once

#include "model/tools/Tool.h"

#include <optional>

namespace lunkuo
{

/// How near the cursor a point or grip must be to be meant.
inline constexpr double pickRadius_px = 6.0;

/// The cloud point under the cursor, or nothing.
std::optional<Eigen::Vector3d> pointUnder(const ToolEvent& event, const LoadedFrame& frame);

/// The shape of the frame whose cuboid the ray meets first, or an invalid id.
ShapeId shapeUnder(const ToolEvent& event, const Scene& scene, FrameId frame);

/// Where the ray meets the horizontal plane at height z; nothing when it runs along or away from it.
std::optional<Eigen::Vector3d> onPlane(const Ray& ray, double z);

} // namespace lunkuo
