#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes the KITTI object dataset as the development kit, OpenPCDet and MMDetection3D read it: training/{velodyne,
/// label_2, calib, image_2} and ImageSets. Boxes are turned by the exact rigid transform of the calibration.
///
/// Names of six digits are kept when they are unique; else frames are counted, and frames.txt says which is which.
/// Clouds that are KITTI's already are linked; others are converted, their intensity divided by 255 or 65535 where it
/// exceeds 1. The calib file that the data came with is kept number by number; where there is no camera, one that looks
/// forward stands in, with a black picture. `truncated` and `occluded` are what a person set as attributes
/// (truncation as a number, or in words: none, partly, largely), else the projected share outside the image and 3,
/// unknown. A label that came with the data and was neither edited nor completed keeps its 2D box and alpha, and
/// DontCare regions are kept.
Result<ExportReport> writeKitti(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads the labels of a KITTI object dataset (the folder, its training/, or a folder of label files) into the frames
/// of the same name. Boxes are placed by the calib files of the source, else by the scene's calibration.
Result<ImportedShapes> readKitti(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

/// The camera that KITTI's one picture per frame stands for: image_2, else the first with a picture in this frame, else
/// the first; null when there is none.
const Camera* kittiCamera(const Scene& scene, const Frame& frame);

/// File of a KITTI export that maps its numbers to the frames' own names, one "000000 sequence/frame" per line.
inline constexpr const char16_t* kittiFrameNames = u"frames.txt";

} // namespace lunkuo
