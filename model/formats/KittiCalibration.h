#pragma once

#include "model/base/Result.h"
#include "model/geometry/CameraModel.h"

#include <QByteArray>
#include <QString>
#include <array>
#include <optional>

namespace lunkuo
{

/// What a KITTI calib file says: the projections of the four cameras from the rectified frame of camera 0, and how the
/// LiDAR and the inertial unit stand to it.
struct KittiCalibration
{
    using Matrix34 = Eigen::Matrix<double, 3, 4>;

    std::array<Matrix34, 4> projections{
        Matrix34::Zero(), Matrix34::Zero(), Matrix34::Zero(), Matrix34::Zero()}; ///< P0..P3
    Eigen::Matrix3d rectification = Eigen::Matrix3d::Identity();                 ///< R0_rect
    Matrix34 camera_lidar = Matrix34::Identity();                                ///< Tr_velo_to_cam
    /// Tr_imu_to_velo; nothing where a file does not say it, or says what is no motion.
    std::optional<Matrix34> lidar_imu = Matrix34::Identity();

    /// The rectified camera 0 frame from the LiDAR's: R0_rect * Tr_velo_to_cam, digit for digit as the file has it.
    [[nodiscard]] Transform<CameraFrame, SensorFrame> camera_sensor() const;

    /// All four projections alike, R0_rect = I, Tr_velo_to_cam the transform given.
    static KittiCalibration of(const Matrix34& projection, const Transform<CameraFrame, SensorFrame>& camera_sensor);
    /// Stands in where there is no camera: at the LiDAR, axes parallel to its own, KITTI's focal length and picture
    /// size.
    static KittiCalibration withoutCamera();

    friend bool operator==(const KittiCalibration&, const KittiCalibration&) = default;
};

/// Size of most of KITTI's pictures: what is assumed where there is none.
inline constexpr int kittiWidth_px = 1242;
inline constexpr int kittiHeight_px = 375;

/// Reads the names of the object, tracking, odometry and raw-derived calib files, with or without colon. P2 and the
/// LiDAR's transform must be there; the other cameras default to P2 and R0_rect to the identity. Error: one sentence
/// with file and line.
Result<KittiCalibration> parseKittiCalibration(const QByteArray& text, const QString& path);
/// The seven lines of the object dataset in the order that loaders count on.
QByteArray formatKittiCalibration(const KittiCalibration& calibration);

} // namespace lunkuo
