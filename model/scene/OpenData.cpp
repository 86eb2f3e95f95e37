#include "model/scene/OpenData.h"

#include "model/cloud/CloudFormat.h"
#include "model/scene/CameraFolder.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/KittiFolder.h"
#include "model/scene/PandaSetPoses.h"

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

QString timesFile()
{
    return QStringLiteral("times.txt");
}

QString timestampsFile()
{
    return QStringLiteral("timestamps.txt");
}

QString posesFile()
{
    return QStringLiteral("poses.txt");
}

/// Where the clouds of a sequence are, and the folder that the files belonging to them start from.
struct Place
{
    QString root;
    QString cloudFolder;
    QStringList cloudFiles; ///< names within cloudFolder, in natural order
    bool isKitti = false;
};

bool isText(const QString& file)
{
    return cloudFormatFor(file)->id == QLatin1String("text");
}

/// The clouds of a folder. Text beside clouds of other kinds is something else: labels, times, poses.
QStringList cloudsIn(const QString& folder)
{
    static const QStringList lists{timesFile(), timestampsFile(), posesFile(), QStringLiteral("calib.txt")};
    QStringList result;
    for (const QString& name : QDir(folder).entryList(QDir::Files))
        if (cloudFormatFor(name) && !lists.contains(name))
            result.push_back(name);
    if (!std::all_of(result.begin(), result.end(), isText))
        result.removeIf(isText);
    std::sort(result.begin(), result.end(), naturallyLess);
    return result;
}

/// The names of the folders in a folder that hold clouds; those with text alone only where there are no others.
QStringList foldersWithClouds(const QDir& folder)
{
    QStringList result;
    QStringList withText;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QStringList clouds = cloudsIn(folder.filePath(name));
        if (!clouds.isEmpty())
            (isText(clouds.front()) ? withText : result).push_back(name);
    }
    return result.isEmpty() ? withText : result;
}

QString knownSuffixes()
{
    QStringList result;
    for (const CloudFormat& format : cloudFormats())
        result += format.suffixes;
    return result.join(QStringLiteral(", "));
}

Result<Place> placeOfFile(const QString& path)
{
    const QFileInfo file(path);
    if (!cloudFormatFor(path))
        return failure(
            Text::tr("“%1” is no point cloud: its name should end in one of %2.").arg(path, knownSuffixes()));
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
            return failure(Text::tr("The folder “%1” holds no point clouds (%2).").arg(velodyne, knownSuffixes()));
    }
    if (const QStringList clouds = cloudsIn(path); !clouds.isEmpty())
        return Place{folder.absolutePath(), folder.absolutePath(), clouds, false};

    const QStringList withClouds = foldersWithClouds(folder);
    if (withClouds.isEmpty())
        return failure(Text::tr("The folder “%1” holds no point clouds (%2).").arg(path, knownSuffixes()));
    if (withClouds.size() > 1)
        return failure(Text::tr("“%1” holds several folders with point clouds (%2): choose one of them.")
                           .arg(path, withClouds.join(QStringLiteral(", "))));
    const QString clouds = folder.absoluteFilePath(withClouds.front());
    return Place{folder.absolutePath(), clouds, cloudsIn(clouds), false};
}

Result<Place> placeAt(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Text::tr("“%1” does not exist.").arg(path));
    return info.isDir() ? placeInFolder(path) : placeOfFile(path);
}

QString withoutSuffix(const QString& file)
{
    QString suffix;
    for (const QString& candidate : cloudFormatFor(file)->suffixes)
        if (file.endsWith(candidate, Qt::CaseInsensitive) && candidate.size() > suffix.size())
            suffix = candidate;
    return file.chopped(suffix.size());
}

/// Names without suffix; with it where two files differ in nothing else.
QStringList frameNames(const QStringList& files)
{
    std::map<QString, int> uses;
    for (const QString& file : files)
        ++uses[withoutSuffix(file)];
    QStringList result;
    for (const QString& file : files)
        result.push_back(uses[withoutSuffix(file)] == 1 ? withoutSuffix(file) : file);
    return result;
}

