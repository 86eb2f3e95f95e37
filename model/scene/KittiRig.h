#pragma once

#include "model/base/Progress.h"
#include "model/formats/KittiCalibration.h"
#include "model/scene/Scene.h"

#include <QSize>
#include <QStringList>
#include <functional>
#include <map>

namespace lunkuo
{

/// The cameras of KITTI's car by number: 0 and 1 grey, 2 and 3 in colour.
inline constexpr std::size_t kittiCameras = 4;
/// The camera that labels speak of.
inline constexpr std::size_t mainKittiCamera = 2;

/// What we call that camera: image_2, whichever of KITTI's datasets it is of.
QString kittiCameraName(std::size_t number);

/// Gives the frame the picture of that name, without suffix, in a folder; where it was found, empty when there is none.
QString addKittiImage(const QString& folder, const QString& name, std::size_t camera, Frame& frame);

/// Where the pictures of a sequence lie.
struct KittiPictures
{
    std::function<QString(std::size_t camera)> folder;
    /// Their names without suffix; a frame's own where nothing is said here, none where it has no picture.
    std::function<QString(std::size_t camera, const Frame& frame)> name{};
};

/// Gives all frames the pictures of all cameras whose folder is there; missing ones are told. The size of each camera's
/// first picture.
std::map<std::size_t, QSize> addKittiImages(
    const KittiPictures& pictures, Scene& scene, QStringList& remarks, const Progress& progress);

/// The cameras that `pictures` has an entry for, with the sizes of their pictures (empty: KITTI's usual one). The LiDAR
/// is the origin.
Calibration kittiRig(const KittiCalibration& calibration, const std::map<std::size_t, QSize>& pictures);

} // namespace lunkuo
