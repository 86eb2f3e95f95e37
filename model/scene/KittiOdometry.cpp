#include "model/scene/KittiOdometry.h"

#include "model/formats/SemanticKitti.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/KittiFolder.h"
#include "model/scene/SequenceFiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiOdometry)
};

bool isFile(const QString& path)
{
    return QFileInfo(path).isFile();
}

bool hasPointLabels(const QString& sequence)
{
    return !QDir(sequence + QStringLiteral("/labels")).entryList({QStringLiteral("*.label")}, QDir::Files).isEmpty();
}

/// One folder is a sequence by itself only where something says that it is no part of the object dataset.
bool isSequence(const QString& folder)
{
    return !cloudsIn(folder + QStringLiteral("/velodyne")).isEmpty() &&
           !QFileInfo(folder + QStringLiteral("/calib")).isDir() &&
           (isFile(folder + QStringLiteral("/calib.txt")) || hasPointLabels(folder));
}

std::vector<FoundSequence> sequencesAt(const QDir& folder)
{
    if (isSequence(folder.absolutePath()))
        return {{folder.dirName(), folder.absolutePath()}};
    const QString above = folder.absoluteFilePath(QStringLiteral("sequences"));
    const QString root = QFileInfo(above).isDir() ? above : folder.absolutePath();
    std::vector<FoundSequence> result;
    if (QDir(root).dirName() != QLatin1String("sequences"))
        return result;
    for (const QString& name : foldersIn(root))
        if (!cloudsIn(root + u'/' + name + QStringLiteral("/velodyne")).isEmpty())
            result.push_back({name, root + u'/' + name});
    return result;
}

/// The benchmark keeps them apart; only those of its training sequences are public.
QString posesFor(const FoundSequence& sequence)
{
    const QString inside = sequence.folder + QStringLiteral("/poses.txt");
    const QString apart = QStringLiteral("%1/../../poses/%2.txt").arg(sequence.folder, sequence.name);
    if (isFile(inside))
        return inside;
    return isFile(apart) ? QDir::cleanPath(apart) : QString();
}

Result<OpenedData> openSequence(const FoundSequence& sequence, const Taxonomy& taxonomy, const Progress& progress)
{
    const QString clouds = sequence.folder + QStringLiteral("/velodyne");
    OpenedData data;
    data.scene = cloudSequence(taxonomy, sequence.name, sequence.folder, clouds, cloudsIn(clouds));
    if (const QString times = sequence.folder + QStringLiteral("/times.txt"); isFile(times))
        setTimes(times, data.scene, data.remarks);
    if (const QString poses = posesFor(sequence); !poses.isEmpty())
        setOdometryPoses(poses, sequence.folder, data.scene, data.remarks);
    addKittiFiles(sequence.folder, data.scene, data.remarks, progress);
    if (!progress.isCancelled() && hasPointLabels(sequence.folder)) {
        if (auto found = readSemanticKitti(data.scene, QDir(), sequence.folder, progress))
            addFound(std::move(*found), data.scene, data.remarks);
        else
            data.remarks.push_back(found.error().sentence);
    }
    return data;
}
} // namespace

bool isKittiOdometry(const QDir& folder)
{
    return !sequencesAt(folder).empty();
}

QStringList kittiOdometryNames(const QDir& folder)
{
    return namesOf(sequencesAt(folder));
}

Result<OpenedData> openKittiOdometry(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress)
{
    return openSequences(sequencesAt(folder), taxonomy, choice, progress,
        [&taxonomy](
            const FoundSequence& sequence, const Progress& inner) { return openSequence(sequence, taxonomy, inner); });
}

} // namespace lunkuo
