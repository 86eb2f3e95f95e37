#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes what SUSTechPOINTS opens, a folder per sequence: lidar/FRAME.pcd (or .bin where all clouds are KITTI's),
/// label/FRAME.json, camera/NAME/FRAME.jpg and calib/camera/NAME.json. Angles are those of R = Rz * Ry * Rx, so roll
/// and pitch are kept. Attributes go into obj_attr as "name=value, name=value", poses into ego_pose/ and lidar_pose/,
/// and what is interpolated says so as its `annotator`.
Result<ExportReport> writeSustech(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads the label files of a scene (its folder, its label/ or one file), or of all scenes in a folder, in both styles:
/// a list, or an object with the list `objs`. Frames are matched by name, obj_id is the track.
Result<ImportedShapes> readSustech(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

/// Attributes as obj_attr holds them, and back. A word without "=" is one that a person typed there: of that name is
/// the attribute `sustechWord`.
QString sustechAttributes(const AttributeValues& ofTrack, const AttributeValues& ofShape);
std::map<QString, QString> fromSustechAttributes(const QString& text);
inline constexpr const char16_t* sustechWord = u"obj_attr";

/// Who has put a box there that no person has looked at: i interpolation.
inline constexpr const char16_t* sustechAnnotator = u"annotator";
inline constexpr const char16_t* sustechInterpolation = u"i";

} // namespace lunkuo
