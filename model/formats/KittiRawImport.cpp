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
        if (m_listed.empty()) {
            const auto& all = file.tracklets;
            m_isNamed = std::any_of(all.begin(), all.end(),
                [this](const KittiTracklet& tracklet) { return named(tracklet.firstFrame).isValid(); });
            return;
        }
        // A project that was made of the dataset itself knows its files only, not what they were called before. Only
        // all names together tell: of a drive that began later, some are names of both.
        const auto haveAll = [this](const auto& frameOf) {
            return std::all_of(
                m_listed.begin(), m_listed.end(), [&](const auto& entry) { return frameOf(entry).isValid(); });
        };
        m_isNamed = !haveAll([this](const auto& entry) { return m_frames.frameOf(m_sequence, entry.second); }) &&
                    haveAll([this](const auto& entry) { return named(entry.first); });
    }

    [[nodiscard]] FrameId frameOf(qint64 number) const
    {
        if (m_isNamed)
            return named(number);
        if (m_listed.empty())
            return m_frames.at(m_sequence, number);
        const auto found = m_listed.find(number);
        return found == m_listed.end() ? FrameId() : m_frames.frameOf(m_sequence, found->second);
    }

private:
    [[nodiscard]] FrameId named(qint64 number) const
    {
        return m_frames.frameOf(m_sequence, QStringLiteral("%1").arg(number, 10, 10, QLatin1Char('0')));
    }

    const FrameFinder& m_frames;
    SequenceId m_sequence;
    std::map<qint64, QString> m_listed;
    bool m_isNamed = false; ///< frames are called by their numbers
};

Cuboid cuboidOf(const KittiTracklet& tracklet, const Pose& pose, TrackletDialect dialect)
{
    const bool isKitti = dialect == TrackletDialect::Kitti;
    Cuboid result{pose.place, sizeIn(dialect, tracklet), isKitti ? fromEuler(pose.angles) : fromAnglesXyz(pose.angles)};
    if (isKitti)
        result.center += result.rotation * Eigen::Vector3d(0.0, 0.0, 0.5 * result.size.z());
    return result;
}

/// Frames that a tracklet only passes over.
bool isGap(const Pose& pose, TrackletDialect dialect)
{
    return pose.truncation >= Pose::outOfImage && (pose.state == 0 || dialect != TrackletDialect::Kitti);
}

QString sentenceOf(TrackletDialect dialect, const QString& path)
{
    switch (dialect) {
    case TrackletDialect::Kitti:
        return Text::tr("“%1” was read as KITTI's own: l along the object, w across, h up, bottom centre.").arg(path);
    case TrackletDialect::Cvat:
        return Text::tr("“%1” was read as CVAT's: w along the object, h across, l up, geometric centre.").arg(path);
    case TrackletDialect::CvatLater:
        break;
    }
    return Text::tr("“%1” was read as that of later Datumaro: h along the object, w across, l up, geometric centre.")
        .arg(path);
}

/// `isOurs`: the list of tracks lies beside it, which only our exports have. `isCvat`: a person says so.
TrackletDialect dialectOf(const KittiTracklets& file, bool isOurs, bool isCvat, const Taxonomy& taxonomy)
{
    // Only KITTI's own poses, and ours in its dialect, are of that version.
    if (file.poseVersion >= 2)
        return TrackletDialect::Kitti;
    if (isOurs)
        return TrackletDialect::Cvat;
    std::vector dialects{TrackletDialect::Cvat, TrackletDialect::CvatLater};
    if (!isCvat)
        dialects.insert(dialects.begin(), TrackletDialect::Kitti);
    return likelyDialect(file, taxonomy, dialects);
}

/// Turns the tracklets of one file into tracks and shapes.
class TrackletReader
{
public:
    TrackletReader(
        const KittiTracklets& file, const QString& path, bool isCvat, const Scene& scene, TrackedShapes& shapes)
        : m_file(file)
        , m_path(path)
        , m_tracks(listBeside(path, trackletTracks))
        , m_dialect(dialectOf(file, !m_tracks.empty(), isCvat, scene.taxonomy))
        , m_shapes(shapes)
    {
    }

