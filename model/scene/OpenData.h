#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// What was found at a path: a scene with absolute file paths, existing annotation included, ready to become a project.
struct OpenedData
{
    Scene scene;
    QStringList remarks; ///< sentences about what was left out (an unreadable label file, a frame without its image)
};

/// Opens a KITTI object folder or the folder above its `training/`, a folder of clouds in any format in natural order,
/// the folder above exactly one such folder, or a single cloud, as a sequence. Clouds are not read. Ids count from 1.
///
/// Pictures come from camera/NAME beside the clouds' folder, and what calibrates the cameras from there or from
/// calib/camera, as SUSTechPOINTS and PandaSet lay them out.
///
/// Times come from the files' names where all of them end in one, else from times.txt or timestamps.txt beside the
/// clouds or in the folder above them. Poses come from poses.txt there: one line of 12 numbers per frame,
/// `world_sensor` of the LiDAR; only where a KITTI odometry calib.txt lies beside it are they camera poses, and are
/// converted. A list that does not match the number of frames is left out, with a remark; so are poses that not
/// all of the frames have.
Result<OpenedData> openData(const QString& path, const Taxonomy& taxonomy, const Progress& progress = {});

} // namespace lunkuo
