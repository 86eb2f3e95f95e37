#include "model/scene/OpenData.h"

#include "model/bag/BagUnpacking.h"
#include "model/cloud/CloudFormat.h"
#include "model/formats/Sustech.h"
#include "model/formats/SustechPoses.h"
#include "model/scene/CalibratedCameras.h"
#include "model/scene/CameraFolder.h"
#include "model/scene/CameraSoundness.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/DataLayout.h"
#include "model/scene/KittiDrives.h"
#include "model/scene/KittiFolder.h"
#include "model/scene/KittiOdometry.h"
#include "model/scene/KittiTrackingData.h"
#include "model/scene/NuscenesData.h"
#include "model/scene/PandaSetPoses.h"
#include "model/scene/SequenceFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenData)
};

/// Where the clouds of a sequence are, and the folder that the files belonging to them start from.
struct Place
{
    QString root;
    QString cloudFolder;
    QStringList cloudFiles; ///< names within cloudFolder, in natural order
    bool isKitti = false;
};

/// Clouds of one folder, where those of any other kind go before text.
bool areText(const QStringList& clouds)
{
    return !clouds.isEmpty() && cloudFormatFor(clouds.front())->id == QLatin1String("text");
}

/// Whether the names may be those of lists and notes as well.
bool mayBeNotes(const QStringList& clouds)
{
    return std::all_of(clouds.begin(), clouds.end(), [](const QString& name) {
        return name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive) ||
               name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    });
}

/// The names of the folders in a folder that hold clouds; those with text alone only where there are no others.
QStringList foldersWithClouds(const QDir& folder)
{
    QStringList result;
    QStringList withText;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QStringList clouds = cloudsIn(folder.filePath(name));
        if (!clouds.isEmpty())
            (areText(clouds) ? withText : result).push_back(name);
    }
    return result.isEmpty() ? withText : result;
}

Result<Place> placeOfFile(const QString& path)
{
    const QFileInfo file(path);
    if (!cloudFormatFor(path))
        return failure(
            Text::tr("“%1” is no point cloud: its name should end in one of %2.").arg(path, knownCloudSuffixes()));
    if (!file.isReadable())
        return failure(Text::tr("“%1” cannot be read: permission denied.").arg(path));
    return Place{file.absolutePath(), file.absolutePath(), {file.fileName()}, false};
}

Result<Place> placeInFolder(const QString& path)
{
    const QDir folder(path);
    if (!folder.isReadable())
        return failure(Text::tr("The folder “%1” cannot be read: permission denied.").arg(path));
    for (const QString& root : {folder.absolutePath(), folder.absoluteFilePath(QStringLiteral("training"))}) {
        const QString velodyne = root + QStringLiteral("/velodyne");
        if (const QStringList clouds = cloudsIn(velodyne); !clouds.isEmpty())
            return Place{root, velodyne, clouds, true};
        if (QFileInfo(velodyne).isDir())
            return failure(Text::tr("The folder “%1” holds no point clouds (%2).").arg(velodyne, knownCloudSuffixes()));
    }
    const QStringList here = cloudsIn(path);
    const QStringList withClouds = here.isEmpty() || mayBeNotes(here) ? foldersWithClouds(folder) : QStringList();
    // Lists and notes above folders of other clouds speak of them.
    const bool isAboveClouds = !withClouds.isEmpty() && !areText(cloudsIn(folder.filePath(withClouds.front())));
    if (!here.isEmpty() && !isAboveClouds)
        return Place{folder.absolutePath(), folder.absolutePath(), here, false};
    if (withClouds.isEmpty())
        return failure(Text::tr("The folder “%1” holds no point clouds (%2).").arg(path, knownCloudSuffixes()));
    if (withClouds.size() > 1)
        return failure(Text::tr("“%1” holds several folders with point clouds (%2): choose one of them.")
                           .arg(path, withClouds.join(QStringLiteral(", "))));
    const QString clouds = folder.absoluteFilePath(withClouds.front());
    return Place{folder.absolutePath(), clouds, cloudsIn(clouds), false};
}

