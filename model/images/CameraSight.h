#pragma once

#include "model/geometry/Ray.h"
#include "model/scene/Calibration.h"

namespace lunkuo
{

// What a camera sees, in the sensor frame.

/// Where it stands; nothing for a camera without a usable projection.
std::optional<Eigen::Vector3d> eyeOf(const Camera& camera);
/// Where a point is in its picture, also beyond the picture's edges.
std::optional<Eigen::Vector2d> pixelOf(const Camera& camera, const Eigen::Vector3d& point);
/// Whether the point would be in the picture if nothing stood before it.
bool isInPicture(const Camera& camera, const Eigen::Vector3d& point);
std::vector<PixelCurve> pixelsOfLine(const Camera& camera, const Eigen::Vector3d& from, const Eigen::Vector3d& to);
/// The line of sight through a pixel.
std::optional<Ray> rayThrough(const Camera& camera, const Eigen::Vector2d& pixel);
/// Tangent of the angle that a pixel spans there.
double tanPixelAt(const Camera& camera, const Eigen::Vector2d& pixel);

} // namespace lunkuo
