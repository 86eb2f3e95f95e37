#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes labelCloud's project: pointclouds/NAME.pcd, labels/NAME.json with centroids (“centroid_abs”: angles in
/// degrees, 0..360) and labels/_classes.json.
Result<ExportReport> writeLabelCloud(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads a project of labelCloud, its labels/, or one label file, of the kinds “centroid_abs” (degrees) and
/// “centroid_rel” (radians), which _classes.json tells apart. Each label is an object of its own.
Result<ImportedShapes> readLabelCloud(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

} // namespace lunkuo