/// A bag holds no files that a project could name, so it is unpacked first.
Result<Place> placeOfBag(const QString& path)
{
    const QString unpacked = unpackedFolderFor(path);
    if (isUnpackedFrom(unpacked, path))
        return placeInFolder(unpacked);
    if (const auto contents = bagContents(path); !contents)
        return tl::unexpected(contents.error());
    if (isUnpackedBag(unpacked))
        return failure(
            Text::tr("“%1” is a ROS 2 bag, but “%2” holds what another one was unpacked into, or what this one "
                     "was before it changed: unpack it into a folder of another name.")
                .arg(path, unpacked));
    return failure(
        Text::tr("“%1” is a ROS 2 bag: unpack it first, with “New project from data” or “lunkuo new”.").arg(path));
}

/// A recording may lie beside clouds; text beside a recording is about it.
bool isBagAlone(const QString& path)
{
    if (!RosBag::isBag(path) || !QFileInfo(path).isDir())
        return RosBag::isBag(path);
    const auto place = placeInFolder(path);
    return !place || areText(place->cloudFiles);
}

Result<Place> placeAt(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Text::tr("“%1” does not exist.").arg(path));
    if (isBagAlone(path))
        return placeOfBag(path);
    return info.isDir() ? placeInFolder(path) : placeOfFile(path);
}

/// The first of the files that is there: beside the clouds, or in the folder above them.
QString fileBeside(const Place& place, const QStringList& names)
{
    for (const QString& name : names)
        for (const QString& folder : {place.root, place.cloudFolder})
            if (const QString path = folder + u'/' + name; QFileInfo(path).isFile())
                return path;
    return {};
}

void addMoments(const Place& place, OpenedData& data)
{
    const QString times = fileBeside(place, {QStringLiteral("times.txt"), QStringLiteral("timestamps.txt")});
    if (!setTimesFromNames(data.scene) && !times.isEmpty())
        setTimes(times, data.scene, data.remarks);
    const QString poses = fileBeside(place, {QStringLiteral("poses.txt")});
    if (poses.isEmpty())
        return;
    if (place.isKitti && isOdometryFolder(place.root))
        setOdometryPoses(poses, place.root, data.scene, data.remarks);
    else
        setPoses(poses, Eigen::Isometry3d::Identity(), data.scene, data.remarks);
}

/// What a PandaSet drive says of itself, by the numbers that its clouds are named by.
void setPandaSetMoments(const Place& place, OpenedData& data)
{
    const auto moments = pandaSetMoments(place.root);
    if (!moments) {
        data.remarks.push_back(moments.error().sentence);
        return;
    }
    for (auto& [id, frame] : data.scene.frames) {
        bool isNumber = false;
        const auto moment = moments->find(frame.name.toInt(&isNumber));
        if (!isNumber || moment == moments->end())
            continue;
        if (!frame.world_ego)
            frame.world_ego = moment->second.world_ego;
        if (!frame.timestamp_ns)
            frame.timestamp_ns = moment->second.timestamp_ns;
    }
}

/// Where some frames of a sequence have none, nothing says how these stand to the others: boxes would jump by as far as
/// the world's origin is away.
void keepPosesOfAllOrNone(OpenedData& data)
{
    auto& frames = data.scene.frames;
    for (const auto& [id, sequence] : data.scene.sequences) {
        const auto ids = data.scene.framesOf(id);
        const auto posed = std::count_if(
            ids.begin(), ids.end(), [&](FrameId frame) { return frames.at(frame).world_ego.has_value(); });
        if (posed == 0 || posed == static_cast<std::ptrdiff_t>(ids.size()))
            continue;
        for (const FrameId frame : ids)
            frames.at(frame).world_ego.reset();
        const QString sentence = Text::tr(
            "Only %1 of %2 frames have a pose, so poses were left out: objects are followed in the sensor’s frame.")
                                     .arg(posed)
                                     .arg(ids.size());
        data.remarks.push_back(
            data.scene.sequences.size() == 1 ? sentence : Text::tr("“%1”: %2").arg(sequence.name, sentence));
    }
}

