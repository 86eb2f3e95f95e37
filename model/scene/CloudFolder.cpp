#include "model/scene/CloudFolder.h"

#include "model/cloud/CloudFormat.h"
#include "model/scene/FrameFiles.h"

#include <QDir>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
bool isText(const QString& file)
{
    return cloudFormatFor(file)->id == QLatin1String("text");
}

/// Names without suffix; with it where two files differ in nothing else.
QStringList frameNames(const QStringList& files)
{
    std::map<QString, int> uses;
    for (const QString& file : files)
        ++uses[withoutCloudSuffix(file)];
    QStringList result;
    for (const QString& file : files)
        result.push_back(uses[withoutCloudSuffix(file)] == 1 ? withoutCloudSuffix(file) : file);
    return result;
}

template <class Table>
qint64 lastIdOf(const Table& table)
{
    return table.empty() ? 0 : table.rbegin()->first.value;
}
} // namespace

QStringList cloudsIn(const QString& folder)
{
    static const QStringList lists{QStringLiteral("times.txt"), QStringLiteral("timestamps.txt"),
        QStringLiteral("poses.txt"), QStringLiteral("calib.txt")};
    QStringList result;
    for (const QString& name : QDir(folder).entryList(QDir::Files))
        if (cloudFormatFor(name) && !lists.contains(name))
            result.push_back(name);
    if (!std::all_of(result.begin(), result.end(), isText))
        result.removeIf(isText);
    std::sort(result.begin(), result.end(), naturallyLess);
    return result;
}

QStringList foldersIn(const QString& folder)
{
    QStringList result = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(result.begin(), result.end(), naturallyLess);
    return result;
}

QString withoutCloudSuffix(const QString& file)
{
    QString suffix;
    if (const CloudFormat* format = cloudFormatFor(file))
        for (const QString& candidate : format->suffixes)
            if (file.endsWith(candidate, Qt::CaseInsensitive) && candidate.size() > suffix.size())
                suffix = candidate;
    return file.chopped(suffix.size());
}

QString knownCloudSuffixes()
{
    QStringList result;
    for (const CloudFormat& format : cloudFormats())
        result += format.suffixes;
    return result.join(QStringLiteral(", "));
}

Scene cloudSequence(const Taxonomy& taxonomy, const QString& name, const QString& folder, const QString& cloudFolder,
    const QStringList& clouds)
{
    Scene scene;
    scene.taxonomy = taxonomy;
    const Sequence sequence{{1}, name, folder};
    const QStringList names = frameNames(clouds);
    for (qsizetype i = 0; i < clouds.size(); ++i) {
        Frame frame;
        frame.id = {i + 1};
        frame.sequence = sequence.id;
        frame.index = static_cast<int>(i);
        frame.name = names[i];
        frame.cloudPath = cloudFolder + u'/' + clouds[i];
        frame.calibration = uncalibrated;
        scene.frames.emplace(frame.id, frame);
    }
    scene.sequences.emplace(sequence.id, sequence);
    Calibration calibration;
    calibration.id = uncalibrated;
    scene.calibrations.emplace(calibration.id, calibration);
    return scene;
}

void dropUnused(Scene& scene)
{
    if (std::none_of(scene.frames.begin(), scene.frames.end(),
            [](const auto& entry) { return entry.second.calibration == uncalibrated; }))
        scene.calibrations.erase(uncalibrated);
}

void append(Scene&& more, Scene& into)
{
    const qint64 sequences = lastIdOf(into.sequences);
    const qint64 calibrations = lastIdOf(into.calibrations);
    const qint64 frames = lastIdOf(into.frames);
    const qint64 tracks = lastIdOf(into.tracks);
    const qint64 shapes = into.shapes.empty() ? 0 : into.shapes.rbegin()->first.value;
    for (auto& [id, sequence] : more.sequences) {
        sequence.id.value += sequences;
        into.sequences.emplace(sequence.id, std::move(sequence));
    }
    for (auto& [id, calibration] : more.calibrations) {
        calibration.id.value += calibrations;
        into.calibrations.emplace(calibration.id, std::move(calibration));
    }
    for (auto& [id, frame] : more.frames) {
        frame.id.value += frames;
        frame.sequence.value += sequences;
        frame.calibration.value += calibrations;
        into.frames.emplace(frame.id, std::move(frame));
    }
    for (auto& [id, track] : more.tracks) {
        track.id.value += tracks;
        track.sequence.value += sequences;
        into.tracks.emplace(track.id, std::move(track));
    }
    for (const auto& [id, shape] : more.shapes) {
        Shape moved = shape;
        moved.id.value += shapes;
        moved.track.value += tracks;
        moved.frame.value += frames;
        into.shapes.insert(std::move(moved));
    }
}

} // namespace lunkuo
