#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes Datumaro's JSON for point clouds, which CVAT imports as "Datumaro 3D": annotations/SUBSET.json,
/// point_clouds/SUBSET, related_images/SUBSET, where a subset is "default", or train, val and test where frames are
/// told apart. Clouds become PCD. Cuboids lie in the sensor frame, attributes of object and frame are the annotation's,
/// and `track_id` and `keyframe` are what CVAT makes tracks of.
Result<ExportReport> writeDatumaro(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads the folder of such a dataset, its annotations/, or one JSON file. Items are matched by id or by the name of
/// their cloud; an annotation without `track_id` is an object of its own.
Result<ImportedShapes> readDatumaro(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

// What CVAT makes tracks of; attributes of these names are not the annotator's.
inline constexpr const char16_t* datumaroTrack = u"track_id";
inline constexpr const char16_t* datumaroKeyFrame = u"keyframe";

} // namespace lunkuo
