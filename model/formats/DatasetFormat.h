#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/document/Document.h"
#include "model/scene/Scene.h"

#include <QDir>
#include <QStringList>
#include <map>
#include <span>
#include <vector>

namespace lunkuo
{

enum class Split { Train, Val, Test };

struct ExportOptions
{
    QString folder;        ///< where the dataset goes; written beside it and renamed when whole
    bool replace = false;  ///< an existing dataset there may be replaced
    bool linkFiles = true; ///< clouds and images are hard-linked or symlinked where the file system can, else copied
    std::map<FrameId, Split> splits{}; ///< what each frame is for; one that is not named is for training

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
    QStringList remarks;                                 ///< sentences with file and line on what could not be taken
};

/// One way of handing annotation to training code. The dialogs, the command line, help and the tests read the table of
/// these.
struct DatasetFormat
{
    QString id;   ///< kitti, openlabel
    QString name; ///< for people
    Result<ExportReport> (*write)(
        const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);
    Result<ImportedShapes> (*read)(
        const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);
    bool carriesFiles = false; ///< clouds and images go along, linked or copied
};

std::span<const DatasetFormat> datasetFormats();
const DatasetFormat* datasetFormat(const QString& id);

/// Makes one edit of what an import found, with new ids; numbers that are taken by now are exchanged for free ones.
/// Nothing found, no edit.
Result<void> applyImport(Document& document, const ImportedShapes& imported, const DatasetFormat& format);

} // namespace lunkuo
