#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes a dataset for MMDetection3D 1.x that needs no conversion: points/NAME.bin (float32 x y z reflectance),
/// images/CAMERA/NAME.*, info files of version 1.1 in JSON (custom_infos_{train,val,test}.json), and
/// lunkuo_dataset.py, the dataset class that reads them.
///
/// bbox_3d is x y z l w h yaw with the geometric centre, which the class says and `metainfo` repeats as `origin`.
/// Every instance carries the number of its track and how many points are inside.
Result<ExportReport> writeMmdet3d(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads info files of version 1 in JSON with LiDAR boxes: a file, or a folder of them. Where `metainfo` has no
/// `origin`, z is the bottom of the box, as LiDARInstance3DBoxes takes it; nuScenes' and Lyft's infos have the middle.
Result<ImportedShapes> readMmdet3d(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

} // namespace lunkuo