    void read(const FrameNumbers& frames, const Progress& progress)
    {
        if (!m_file.tracklets.empty())
            m_shapes.addNote(sentenceOf(m_dialect, m_path));
        for (std::size_t i = 0; i < m_file.tracklets.size() && !progress.isCancelled(); ++i)
            readTracklet(i, frames);
        if (m_gaps > 0)
            m_shapes.addNote(Text::tr("Poses of “%1” that only fill gaps, left out: %2.").arg(m_path).arg(m_gaps));
    }

private:
    void readTracklet(std::size_t place, const FrameNumbers& frames)
    {
        const KittiTracklet& tracklet = m_file.tracklets[place];
        const auto track = m_tracks.find(static_cast<qint64>(place));
        const int number = track == m_tracks.end() ? 0 : track->second.toInt();
        // Two lists count from different places, so their keys must differ.
        const QString key =
            number > 0 ? QStringLiteral("track %1").arg(number) : QStringLiteral("tracklet %1").arg(place);
        if (!(std::min({tracklet.h, tracklet.w, tracklet.l}) > 0.0)) {
            m_shapes.refuse(Text::tr("“%1”, line %2: a tracklet with h, w and l above 0 was expected.")
                                .arg(m_path)
                                .arg(tracklet.line));
            return;
        }
        for (std::size_t p = 0; p < tracklet.poses.size(); ++p) {
            const Pose& pose = tracklet.poses[p];
            const qint64 frameNumber = tracklet.firstFrame + static_cast<qint64>(p);
            const FrameId frame = frames.frameOf(frameNumber);
            if (isGap(pose, m_dialect))
                ++m_gaps;
            else if (!frame.isValid())
                m_shapes.countStranger(QString::number(frameNumber));
            else if (auto added = m_shapes.add(key, tracklet.type, frame, cuboidOf(tracklet, pose, m_dialect), number))
                setWhatIsSaid(*added, tracklet, pose);
        }
    }

    void setWhatIsSaid(TrackedShapes::Added& added, const KittiTracklet& tracklet, const Pose& pose)
    {
        if (pose.state == Pose::interpolated)
            m_shapes.setDerived(added);
        for (const auto& [name, value] : tracklet.attributes)
            m_shapes.setAttribute(added, name, value, true);
        for (const auto& [name, value] : pose.attributes)
            m_shapes.setAttribute(added, name, value);
        // What we write for CVAT says it among the attributes, and the tag says "visible" where nobody has.
        if (m_dialect == TrackletDialect::Kitti || m_tracks.empty())
            setOcclusion(m_shapes, added, pose.occlusion);
    }

    const KittiTracklets& m_file;
    const QString& m_path;
    std::map<qint64, QString> m_tracks;
    TrackletDialect m_dialect;
    TrackedShapes& m_shapes;
    int m_gaps = 0;
};

Result<ImportedShapes> readTracklets(const Scene& scene, const QString& source, bool isCvat, const Progress& progress)
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
        TrackletReader(*file, path, isCvat, scene, shapes).read(FrameNumbers(finder, sequence, path, *file), progress);
        return {};
    });
}
} // namespace

Eigen::Vector3d sizeIn(TrackletDialect dialect, const KittiTracklet& tracklet)
{
    switch (dialect) {
    case TrackletDialect::Cvat:
        return {tracklet.w, tracklet.h, tracklet.l};
    case TrackletDialect::CvatLater:
        return {tracklet.h, tracklet.w, tracklet.l};
    case TrackletDialect::Kitti:
        break;
    }
    return {tracklet.l, tracklet.w, tracklet.h};
}

TrackletDialect likelyDialect(
    const KittiTracklets& file, const Taxonomy& taxonomy, const std::vector<TrackletDialect>& dialects)
{
    constexpr double trustInVersion = 0.3; ///< as a factor of size, e^0.3
    TrackletDialect best = dialects.front();
    double least = std::numeric_limits<double>::infinity();
    for (const TrackletDialect dialect : dialects) {
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
                (sizeIn(dialect, tracklet).cwiseMax(1e-3).array().log() - usual.array().log()).abs().min(2.3).sum();
            (isKnown ? known : other) += wrong;
            knownCount += isKnown ? 1.0 : 0.0;
        }
        const double cost =
            (knownCount > 0.0 ? known / knownCount
                              : other / static_cast<double>(std::max<std::size_t>(1, file.tracklets.size()))) +
            (dialect == TrackletDialect::Kitti ? trustInVersion : 0.0);
        if (cost < least) {
            least = cost;
            best = dialect;
        }
    }
    return best;
}

Result<ImportedShapes> readKittiRaw(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    return readTracklets(scene, source, false, progress);
}

Result<ImportedShapes> readCvatKittiRaw(
    const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    return readTracklets(scene, source, true, progress);
}

} // namespace lunkuo
