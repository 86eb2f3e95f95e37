#pragma once

#include "model/base/Ids.h"
#include "model/geometry/CameraModel.h"

#include <QString>
#include <optional>
#include <vector>

namespace lunkuo
{

struct Camera
{
    QString name; ///< image_2
    CameraModel model;
    Transform<CameraFrame, SensorFrame> camera_sensor;

    friend bool operator==(const Camera&, const Camera&) = default;
};

/// The sensors' geometry that frames refer to; many frames may share one.
struct Calibration
{
    CalibrationId id;
    std::vector<Camera> cameras;
    /// Where the LiDAR itself is in the sensor frame of the clouds (clouds may come in the vehicle's frame); unknown
    /// until the data or a person says so.
    std::optional<Eigen::Vector3d> sensorOrigin;
    bool isOriginByHand = false; ///< a person has said so, not the data

    friend bool operator==(const Calibration&, const Calibration&) = default;
};

} // namespace lunkuo