/// The number of a frame says nothing beside moments on a clock: objects would jump.
void keepTimesOfAllOrSpread(OpenedData& data)
{
    auto& frames = data.scene.frames;
    for (const auto& [id, sequence] : data.scene.sequences) {
        const auto ids = data.scene.framesOf(id);
        const auto timed = std::count_if(
            ids.begin(), ids.end(), [&](FrameId frame) { return frames.at(frame).timestamp_ns.has_value(); });
        if (timed == 0 || timed == std::ssize(ids))
            continue;
        spreadTimes(ids, frames);
        const QString sentence = Text::tr("Only %1 of %2 frames have a time; the others were put evenly between them.")
                                     .arg(timed)
                                     .arg(ids.size());
        data.remarks.push_back(
            data.scene.sequences.size() == 1 ? sentence : Text::tr("“%1”: %2").arg(sequence.name, sentence));
    }
}

/// SUSTechPOINTS keeps clouds in lidar/ and a list of boxes per frame in label/ beside it.
void addSustechLabels(const Place& place, OpenedData& data, const Progress& progress)
{
    const QString labels = place.root + QStringLiteral("/label");
    if (QFileInfo(place.cloudFolder).fileName() != QLatin1String("lidar") ||
        QDir(labels).entryList({QStringLiteral("*.json")}, QDir::Files).isEmpty())
        return;
    data.layout = QStringLiteral("SUSTechPOINTS");
    if (auto found = readSustech(data.scene, QDir(), labels, progress))
        addFound(std::move(*found), data.scene, data.remarks);
    else
        data.remarks.push_back(found.error().sentence);
}

/// `folder` is what the person has chosen; the sequence is called as it is.
OpenedData openPlace(const Place& place, const QString& folder, const Taxonomy& taxonomy, const Progress& progress)
{
    OpenedData data;
    data.scene = cloudSequence(taxonomy, QDir(folder).dirName(), folder, place.cloudFolder, place.cloudFiles);
    addMoments(place, data);
    setPandaSetMoments(place, data);
    if (place.isKitti) {
        data.layout = QStringLiteral("KITTI");
        addKittiFiles(place.root, data.scene, data.remarks, progress);
    } else if (const QString calibration = fileBeside(place, {QStringLiteral("calib.json")}); !calibration.isEmpty()) {
        addCalibratedCameras(calibration, data.scene, data.remarks, progress);
    } else {
        addCameraFolder(place.root, data.scene, data.remarks, progress);
    }
    if (setSustechPoses(place.root, data.scene, data.remarks))
        data.layout = QStringLiteral("SUSTechPOINTS");
    addSustechLabels(place, data, progress);
    return data;
}

Result<OpenedData> openClouds(const QString& path, const Taxonomy& taxonomy, const Progress& progress)
{
    const auto place = placeAt(path);
    if (!place)
        return tl::unexpected(place.error());
    return openPlace(*place, QFileInfo(path).absoluteFilePath(), taxonomy, progress);
}

/// Folders with clouds in lidar/, as SUSTechPOINTS keeps scenes side by side.
std::vector<FoundSequence> scenesAt(const QDir& folder)
{
    std::vector<FoundSequence> result;
    if (QFileInfo(folder.filePath(QStringLiteral("lidar"))).isDir())
        return result;
    for (const QString& name : foldersIn(folder.absolutePath()))
        if (const QString scene = folder.absoluteFilePath(name); !cloudsIn(scene + QStringLiteral("/lidar")).isEmpty())
            result.push_back({name, scene});
    return result;
}

bool isScenes(const QDir& folder)
{
    return !scenesAt(folder).empty();
}

