#pragma once

#include "model/formats/KittiCalibration.h"
#include "model/geometry/Lens.h"

#include <QDir>
#include <array>
#include <optional>

namespace lunkuo
{

/// What calib_velo_to_cam.txt, calib_cam_to_cam.txt and calib_imu_to_velo.txt of a day of KITTI's raw data say. What is
/// missing or damaged becomes a remark.
struct KittiDriveCalibration
{
    /// A camera of the pictures that were not rectified.
    struct RawCamera
    {
        Eigen::Matrix3d intrinsic = Eigen::Matrix3d::Identity();
        Lens lens{};
        Eigen::Isometry3d camera_camera0 = Eigen::Isometry3d::Identity();
    };

    std::optional<KittiCalibration> rectified; ///< nothing when the cameras' place is not known
    std::map<std::size_t, RawCamera> raw;
    std::optional<Eigen::Isometry3d> camera0_lidar;
    std::optional<Eigen::Isometry3d> lidar_imu;

    static constexpr std::array<const char16_t*, 3> files{
        u"calib_imu_to_velo.txt", u"calib_velo_to_cam.txt", u"calib_cam_to_cam.txt"};
    /// Whether any of the files is there.
    static bool isIn(const QDir& folder);
    static KittiDriveCalibration read(const QDir& folder, QStringList& remarks);
};

} // namespace lunkuo
