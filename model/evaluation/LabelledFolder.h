#pragma once

#include "model/base/Result.h"
#include "model/geometry/Cuboid.h"
#include "model/scene/Calibration.h"
#include "model/scene/Taxonomy.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace lunkuo
{

/// An object of one frame as its labels have it.
struct LabelledObject
{
    Cuboid cuboid; ///< sensor frame
    QString label; ///< the class in the labels' own words
    QString track; ///< the same in all frames of the recording that show the object; unique where labels name none
    AttributeValues attributes{};      ///< what the labels say of it in this frame
    AttributeValues trackAttributes{}; ///< and of the object as such
};

struct LabelledFrame
{
    QString name;
    QString cloudPath;
    std::optional<Eigen::Vector3d> sensorOrigin; ///< where the data says it; to be estimated otherwise
    std::vector<LabelledObject> objects;
    std::optional<Camera> view; ///< only what this camera sees is labelled; everything where there is none
    std::optional<Eigen::Isometry3d> world_sensor{}; ///< where the data says it
    double time_s = 0.0;                             ///< from any moment; a tenth per frame where the data says none
};

/// Labelled frames of one drive, or at least of one place and time: what a project would hold.
struct Recording
{
    QString name;
    std::vector<LabelledFrame> frames; ///< those with labels, in natural order
    QStringList remarks;               ///< sentences about what was left out
};

/// Finds the recordings in a folder and in its subfolders. A recording is a KITTI object folder (velodyne, label_2 and
/// calib, also below training/), a sample's folder (truth.json beside velodyne, which is then preferred to label_2), or
/// one with uniform/*.json: per frame `cloud` (a path relative to the folder above) and `boxes` with class, id,
/// x y z of the geometric centre, l w h and yaw in the cloud's frame. Clouds are not read. Error: one sentence naming
/// the folder or file.
Result<std::vector<Recording>> findRecordings(const QString& folder);

} // namespace lunkuo
