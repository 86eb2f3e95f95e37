#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes a Supervisely project of point cloud episodes: meta.json, key_id_map.json and a dataset per sequence with
/// annotation.json, frame_pointcloud_map.json, pointcloud/ (as PCD) and related_images/ with each camera's calibration.
/// An object is a track; its attributes are tags, those of frames with the range of frames in which they hold.
/// Dimensions are length, width, height along the cuboid's own x, y, z.
Result<ExportReport> writeSupervisely(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads such a project, one of its datasets, or one annotation.json. Supervisely's own converters lay an object's
/// length along y: that is how vehicles are read where most of them are longer there, with a remark, because nothing
/// says which end is the front. In our own exports they lie along x, which the description of an episode says.
Result<ImportedShapes> readSupervisely(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

inline constexpr const char16_t* superviselyAlongX = u"Lunkuo: length along x";
inline constexpr const char16_t* superviselyAnnotation = u"annotation.json";
inline constexpr const char16_t* superviselyFrames = u"frame_pointcloud_map.json";

} // namespace lunkuo