void addFrames(const Place& place, const QString& path, Scene& scene)
{
    Sequence sequence;
    sequence.id = {1};
    sequence.folder = QFileInfo(path).absoluteFilePath();
    sequence.name = QDir(sequence.folder).dirName();
    Calibration calibration;
    calibration.id = {1};
    const QStringList names = frameNames(place.cloudFiles);
    for (qsizetype i = 0; i < place.cloudFiles.size(); ++i) {
        Frame frame;
        frame.id = {i + 1};
        frame.sequence = sequence.id;
        frame.index = static_cast<int>(i);
        frame.name = names[i];
        frame.cloudPath = place.cloudFolder + u'/' + place.cloudFiles[i];
        frame.calibration = calibration.id;
        scene.frames.emplace(frame.id, frame);
    }
    scene.sequences.emplace(sequence.id, sequence);
    scene.calibrations.emplace(calibration.id, calibration);
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

bool matches(std::size_t count, const Scene& scene, const QString& path, QStringList& remarks)
{
    if (count == scene.frames.size())
        return true;
    remarks.push_back(
        Text::tr("“%1” has %2 lines for %3 frames, so it was left out.").arg(path).arg(count).arg(scene.frames.size()));
    return false;
}

bool setTimesFromNames(Scene& scene)
{
    for (const auto& [id, frame] : scene.frames)
        if (!timestampOf(frame.name))
            return false;
    for (auto& [id, frame] : scene.frames)
        frame.timestamp_ns = timestampOf(frame.name);
    return true;
}

void setTimes(const Place& place, OpenedData& data)
{
    if (setTimesFromNames(data.scene))
        return;
    const QString path = fileBeside(place, {timesFile(), timestampsFile()});
    if (path.isEmpty())
        return;
    const auto times = readTimes(path);
    if (!times)
        data.remarks.push_back(times.error().sentence);
    else if (matches(times->size(), data.scene, path, data.remarks))
        for (auto& [id, frame] : data.scene.frames)
            frame.timestamp_ns = (*times)[static_cast<std::size_t>(frame.index)];
}

void setPoses(const Place& place, OpenedData& data)
{
    const QString path = fileBeside(place, {posesFile()});
    if (path.isEmpty())
        return;
    const auto poses = readPoses(path);
    if (!poses) {
        data.remarks.push_back(poses.error().sentence);
        return;
    }
    if (!matches(poses->size(), data.scene, path, data.remarks))
        return;
    const Eigen::Isometry3d posed_sensor =
        place.isKitti ? odometryCamera_sensor(place.root) : Eigen::Isometry3d::Identity();
    for (auto& [id, frame] : data.scene.frames) {
        const Eigen::Isometry3d& pose = (*poses)[static_cast<std::size_t>(frame.index)];
        frame.world_ego = Transform<WorldFrame, EgoFrame>{posed_sensor.inverse() * pose * posed_sensor};
    }
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

/// Where some frames have none, nothing says how these stand to the others: boxes would jump by as far as the world's
/// origin is away.
void keepPosesOfAllOrNone(OpenedData& data)
{
    auto& frames = data.scene.frames;
    const auto posed = std::count_if(
        frames.begin(), frames.end(), [](const auto& entry) { return entry.second.world_ego.has_value(); });
    if (posed == 0 || posed == static_cast<std::ptrdiff_t>(frames.size()))
        return;
    for (auto& [id, frame] : frames)
        frame.world_ego.reset();
    data.remarks.push_back(Text::tr(
        "Only %1 of %2 frames have a pose, so poses were left out: objects are followed in the sensor’s frame.")
                               .arg(posed)
                               .arg(frames.size()));
}
} // namespace

Result<OpenedData> openData(const QString& path, const Taxonomy& taxonomy, const Progress& progress)
{
    const auto place = placeAt(path);
    if (!place)
        return tl::unexpected(place.error());
    OpenedData data;
    data.scene.taxonomy = taxonomy;
    addFrames(*place, path, data.scene);
    setTimes(*place, data);
    setPoses(*place, data);
    setPandaSetMoments(*place, data);
    keepPosesOfAllOrNone(data);
    if (place->isKitti)
        addKittiFiles(place->root, data.scene, data.remarks, progress);
    else
        addCameraFolder(place->root, data.scene, data.remarks, progress);
    if (progress.isCancelled())
        return failure(Text::tr("Opening “%1” was cancelled.").arg(path));
    return data;
}

} // namespace lunkuo
