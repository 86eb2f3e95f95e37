#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes the KITTI tracking dataset as TrackEval, AB3DMOT and pykitti read it: training/{velodyne,image_02,calib,
/// label_02} by sequence, and evaluate_tracking.seqmap.{training,training_minus_val,val,test}.
///
/// Sequences and frames are counted from 0, and frames.txt says which is which. What is for one split is a sequence of
/// its own, so that the seqmaps can tell them apart; sequences for test are in testing/. A sequence has one
/// calibration: that of its first frame. The id of an object is its number. `truncated` is 0, 1 or 2 here, not a share,
/// and Person_sitting is called Person.
Result<ExportReport> writeKittiTracking(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads the labels of a KITTI tracking dataset: the folder, its training/, a folder of label files, or one. Sequences
/// are found by frames.txt, else by their names, frames by their numbers. Boxes are placed by the calib files of the
/// source, else by the scene's calibration.
Result<ImportedShapes> readKittiTracking(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

} // namespace lunkuo
