#include "model/formats/DatasetSearch.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/FrameFinder.h"
#include "model/formats/KittiRaw.h"
#include "model/formats/KittiShapes.h"
#include "model/formats/TrackedShapes.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiRawImport)
};

using Pose = KittiTracklet::Pose;

/// Lines of a number and a word beside a file of tracklets; empty where there is no such file.
std::map<qint64, QString> listBeside(const QString& path, const char16_t* name)
{
    std::map<qint64, QString> result;
    const QString list = QFileInfo(path).dir().filePath(QString::fromUtf16(name));
    const auto text = QFileInfo(list).isFile() ? readWhole(list) : failure(QString());
    for (const QByteArray& line : text ? text->split('\n') : QList<QByteArray>()) {
        const QString trimmed = QString::fromUtf8(line).trimmed();
        bool isNumber = false;
        const qsizetype blank = trimmed.indexOf(u' ');
        const qint64 number = trimmed.left(blank).toLongLong(&isNumber);
        if (blank > 0 && isNumber)
            result[number] = trimmed.mid(blank + 1).trimmed();
    }
    return result;
}

/// Which frame the number of a tracklet's pose means.
class FrameNumbers
{
public:
    FrameNumbers(const FrameFinder& frames, SequenceId sequence, const QString& path, const KittiTracklets& file)
        : m_frames(frames)
        , m_sequence(sequence)
        , m_listed(listBeside(path, trackletFrames))
    {
        for (const KittiTracklet& tracklet : file.tracklets)
            m_isNamed = m_isNamed || named(tracklet.firstFrame).isValid();
    }

    [[nodiscard]] FrameId frameOf(qint64 number) const
    {
        if (!m_listed.empty()) {
            const auto found = m_listed.find(number);
            return found == m_listed.end() ? FrameId() : m_frames.frameOf(m_sequence, found->second);
        }
        return m_isNamed ? named(number) : m_frames.at(m_sequence, number);
    }

private:
    [[nodiscard]] FrameId named(qint64 number) const
    {
        return m_frames.frameOf(m_sequence, QStringLiteral("%1").arg(number, 10, 10, QLatin1Char('0')));
    }

    const FrameFinder& m_frames;
    SequenceId m_sequence;
    std::map<qint64, QString> m_listed;
    bool m_isNamed = false;
};

Cuboid cuboidOf(const KittiTracklet& tracklet, const Pose& pose, TrackletReading reading)
{
    Cuboid result{pose.place, sizeIn(reading, tracklet), fromEuler(pose.angles)};
    if (reading == TrackletReading::Kitti)
        result.center += result.rotation * Eigen::Vector3d(0.0, 0.0, 0.5 * result.size.z());
    return result;
}

/// Frames that a tracklet only passes over.
bool isGap(const Pose& pose, TrackletReading reading)
{
    return pose.truncation >= Pose::outOfImage && (pose.state == 0 || reading != TrackletReading::Kitti);
}

QString sentenceOf(TrackletReading reading, const QString& path)
{
    switch (reading) {
    case TrackletReading::Kitti:
        return Text::tr("“%1” was read as KITTI's own: l along the object, w across, h up, bottom centre.").arg(path);
    case TrackletReading::Cvat:
        return Text::tr("“%1” was read as CVAT's: w along the object, h across, l up, geometric centre.").arg(path);
    case TrackletReading::CvatLater:
        break;
    }
    return Text::tr("“%1” was read as that of later Datumaro: h along the object, w across, l up, geometric centre.")
        .arg(path);
}

