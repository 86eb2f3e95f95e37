#pragma once

#include "model/tools/Tool.h"

#include <optional>

namespace lunkuo
{

/// How near the cursor a point or grip must be to be meant.
inline constexpr double pickRadius_px = 6.0;

/// The cloud point that is seen under the cursor, or nothing.
std::optional<Eigen::Vector3d> pointUnder(const ToolEvent& event, const LoadedFrame& frame);

/// The cloud point that is seen under the cursor, else the ground there, or nothing.
std::optional<Eigen::Vector3d> placeUnder(const ToolEvent& event, const ToolContext& context);

/// Whether the view leaves the shape out, by its filter or because a person hid it.
bool isHidden(const Shape& shape, const ToolEvent& event, const ToolContext& context);

/// The smallest shape of the current frame that is seen and has the point inside, or an invalid id.
ShapeId shapeAround(const Eigen::Vector3d& point, const ToolEvent& event, const ToolContext& context);

/// The shape that is meant by the cursor: the one around the cloud point under it, else the first that the ray meets;
/// or an invalid id.
ShapeId shapeUnder(const ToolEvent& event, const ToolContext& context);

/// Where the ray meets the ground of the frame.
std::optional<Eigen::Vector3d> groundUnder(const Ray& ray, const LoadedFrame& frame);

/// Where the ray meets the plane; nothing when it runs along or away from it or meets it beyond sight.
std::optional<Eigen::Vector3d> onPlane(
    const Ray& ray, const Eigen::Vector3d& through, const Eigen::Vector3d& normal = Eigen::Vector3d::UnitZ());

} // namespace lunkuo
