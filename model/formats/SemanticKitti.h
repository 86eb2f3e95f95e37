#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes SemanticKITTI: sequences/NN/{velodyne,labels,image_2,calib.txt,poses.txt,times.txt}, NN counted from 00, and
/// semantic-kitti.yaml, the configuration with classes of one's own. A point in boxes is of the smallest one: its
/// class, and as instance the number of its track; points in no box are unlabeled. Poses are the camera's, as there;
/// without a camera that is the LiDAR. frames.txt says which frame each file is.
Result<ExportReport> writeSemanticKitti(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Makes boxes of the instances of point labels, each round its points (boxRound()): the format has no boxes. Reads the
/// folder of a dataset, its sequences/, one sequence or its labels/.
Result<ImportedShapes> readSemanticKitti(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

/// File of our exports: a line "NN/000000 sequence/frame" for each frame.
inline constexpr const char16_t* semanticFrameNames = u"frames.txt";
/// Classes and what training code maps them to.
inline constexpr const char16_t* semanticConfiguration = u"semantic-kitti.yaml";

} // namespace lunkuo