void addTracklets(const KittiTracklets& file, const QString& path, const FrameNumbers& frames, const Scene& scene,
    const Progress& progress, TrackedShapes& shapes)
{
    const auto tracks = listBeside(path, trackletTracks);
    // Our own exports have that list, and they write as KITTI does.
    const TrackletReading reading = tracks.empty() ? likelyReading(file, scene.taxonomy) : TrackletReading::Kitti;
    if (!file.tracklets.empty())
        shapes.addNote(sentenceOf(reading, path));
    int gaps = 0;
    for (std::size_t i = 0; i < file.tracklets.size() && !progress.isCancelled(); ++i) {
        const KittiTracklet& tracklet = file.tracklets[i];
        const auto track = tracks.find(static_cast<qint64>(i));
        const int number = track == tracks.end() ? 0 : track->second.toInt();
        // Two lists count from different places, so their keys must differ.
        const QString key = number > 0 ? QStringLiteral("track %1").arg(number) : QStringLiteral("tracklet %1").arg(i);
        if (!(std::min({tracklet.h, tracklet.w, tracklet.l}) > 0.0)) {
            shapes.refuse(Text::tr("“%1”, line %2: a tracklet with h, w and l above 0 was expected.")
                              .arg(path)
                              .arg(tracklet.line));
            continue;
        }
        for (std::size_t p = 0; p < tracklet.poses.size(); ++p) {
            const Pose& pose = tracklet.poses[p];
            const qint64 frameNumber = tracklet.firstFrame + static_cast<qint64>(p);
            const FrameId frame = frames.frameOf(frameNumber);
            if (isGap(pose, reading)) {
                ++gaps;
            } else if (!frame.isValid()) {
                shapes.countStranger(QString::number(frameNumber));
            } else if (auto added = shapes.add(key, tracklet.type, frame, cuboidOf(tracklet, pose, reading), number)) {
                setOcclusion(shapes, *added, pose.occlusion);
            }
        }
    }
    if (gaps > 0)
        shapes.addNote(Text::tr("Poses of “%1” that only fill gaps, left out: %2.").arg(path).arg(gaps));
}
} // namespace

Eigen::Vector3d sizeIn(TrackletReading reading, const KittiTracklet& tracklet)
{
    switch (reading) {
    case TrackletReading::Cvat:
        return {tracklet.w, tracklet.h, tracklet.l};
    case TrackletReading::CvatLater:
        return {tracklet.h, tracklet.w, tracklet.l};
    case TrackletReading::Kitti:
        break;
    }
    return {tracklet.l, tracklet.w, tracklet.h};
}

TrackletReading likelyReading(const KittiTracklets& file, const Taxonomy& taxonomy)
{
    // Only KITTI's own poses are of that version.
    if (file.poseVersion >= 2)
        return TrackletReading::Kitti;
    constexpr double trustInVersion = 0.3; ///< as a factor of size, e^0.3
    TrackletReading best = TrackletReading::Kitti;
    double least = std::numeric_limits<double>::infinity();
    for (const TrackletReading reading : {TrackletReading::Kitti, TrackletReading::Cvat, TrackletReading::CvatLater}) {
        double known = 0.0;
        double knownCount = 0.0;
        double other = 0.0;
        for (const KittiTracklet& tracklet : file.tracklets) {
            const auto found = std::find_if(taxonomy.classes.begin(), taxonomy.classes.end(),
                [&](const ClassDef& c) { return c.id.compare(tracklet.type, Qt::CaseInsensitive) == 0; });
            const bool isKnown = found != taxonomy.classes.end();
            const Eigen::Vector3d usual = isKnown ? found->defaultSize : ClassDef().defaultSize;
            // A factor of ten is as wrong as any.
            const double wrong =
                (sizeIn(reading, tracklet).cwiseMax(1e-3).array().log() - usual.array().log()).abs().min(2.3).sum();
            (isKnown ? known : other) += wrong;
            knownCount += isKnown ? 1.0 : 0.0;
        }
        const double cost =
            (knownCount > 0.0 ? known / knownCount
                              : other / static_cast<double>(std::max<std::size_t>(1, file.tracklets.size()))) +
            (reading == TrackletReading::Kitti ? trustInVersion : 0.0);
        if (cost < least) {
            least = cost;
            best = reading;
        }
    }
    return best;
}

Result<ImportedShapes> readKittiRaw(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const QStringList files = filesNamed(source, QString::fromUtf16(trackletFile));
    if (files.isEmpty())
        return failure(
            Text::tr("“%1” holds no “%2” of KITTI's raw data.").arg(source, QString::fromUtf16(trackletFile)));
    const FrameFinder finder(scene);
    TrackedShapes shapes(scene);
    return readEach(files, shapes, progress, [&](const QString& path) -> Result<void> {
        const auto text = readWhole(path);
        const auto file = text ? parseKittiTracklets(*text, path) : tl::unexpected(text.error());
        if (!file)
            return tl::unexpected(file.error());
        const SequenceId sequence = finder.sequenceOf(QFileInfo(path).dir().dirName(), files.size() == 1);
        addTracklets(*file, path, FrameNumbers(finder, sequence, path, *file), scene, progress, shapes);
        return {};
    });
}

} // namespace lunkuo