Result<OpenedData> openScenes(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress)
{
    return openSequences(scenesAt(folder), taxonomy, choice, progress,
        [&taxonomy](const FoundSequence& scene, const Progress& inner) -> Result<OpenedData> {
            // Whatever else lies in the scene.
            const QString clouds = scene.folder + QStringLiteral("/lidar");
            return openPlace({scene.folder, clouds, cloudsIn(clouds)}, scene.folder, taxonomy, inner);
        });
}

/// Leaves out the cameras that nobody has asked for. Error: one sentence, where one that was asked for is not there.
Result<void> keepCameras(const QStringList& wanted, OpenedData& data)
{
    QStringList known;
    const auto isOther = [&](const QString& name) {
        if (!known.contains(name))
            known.push_back(name);
        return !wanted.contains(name);
    };
    for (auto& [id, frame] : data.scene.frames)
        std::erase_if(frame.images, [&](const FrameImage& image) { return isOther(image.camera); });
    for (auto& [id, calibration] : data.scene.calibrations)
        std::erase_if(calibration.cameras, [&](const Camera& camera) { return isOther(camera.name); });
    for (const QString& name : wanted)
        if (!known.contains(name))
            return failure(Text::tr("There is no camera “%1”; there are: %2.")
                               .arg(name, known.mid(0, 20).join(QStringLiteral(", "))));
    return {};
}

const DataLayout* layoutOf(const QString& path)
{
    const auto layouts = dataLayouts();
    const QDir folder(QFileInfo(path).absoluteFilePath());
    const auto layout = std::find_if(layouts.begin(), layouts.end(),
        [&](const DataLayout& known) { return QFileInfo(path).isDir() && known.isAt(folder); });
    return layout == layouts.end() ? nullptr : &*layout;
}
} // namespace

std::span<const DataLayout> dataLayouts()
{
    static const std::array layouts{
        DataLayout{QStringLiteral("nuScenes"), isNuscenesData, openNuscenesData},
        DataLayout{QStringLiteral("KITTI raw"), isKittiDrives, openKittiDrives, kittiDriveNames},
        DataLayout{QStringLiteral("KITTI tracking"), isKittiTracking, openKittiTracking, kittiTrackingNames},
        DataLayout{
            QStringLiteral("KITTI odometry / SemanticKITTI"), isKittiOdometry, openKittiOdometry, kittiOdometryNames},
        DataLayout{QStringLiteral("SUSTechPOINTS"), isScenes, openScenes,
            [](const QDir& folder) { return namesOf(scenesAt(folder)); }},
    };
    return layouts;
}

Result<OpenedData> openData(
    const QString& path, const Taxonomy& taxonomy, const Progress& progress, const DataChoice& choice)
{
    const DataLayout* layout = layoutOf(path);
    auto data = layout ? layout->open(QDir(QFileInfo(path).absoluteFilePath()), taxonomy, choice, progress)
                       : openClouds(path, taxonomy, progress);
    if (progress.isCancelled())
        return failure(Text::tr("Opening “%1” was cancelled.").arg(path));
    if (!data)
        return data;
    if (choice.cameras)
        if (const auto kept = keepCameras(*choice.cameras, *data); !kept)
            return tl::unexpected(kept.error());
    if (layout)
        data->layout = layout->name;
    dropUnsoundCameras(data->scene, data->remarks);
    keepPosesOfAllOrNone(*data);
    keepTimesOfAllOrSpread(*data);
    if (data->sequences.isEmpty())
        for (const auto& [id, sequence] : data->scene.sequences)
            data->sequences.push_back(sequence.name);
    return data;
}

QStringList sequencesAt(const QString& path)
{
    const DataLayout* layout = layoutOf(path);
    return layout && layout->sequences ? layout->sequences(QDir(QFileInfo(path).absoluteFilePath())) : QStringList();
}

bool isBagAt(const QString& path)
{
    return !layoutOf(path) && isBagAlone(path);
}

} // namespace lunkuo
