#include "model/formats/FrameFinder.h"
#include "model/formats/Kitti.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiLabel.h"
#include "model/formats/KittiObjects.h"
#include "model/formats/KittiShapes.h"
#include "model/formats/KittiTracking.h"
#include "model/formats/ListedFrames.h"
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
    Q_DECLARE_TR_FUNCTIONS(KittiTrackingImport)
};

/// A label file and what belongs to it.
struct Source
{
    QString labels;
    QString calibration;
    QString drive; ///< name of its sequence: 0000
};

void addSources(const QString& labels, const QString& calibrations, std::vector<Source>& sources)
{
    QStringList names = QDir(labels).entryList({QStringLiteral("*.txt")}, QDir::Files);
    std::sort(names.begin(), names.end(), naturallyLess);
    for (const QString& name : names)
        sources.push_back({labels + u'/' + name, calibrations + u'/' + name, name.chopped(4)});
}

Result<std::vector<Source>> sourcesAt(const QString& path)
{
    const QDir folder(path);
    std::vector<Source> sources;
    if (const QFileInfo file(path); file.isFile())
        return std::vector{Source{
            path, file.dir().absoluteFilePath(QStringLiteral("../calib/") + file.fileName()), file.completeBaseName()}};
    for (const QString& part : {QString(), QStringLiteral("training/"), QStringLiteral("testing/")})
        addSources(folder.absoluteFilePath(part + QStringLiteral("label_02")),
            folder.absoluteFilePath(part + QStringLiteral("calib")), sources);
    if (sources.empty() && folder.dirName() == QLatin1String("label_02"))
        addSources(folder.absolutePath(), folder.absoluteFilePath(QStringLiteral("../calib")), sources);
    if (sources.empty())
        return failure(Text::tr("“%1” holds no KITTI tracking labels: a folder “label_02” was expected.").arg(path));
    return sources;
}

/// One object of one frame.
struct TrackedLabel
{
    qint64 frame = 0;
    qint64 track = 0;
    KittiLabel label;
};

Result<TrackedLabel> parseLine(const QString& line, const QString& place)
{
    const qsizetype first = line.indexOf(u' ');
    const qsizetype second = line.indexOf(u' ', first + 1);
    bool isFrame = false;
    bool isTrack = false;
    TrackedLabel result;
    result.frame = line.left(first).toLongLong(&isFrame);
    result.track = line.mid(first + 1, second - first - 1).toLongLong(&isTrack);
    if (first < 0 || second < 0 || !isFrame || !isTrack || result.frame < 0)
        return failure(Text::tr("%1: the number of a frame and that of an object were expected.").arg(place));
    auto label = parseKittiLabel(QStringView(line).mid(second + 1), place);
    if (!label)
        return tl::unexpected(label.error());
    result.label = std::move(*label);
    return result;
}

class Reader
{
public:
    Reader(const Scene& scene, const QString& listPath, bool isOnlyFile)
        : m_scene(scene)
        , m_listed(scene, listPath)
        , m_finder(scene)
        , m_isOnlyFile(isOnlyFile)
        , m_shapes(scene)
    {
    }

    void add(const Source& source)
    {
        const auto text = readWhole(source.labels);
        if (!text) {
            m_shapes.refuse(text.error().sentence);
            return;
        }
        const auto given = calibrationOf(source);
        const QList<QByteArray> lines = text->split('\n');
        lookAhead(lines, source.drive);
        int lineNumber = 0;
        for (const QByteArray& bytes : lines) {
            ++lineNumber;
            const QString line = QString::fromUtf8(bytes).simplified();
            if (line.isEmpty())
                continue;
            const QString place = Text::tr("“%1”, line %2").arg(source.labels).arg(lineNumber);
            if (const auto label = parseLine(line, place))
                addLabel(source, *label, given, place);
            else
                m_shapes.refuse(label.error().sentence);
        }
    }

    ImportedShapes take()
    {
        if (m_dontCare > 0)
            m_shapes.addNote(Text::tr("Regions “DontCare” have no 3D box and were left out: %1.").arg(m_dontCare));
        return m_shapes.take();
    }

private:
    using Placement = std::optional<Transform<CameraFrame, SensorFrame>>;

    Placement calibrationOf(const Source& source)
    {
        if (!QFileInfo(source.calibration).isFile())
            return std::nullopt;
        const auto text = readWhole(source.calibration);
        const auto calibration = text ? parseKittiCalibration(*text, source.calibration) : tl::unexpected(text.error());
        if (calibration)
            return calibration->camera_sensor();
        m_shapes.addRemark(calibration.error().sentence);
        return std::nullopt;
    }

