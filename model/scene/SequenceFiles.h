#pragma once

#include "model/formats/DatasetFormat.h"
#include "model/scene/Scene.h"

#include <QStringList>
#include <map>
#include <vector>

namespace lunkuo
{

// What files say of the frames of a scene with one sequence. What does not match the frames is left out, with a remark.

/// Moments from a file with a line per frame.
void setTimes(const QString& path, Scene& scene, QStringList& remarks);
/// The same where the file has a line for every number that frames can be called by, blank or not for those that are
/// missing.
void setTimesByNumber(const QString& path, Scene& scene, QStringList& remarks);
/// Moments that the names of all frames end with; false where they do not.
bool setTimesFromNames(Scene& scene);
/// Frames without a time, of these in their order, get one evenly between their neighbours that have one; before the
/// first and after the last of those they go on at their pace. Nothing happens where none has a time.
void spreadTimes(const std::vector<FrameId>& ids, std::map<FrameId, Frame>& frames);

/// Poses from a file with a line of 12 numbers per frame: those of something that moves with the sensor.
/// `posed_sensor` says how the sensor stands to it.
void setPoses(const QString& path, const Eigen::Isometry3d& posed_sensor, Scene& scene, QStringList& remarks);

/// Takes over annotation that was found beside the data.
void addFound(ImportedShapes&& found, Scene& scene, QStringList& remarks);

} // namespace lunkuo
