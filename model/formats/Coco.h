#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes COCO's object detection JSON for the pictures of all cameras: boxes and polygons round what each picture
/// shows of the outlines, whole even where something stands in front. annotations/instances.json, or one file each for
/// training, validation and test; pictures in images/. The 3D box, track and attributes go along as members of our own.
/// There is no way back: a picture does not say where in space an object is.
Result<ExportReport> writeCoco(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

} // namespace lunkuo
