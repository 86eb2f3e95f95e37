#pragma once

#include "model/bag/RosBag.h"
#include "model/bag/TransformTree.h"

#include <QJsonObject>

namespace lunkuo
{

/// A camera of a bag.
struct BagCamera
{
    QString name;  ///< of its topic, without what all topics of cameras have in common
    QString topic; ///< of its compressed pictures
    bool isRectified = false;
    std::optional<CameraInfo> info;
};

/// The cameras whose compressed pictures the bag holds, with what CameraInfo says of them.
Result<std::vector<BagCamera>> bagCameras(const RosBag& bag);

/// How the second camera of a stereo pair stands to the first, as its projection says it: what is added to coordinates
/// in the frame of the first, metres. Zero for all others.
Eigen::Vector3d stereoShift(const BagCamera& camera);

/// The calibration of one camera as CameraFolder reads it: 16 numbers LiDAR to camera, 9 intrinsic, and the lens where
/// it bends.
QJsonObject calibrationJson(const BagCamera& camera, const Eigen::Isometry3d& camera_lidar);

} // namespace lunkuo
