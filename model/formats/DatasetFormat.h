#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/document/Document.h"
#include "model/scene/Scene.h"

#include <QDir>
#include <QJsonObject>
#include <QStringList>
#include <map>
#include <span>
#include <vector>

namespace lunkuo
{

enum class Split { Train, Val, Test };

struct ExportOptions
{
    QString folder;                    ///< where the dataset goes; written beside it and renamed when whole
    bool replace = false;              ///< an existing dataset there may be replaced
    bool linkFiles = true;             ///< clouds and images are hard-linked where the file system can, else copied
    std::map<FrameId, Split> splits{}; ///< what each frame is for; one that is not named is for training
    bool hashLinks = true;             ///< the manifest has the SHA-256 of linked files too, not only of written ones
    QJsonObject about{};               ///< what the manifest says beside the files: project, selection, counts
    QStringList remarks{};             ///< what the report and the manifest say before the format's own sentences
    QStringList sources{};             ///< files that the dataset is made from: no folder with one is replaced
    /// Boxes of the KITTI family so that OpenPCDet and MMDetection3D, which take camera and LiDAR as parallel, read
    /// them exactly; else by the exact transform of the devkit.
    bool openPcdetBoxes = false;

    [[nodiscard]] Split splitOf(FrameId frame) const
    {
        const auto found = splits.find(frame);
        return found == splits.end() ? Split::Train : found->second;
    }
};

struct ExportReport
{
    int frames = 0;
    int shapes = 0;
    QStringList notHeld; ///< sentences on what the format cannot hold, with counts
};

/// What an import found, matched to the frames of a scene: ready to become one edit.
struct ImportedShapes
{
    std::vector<Track> tracks;                           ///< ids count from 1 within this import
    std::vector<Shape> shapes;                           ///< `track` refers to those ids, `frame` to the scene's frames
    std::map<CalibrationId, Calibration> calibrations{}; ///< the scene's, with the cameras that they lacked
    std::map<ShapeId, double> scores{}; ///< of a detector's finds, as it gives them: any finite numbers, more is surer
    QStringList remarks;                ///< sentences with file and line on what could not be taken
    QStringList notes{};                ///< sentences on how it was read, where nothing is lost
};

/// What of the clouds goes along into a dataset, or is referred to where it is.
enum class CloudsHeld { None, Intensity, IntensityAndRing, AllFields };
/// Of which cameras of a frame something goes along: none, the one that KITTI takes (kittiCamera()), all.
enum class CamerasHeld { None, One, All };

/// What of a project a format can say, so that it comes back from a dataset: the one table of what is lost. The preview
/// of an export, its list of losses (lossesOf()) and the tests of all formats read it.
struct FormatHolds
{
    bool boxes = true;             ///< place, size and heading: to 1 mm and 0.01 degree
    bool tilt = false;             ///< roll and pitch
    bool classes = true;           ///< the name of any class, not only of a fixed set
    bool tracks = false;           ///< which boxes are one object through the frames
    bool numbers = false;          ///< the numbers of the tracks
    bool outlines = false;         ///< the completed contour
    bool emptyFrames = true;       ///< frames in which nothing is annotated
    bool everyBox = true;          ///< else only those that there is something to show of, in a picture or of a surface
    bool poses = false;            ///< where the sensor was in the world
    bool keyFrames = false;        ///< what is interpolated between frames where the object is known
    bool carried = false;          ///< what was carried over from another frame, told from what a person made
    bool splits = false;           ///< which frames are for training, validation and test
    bool attributes = false;       ///< all of them, whatever the taxonomy has
    QStringList attributeIds{};    ///< those that it has a place for, where it does not hold all
    QStringList attributeValues{}; ///< the only values that it has for those; empty: any
    CloudsHeld clouds = CloudsHeld::None;
    CamerasHeld pictures = CamerasHeld::None;
    CamerasHeld calibration = CamerasHeld::None; ///< how cameras stand to the LiDAR
    bool lenses = false;                         ///< how they bend straight lines
    bool times = false;                          ///< when frames were taken
    /// Times and poses only as from the first frame of the sequence: not when it was, nor where in the world.
    bool fromFirstFrame = false;
    bool uncalibratedPictures = true; ///< else only pictures of cameras whose place is known

    [[nodiscard]] bool holdsAttribute(const QString& attribute, const QJsonValue& value) const
    {
        return attributes || (attributeIds.contains(attribute) &&
                                 (attributeValues.isEmpty() || attributeValues.contains(value.toVariant().toString())));
    }
};

/// One way of handing annotation to training code. The dialogs, the command line, help and the tests read the table of
/// these.
struct DatasetFormat
{
    QString id;   ///< kitti, openlabel
    QString name; ///< for people
    Result<ExportReport> (*write)(
        const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);
    /// Null where the format only goes out.
    Result<ImportedShapes> (*read)(
        const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);
    bool carriesFiles = false; ///< clouds and images go along, linked or copied
    FormatHolds holds{};
    QStringList
        labelFiles{}; ///< where a dataset has its annotation, with wildcards in the names: training/label_2/*.txt
    QString version = QStringLiteral("1"); ///< of the format as we write it
    bool hasCameraBoxes = false;           ///< boxes stand in the camera's frame, see ExportOptions::openPcdetBoxes
};

std::span<const DatasetFormat> datasetFormats();
const DatasetFormat* datasetFormat(const QString& id);

/// Makes one edit of what an import found, as pre-labels that wait for a person: they are added to those that the
/// frames have, unless the same one is there already, which gets the new score. A find without a score counts as sure;
/// scores that are all in 0..100, with some above 20, as per cent, others outside 0..1 as log-odds. Nothing found, no
/// edit. Gives sentences on what that means for the finds.
Result<QStringList> applyAsPrelabels(Document& document, const ImportedShapes& imported, const DatasetFormat& format);

enum class FormatUse { Write, Read };
/// The ids of the formats that go that way, as help shows a choice: kitti|openlabel|...
QString formatChoice(FormatUse use);

/// Makes one edit of what an import found, with new ids; numbers that are taken by now are exchanged for free ones.
/// Nothing found, no edit.
Result<void> applyImport(Document& document, const ImportedShapes& imported, const DatasetFormat& format);

/// What a person wants of an import.
struct ImportWish
{
    bool asPrelabels = false;  ///< to be accepted one by one, see `applyAsPrelabels`; else as annotation
    bool allOrNothing = false; ///< nothing at all where something could not be taken
};

/// Applies what was found as the person wishes; gives all there is to say of it, the import's remarks and notes with
/// it. Error: also that something could not be taken where all was wanted.
Result<QStringList> applyImport(
    Document& document, const ImportedShapes& imported, const DatasetFormat& format, const ImportWish& wish);

} // namespace lunkuo
