#pragma once

#include "model/geometry/Frames.h"

#include <optional>
#include <utility>

namespace lunkuo
{

/// How a camera maps camera-frame points to pixels. Pinhole by a 3x4 matrix, so that KITTI's stereo offset is kept
/// exactly.
struct CameraModel
{
    /// What is nearer than this counts as behind the camera.
    static constexpr double nearPlane_m = 0.05;

    int width_px = 0;
    int height_px = 0;
    Eigen::Matrix<double, 3, 4> projection = Eigen::Matrix<double, 3, 4>::Zero();

    /// Pixel of a camera-frame point, 0-based; nothing when the point is not in front of the camera.
    [[nodiscard]] std::optional<Eigen::Vector2d> project(const Point3<CameraFrame>& point) const;
    /// Pixels of the segment a-b, cut at the near plane; nothing when it is wholly behind the camera.
    [[nodiscard]] std::optional<std::pair<Eigen::Vector2d, Eigen::Vector2d>> projectSegment(
        const Point3<CameraFrame>& a, const Point3<CameraFrame>& b) const;

    friend bool operator==(const CameraModel& a, const CameraModel& b)
    {
        return a.width_px == b.width_px && a.height_px == b.height_px && a.projection == b.projection;
    }
};

} // namespace lunkuo
