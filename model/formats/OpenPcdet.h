#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes what OpenPCDet's CustomDataset reads: points/NAME.npy (float32 x y z intensity, 0..1), labels/NAME.txt
/// ("x y z dx dy dz heading Class": geometric centre, LiDAR frame), ImageSets, and lunkuo_dataset.yaml, a dataset
/// configuration with the classes and the range of this dataset.
///
/// Frames without a box are written, but in no list: CustomDataset cannot read their labels.
Result<ExportReport> writeOpenPcdet(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads the labels of such a dataset (the folder, or its labels/) into the frames of the same name.
Result<ImportedShapes> readOpenPcdet(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

} // namespace lunkuo
