#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes a folder per sequence with annotations.csv, in the columns of Argoverse 2's annotations.feather: one row per
/// box in the frame of the clouds, geometric centre, quaternion with the scalar first, points counted inside;
/// frames.csv with what each timestamp is called and is for; city_SE3_egovehicle.csv with the poses. to_feather.py
/// beside them turns them into Feather files. Frames without times of their own are counted at 10 Hz.
Result<ExportReport> writeCuboidCsv(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads an annotations.csv, or all in a folder and down to three below it; columns in any order. Frames are those of
/// frames.csv, else the ones of that time, else named by it.
Result<ImportedShapes> readCuboidCsv(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

inline constexpr const char16_t* csvAnnotations = u"annotations.csv";
inline constexpr const char16_t* csvFrames = u"frames.csv";
inline constexpr const char16_t* csvPoses = u"city_SE3_egovehicle.csv";

/// What the table of annotations has, in Argoverse 2's order.
const QStringList& csvColumns();

} // namespace lunkuo