    /// What has to be known of a file before its first line is taken.
    void lookAhead(const QList<QByteArray>& lines, const QString& drive)
    {
        m_largestNumber = 0;
        m_isNamed = false;
        for (const QByteArray& line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            m_largestNumber = std::max(m_largestNumber, fields.value(1).toInt());
            m_isNamed = m_isNamed || named(drive, fields.front().toLongLong()).isValid();
        }
    }

    [[nodiscard]] FrameId named(const QString& drive, qint64 number) const
    {
        const QString name = QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0'));
        if (const FrameId listed = m_listed.frameOf(drive + u'/' + name); listed.isValid())
            return listed;
        return m_finder.frameOf(m_finder.sequenceOf(drive, m_isOnlyFile), name);
    }

    /// Frames that are named by numbers may have gaps; only others are counted.
    [[nodiscard]] FrameId frameOf(const QString& drive, qint64 number) const
    {
        return m_isNamed ? named(drive, number) : m_finder.at(m_finder.sequenceOf(drive, m_isOnlyFile), number);
    }

    void addLabel(const Source& source, const TrackedLabel& found, const Placement& given, const QString& place)
    {
        if (found.label.isDontCare()) {
            ++m_dontCare;
            return;
        }
        const FrameId frame = frameOf(source.drive, found.frame);
        if (!frame.isValid()) {
            m_shapes.countStranger(QStringLiteral("%1/%2").arg(source.drive).arg(found.frame));
            return;
        }
        const Camera* camera = kittiCamera(m_scene, m_scene.frames.at(frame));
        if (!given && !camera) {
            m_shapes.refuse(Text::tr("%1: neither “%2” nor the project says how the camera stands.")
                                .arg(place, source.calibration));
            return;
        }
        const Cuboid cuboid = cuboidOf(found.label, given ? *given : camera->camera_sensor);
        // Objects are counted from 0 there; here the first number is 1, and all others keep theirs.
        const qint64 wanted = found.track > 0 ? found.track : qint64(m_largestNumber) + 1;
        const int number = wanted <= largestTrackNumber ? static_cast<int>(wanted) : 0;
        const QString sitting = QString::fromUtf16(kittiSittingPerson);
        const bool isSitting = found.label.type == QString::fromUtf16(kittiTrackingPerson) &&
                               !m_scene.taxonomy.classOf(found.label.type) && m_scene.taxonomy.classOf(sitting);
        auto added =
            m_shapes.add(QString::number(found.track), isSitting ? sitting : found.label.type, frame, cuboid, number);
        if (!added)
            return;
        setOcclusion(m_shapes, *added, found.label.occluded);
        // Levels 0, 1 and 2: a share is in the middle of what the level says.
        setTruncation(
            m_shapes, *added, found.label.truncated < 0.0 ? -1.0 : 0.5 * std::min(found.label.truncated, 2.0));
        if (found.label.score)
            m_shapes.setScore(*added, *found.label.score);
    }

    const Scene& m_scene;
    ListedFrames m_listed;
    FrameFinder m_finder;
    bool m_isOnlyFile;
    TrackedShapes m_shapes;
    int m_largestNumber = 0; ///< of an object in the file
    bool m_isNamed = false;  ///< numbers in the file are names of frames
    int m_dontCare = 0;
};

/// The list of an export, in the folder or the one above its training/.
QString listPathFor(const QString& path)
{
    const QString name = QString::fromUtf16(kittiFrameNames);
    const QString here = QDir(path).absoluteFilePath(name);
    return QFileInfo::exists(here) ? here : QDir(path).absoluteFilePath(QStringLiteral("../") + name);
}
} // namespace

Result<ImportedShapes> readKittiTracking(const Scene& scene, const QDir&, const QString& path, const Progress& progress)
{
    const auto sources = sourcesAt(path);
    if (!sources)
        return tl::unexpected(sources.error());
    Reader reader(scene, listPathFor(path), sources->size() == 1);
    int done = 0;
    for (const Source& source : *sources) {
        reader.add(source);
        if (!progress.report(++done, static_cast<int>(sources->size())))
            return failure(Text::tr("The import was cancelled."));
    }
    return reader.take();
}

} // namespace lunkuo
