#pragma once

#include "model/geometry/Frames.h"
#include "model/geometry/Lens.h"

#include <optional>
#include <vector>

namespace lunkuo
{

/// A curve in a picture, pixels.
using PixelCurve = std::vector<Eigen::Vector2d>;

/// How a camera maps camera-frame points to pixels. A 3x4 matrix, so that KITTI's stereo offset is kept exactly, behind
/// a lens.
struct CameraModel
{
    /// What is nearer than this counts as behind the camera.
    static constexpr double nearPlane_m = 0.05;

    int width_px = 0;
    int height_px = 0;
    Eigen::Matrix<double, 3, 4> projection = Eigen::Matrix<double, 3, 4>::Zero();
    Lens lens{};

    /// Pixel of a camera-frame point, 0-based; nothing when the point is not in front of the camera, or where the lens
    /// does not look.
    [[nodiscard]] std::optional<Eigen::Vector2d> project(const Point3<CameraFrame>& point) const;
    /// What is seen of the straight line a-b: cut at the near plane, bent by the lens to within half a pixel. Empty
    /// when nothing is; more than one piece when it leaves the lens's field and comes back.
    [[nodiscard]] std::vector<PixelCurve> projectLine(const Point3<CameraFrame>& a, const Point3<CameraFrame>& b) const;
    /// The place that all rays of sight go through; nothing for a matrix that is no camera's.
    [[nodiscard]] std::optional<Point3<CameraFrame>> eye() const;
    /// The unit direction from the eye through a pixel; nothing where no light arrives.
    [[nodiscard]] std::optional<Eigen::Vector3d> unproject(const Eigen::Vector2d& pixel) const;
    /// Whether the pixel is one of the picture's.
    [[nodiscard]] bool contains(const Eigen::Vector2d& pixel) const;

    friend bool operator==(const CameraModel& a, const CameraModel& b)
    {
        return a.width_px == b.width_px && a.height_px == b.height_px && a.projection == b.projection &&
               a.lens == b.lens;
    }
};

} // namespace lunkuo
