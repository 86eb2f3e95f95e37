#pragma once

#include "model/formats/DatasetFormat.h"
#include "model/formats/NuscenesTables.h"

#include <set>

namespace lunkuo
{

/// Writes nuScenes v1.0 as its devkit opens it: the 13 tables in v1.0-trainval/, samples/LIDAR_TOP/*.pcd.bin and
/// samples/CAM_*/, a map of one pixel, and splits.json where frames are told apart. Each sequence is a scene, each
/// frame a sample; what the project calls the pose of a frame is the ego pose, and the LiDAR stands in it without a
/// turn. Boxes are global by the whole rotation. `num_lidar_pts` is counted. Classes and attributes get nuScenes' names
/// where those mean the same (nuscenesCategory()), all others keep theirs; visibility is the attribute of that name, or
/// what `occlusion` says (0, 1, 2: levels 4, 3, 1).
Result<ExportReport> writeNuscenes(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads the annotation of a nuScenes dataset (its folder, or that of its tables) into the frames whose cloud has the
/// name or the moment of a sample's.
Result<ImportedShapes> readNuscenes(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

/// A frame that is a sample, and where its LiDAR stood.
struct NuscenesFrame
{
    FrameId frame;
    Eigen::Isometry3d world_sensor = Eigen::Isometry3d::Identity();
};
/// The annotations of the samples that are frames, by the samples' tokens.
ImportedShapes nuscenesShapes(
    const NuscenesTables& tables, const QHash<QString, NuscenesFrame>& frames, const Scene& scene);

/// Only samples are annotated: adds boxes, marked as interpolated, for the sweeps (frames of the scene) between two
/// samples that follow each other, where the objects were as their motion through the world says. Gives how many.
int addBetweenSamples(ImportedShapes& found, const std::set<FrameId>& sweeps, const Scene& scene);

/// nuScenes' name of a class, and the class of the taxonomy that a category is; each the name itself where the
/// taxonomy knows it or nothing else means the same.
QString nuscenesCategory(const QString& classId, const Taxonomy& taxonomy);
QString classOfNuscenes(const QString& category, const QStringList& attributes, const Taxonomy& taxonomy);

/// The attributes whose values have names in nuScenes, by our ids.
const QStringList& nuscenesAttributes();

} // namespace lunkuo
