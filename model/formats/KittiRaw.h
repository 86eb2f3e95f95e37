#pragma once

#include "model/formats/DatasetFormat.h"
#include "model/formats/KittiTracklets.h"

namespace lunkuo
{

/// Writes the annotation of KITTI's raw data, a folder per sequence: tracklet_labels.xml as KITTI's devkit reads it,
/// velodyne_points with the clouds as ten-digit .bin and their times, and frame_list.txt, which says the name of each
/// frame. A tracklet has one size and consecutive frames: an object that changes its size or leaves frames out becomes
/// several, and tracks.txt says which belong together.
Result<ExportReport> writeKittiRaw(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Writes the same as CVAT reads it under “Kitti Raw Format”, whose axes are others (TrackletDialect::Cvat): clouds as
/// PCD under their own names, pictures in image_00 and so on, all attributes, and poses that CVAT passes over where an
/// object is not.
Result<ExportReport> writeCvatKittiRaw(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads a tracklet_labels.xml, or all in a folder and down to three below it. Frames are those of frame_list.txt, else
/// named by their number, else counted. CVAT writes the same file with other axes, and says so by the version of its
/// poses; of those that do, the dialect that fits the classes' usual sizes is taken, and said.
Result<ImportedShapes> readKittiRaw(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

/// The same where a person says that CVAT has written it, so that only its own two dialects are told apart; KITTI's own
/// files, which say so, are still read as what they are.
Result<ImportedShapes> readCvatKittiRaw(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

/// Length, width and height of a tracklet in that dialect.
Eigen::Vector3d sizeIn(TrackletDialect dialect, const KittiTracklet& tracklet);
/// The one of the dialects in which objects have the sizes that the taxonomy expects of their classes; in doubt what
/// the version says of who wrote the file.
TrackletDialect likelyDialect(
    const KittiTracklets& file, const Taxonomy& taxonomy, const std::vector<TrackletDialect>& dialects);

inline constexpr const char16_t* trackletFile = u"tracklet_labels.xml";
/// A line per frame: its number in the tracklets, its name.
inline constexpr const char16_t* trackletFrames = u"frame_list.txt";
/// A line per tracklet: its place in the file from 0, the number of its object.
inline constexpr const char16_t* trackletTracks = u"tracks.txt";

} // namespace lunkuo
