#pragma once

#include "model/scene/Calibration.h"
#include "model/scene/Shape.h"

#include <Eigen/Geometry>

namespace lunkuo
{

/// Part of an object as a camera sees it, pixels; what reaches beyond the picture is not cut off.
struct PicturedCurve
{
    PixelCurve pixels;
    bool isHidden = false; ///< behind the object's own near side, or behind another object
    bool isBottom = false; ///< an edge of the cuboid's bottom

    bool operator==(const PicturedCurve&) const = default;
};

/// The edges of the cuboid. Those between two sides that are turned away are hidden, and what stands behind `others`.
std::vector<PicturedCurve> picturedEdges(
    const Cuboid& cuboid, const Camera& camera, const std::vector<Cuboid>& others = {});

/// An arrow on the ground that shows where the front is, with so many heads.
std::vector<PicturedCurve> picturedHeading(const Cuboid& cuboid, const Camera& camera, int heads = 1);

/// The contour of the outline's body in the picture, where its near side meets its far side; hidden behind `others`.
std::vector<PicturedCurve> picturedContour(
    const Cuboid& cuboid, const Outline& outline, const Camera& camera, const std::vector<Cuboid>& others = {});

/// A cuboid that may stand before others.
struct Screen
{
    Cuboid cuboid;
    Eigen::AlignedBox2d extent; ///< in the picture
    double distance_m = 0.0;
};

/// What of the cuboids is in the picture.
std::vector<Screen> screensOf(const std::vector<Cuboid>& cuboids, const Camera& camera);

/// Those that may hide something of the cuboid from the camera.
std::vector<Cuboid> hiding(const Cuboid& cuboid, const std::vector<Screen>& screens, const Camera& camera);

/// The part of the picture that the curves take up; empty when they are all outside.
Eigen::AlignedBox2d extentOf(const std::vector<PicturedCurve>& curves, const CameraModel& model);

/// The shares of the cuboid's surface and inside that are in the picture, 0..1.
double shareInPicture(const Cuboid& cuboid, const Camera& camera);

/// How well the camera sees the cuboid: the part of it that is in the picture, and how large that is there. 0 for not
/// at all.
double visibilityOf(const Cuboid& cuboid, const Camera& camera);

/// The camera that sees the cuboid best, as a place in the list; `present` stays until another is clearly better.
std::optional<std::size_t> bestCamera(
    const Cuboid& cuboid, const std::vector<const Camera*>& cameras, std::optional<std::size_t> present);

} // namespace lunkuo
