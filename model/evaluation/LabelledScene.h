#pragma once

#include "model/evaluation/LabelledFolder.h"
#include "model/scene/Scene.h"

namespace lunkuo
{

/// What a project that was opened from the recording holds, with Lunkuo's taxonomy: one sequence, its frames numbered
/// from 1, a calibration for each.
Result<Scene> unlabelledScene(const Recording& recording);

/// The same with the labels as annotation. Classes are Lunkuo's where the labels mean one of them, else in the labels'
/// own words.
Result<Scene> labelledScene(const Recording& recording);

/// Where the data does not say where the sensor is, all frames are looked at from the median of the first estimates.
Result<std::optional<Eigen::Vector3d>> commonSensor(const Recording& recording);

} // namespace lunkuo
