#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// What of a dataset is opened.
struct DataChoice
{
    QStringList sequences{}; ///< by name; empty: all that are there
    bool sweeps = false;     ///< frames between those that are annotated too, where the dataset tells them apart
    std::optional<QStringList> cameras{}; ///< by name; nothing said: all, an empty list: none
};

/// What was found at a path: a scene with absolute file paths, existing annotation included, ready to become a project.
struct OpenedData
{
    Scene scene;
    QStringList remarks; ///< sentences about what was left out (an unreadable label file, a frame without its image)
    QString layout;      ///< what the folder was taken for, for people; empty for plain clouds
    QStringList sequences{}; ///< names of all that are there, whatever was chosen
    bool hasSweeps = false;  ///< the dataset tells frames that are annotated from those between them
};

/// Opens a dataset in one of the layouts that are known (dataLayouts(): KITTI tracking, raw and odometry,
/// SemanticKITTI, nuScenes), each of its sequences as one; else a KITTI object folder or the folder above its
/// `training/`, a folder of clouds in any format in natural order, the folder above exactly one such folder, or a
/// single cloud, as a sequence. Ids count from 1.
///
/// Beside plain clouds, calib.json says how cameras stand (addCalibratedCameras()). Else pictures come from camera/NAME
/// beside the clouds' folder, and what calibrates the cameras from there or from calib/camera, as SUSTechPOINTS and
/// PandaSet lay them out. SUSTechPOINTS' label/ is taken as existing annotation, its ego_pose/ and lidar_pose/ as
/// poses.
///
/// Text among files of other kinds is no cloud, in whatever folder it lies. A ROS 2 bag, where there are no clouds
/// beside it, stands for the folder beside it that it was unpacked into; one that was not is an error that says so.
///
/// Times come from the files' names where all of them end in one, else from times.txt or timestamps.txt beside the
/// clouds or in the folder above them. Poses come from poses.txt there: one line of 12 numbers per frame,
/// `world_sensor` of the LiDAR; only where a KITTI odometry calib.txt lies beside it are they camera poses, and are
/// converted, or left out where that file is damaged. A list that does not match the number of frames is left out, with
/// a remark; so are the poses of a sequence that not all of its frames have. Frames without a time in a sequence where
/// others have one get one evenly between their neighbours', with a remark.
Result<OpenedData> openData(
    const QString& path, const Taxonomy& taxonomy, const Progress& progress = {}, const DataChoice& choice = {});

/// The names of the sequences that openData() would find, where that can be told at once; empty otherwise.
QStringList sequencesAt(const QString& path);

/// Whether openData() takes what is at the path for a bag, of whatever kind.
bool isBagAt(const QString& path);

} // namespace lunkuo
