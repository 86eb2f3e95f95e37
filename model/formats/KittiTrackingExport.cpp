#include "model/formats/Kitti.h"
#include "model/formats/KittiFrames.h"
#include "model/formats/KittiTracking.h"
#include "model/formats/ListedFrames.h"
#include "model/formats/SensorFiles.h"
#include "model/formats/Splits.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiTrackingExport)
};

QString number(qsizetype value, int digits)
{
    return QStringLiteral("%1").arg(value, digits, 10, QLatin1Char('0'));
}

/// A sequence of the dataset.
struct Drive
{
    QString name; ///< four digits
    Split split = Split::Train;
    std::vector<FrameId> frames;

    [[nodiscard]] QString path(const char16_t* kind) const
    {
        const QString root = split == Split::Test ? QStringLiteral("testing") : QStringLiteral("training");
        return root + u'/' + QString::fromUtf16(kind) + u'/' + name;
    }
};

std::vector<Drive> drivesOf(const Scene& scene, const ExportOptions& options)
{
    const std::map<FrameId, Split> splits = splitsOf(scene, options);
    std::vector<Drive> drives;
    SequenceId last;
    for (const FrameId id : scene.frameOrder()) {
        const auto found = splits.find(id);
        const Split split = found == splits.end() ? Split::Train : found->second;
        const SequenceId sequence = scene.frames.at(id).sequence;
        if (sequence != last || drives.back().split != split)
            drives.push_back({number(static_cast<qsizetype>(drives.size()), 4), split, {}});
        last = sequence;
        drives.back().frames.push_back(id);
    }
    return drives;
}

/// pykitti and AB3DMOT want different names for the same matrices.
QByteArray calibText(const KittiCalibration& calibration)
{
    QByteArray text = formatKittiCalibration(calibration);
    QByteArray again;
    for (const QByteArray& line : text.split('\n'))
        for (const auto& [name, other] : {std::pair{"R0_rect:", "R_rect:"},
                 std::pair{"Tr_velo_to_cam:", "Tr_velo_cam:"}, std::pair{"Tr_imu_to_velo:", "Tr_imu_velo:"}})
            if (line.startsWith(name))
                again += other + line.mid(static_cast<qsizetype>(qstrlen(name))) + '\n';
    return text + again;
}

/// 0 in the picture, 1 partly, 2 outside.
int truncationLevel(double share)
{
    constexpr double noticeable = 0.01;
    if (share < noticeable)
        return 0;
    return share < 1.0 ? 1 : 2;
}

/// "frame id type truncated ...", where truncation is a level and not a share.
QString lineOf(qsizetype frame, int track, const KittiLabel& label)
{
    QStringList fields = formatKittiLabel(label).split(u' ');
    if (label.type == QString::fromUtf16(kittiSittingPerson))
        fields[0] = QString::fromUtf16(kittiTrackingPerson);
    fields[1] = label.isDontCare() ? QStringLiteral("-1") : QString::number(truncationLevel(label.truncated));
    return QStringLiteral("%1 %2 %3\n").arg(frame).arg(track).arg(fields.join(u' '));
}

class Writer
{
public:
    Writer(const Scene& scene, const QDir& projectFolder, DatasetFolder& folder, bool openPcdetBoxes)
        : m_scene(scene)
        , m_folder(folder)
        , m_files(scene, projectFolder, folder)
        , m_openPcdetBoxes(openPcdetBoxes)
    {
    }

    Result<void> write(const Drive& drive, const Progress& progress)
    {
        const Frame& first = m_scene.frames.at(drive.frames.front());
        const Camera camera = m_files.cameraOf(first);
        QString labels;
        for (std::size_t i = 0; i < drive.frames.size(); ++i) {
            const Frame& frame = m_scene.frames.at(drive.frames[i]);
            const auto place = static_cast<qsizetype>(i);
            m_otherCalibration += frame.calibration != first.calibration ? 1 : 0;
            labels += labelsOf(frame, place, camera);
            const QString name = u'/' + number(place, 6);
            m_names.emplace_back(frame.id, drive.name + name);
            Result<void> written =
                m_files.writeImage(frame, drive.path(u"image_02") + name + QStringLiteral(".png"), camera);
            if (written)
                written = m_files.writeCloud(frame, drive.path(u"velodyne") + name);
            if (!written)
                return written;
            if (!progress.report(++m_report.frames, static_cast<int>(m_scene.frames.size())))
                return failure(Text::tr("The export was cancelled."));
        }
        Result<void> written = m_folder.write(drive.path(u"label_02") + QStringLiteral(".txt"), labels.toUtf8());
        if (written)
            written = m_folder.write(
                drive.path(u"calib") + QStringLiteral(".txt"), calibText(m_files.calibrationFor(first, camera)));
        return written;
    }

    Result<ExportReport> finish(const std::vector<Drive>& drives, const Progress& progress)
    {
        m_report.notHeld = m_losses.sentences(true) + m_files.sentences();
        if (m_otherCalibration > 0)
            m_report.notHeld.push_back(Text::tr(
                "Frames whose calibration is not that of the first frame of their sequence, which is used: %1.")
                                           .arg(m_otherCalibration));
        return writeLists(drives).and_then([&] { return m_folder.commit(m_report, progress); }).map([this] {
            return m_report;
        });
    }

private:
    QString labelsOf(const Frame& frame, qsizetype place, const Camera& camera)
    {
        const auto labels =
            kittiLabels(m_scene, frame.id, camera, m_files.sourceLabels(frame), m_openPcdetBoxes, m_losses);
        std::vector<int> numbers;
        for (const ShapeId id : m_scene.shapesOf(frame.id))
            if (const Track* track = m_scene.trackOf(m_scene.shapes.at(id)))
                numbers.push_back(track->number);
        QString text;
        for (std::size_t i = 0; i < labels.size(); ++i)
            text += lineOf(place, labels[i].isDontCare() ? -1 : numbers.at(i), labels[i]);
        m_report.shapes += static_cast<int>(numbers.size());
        return text;
    }

    Result<void> writeLists(const std::vector<Drive>& drives)
    {
        const auto seqmap = [&](const char16_t* name, const std::vector<Split>& splits) {
            QString text;
            for (const Drive& drive : drives)
                if (std::find(splits.begin(), splits.end(), drive.split) != splits.end())
                    text += QStringLiteral("%1 empty 000000 %2\n")
                                .arg(drive.name, number(static_cast<qsizetype>(drive.frames.size()), 6));
            const QString root = splits.front() == Split::Test ? QStringLiteral("testing") : QStringLiteral("training");
            return text.isEmpty()
                       ? Result<void>()
                       : m_folder.write(root + QStringLiteral("/evaluate_tracking.seqmap.") + QString::fromUtf16(name),
                             text.toUtf8());
        };
        return seqmap(u"training", {Split::Train, Split::Val})
            .and_then([&] { return seqmap(u"training_minus_val", {Split::Train}); })
            .and_then([&] { return seqmap(u"val", {Split::Val}); })
            .and_then([&] { return seqmap(u"test", {Split::Test}); })
            .and_then([&] {
                return m_folder.write(QString::fromUtf16(kittiFrameNames), ListedFrames::listOf(m_scene, m_names));
            });
    }

    const Scene& m_scene;
    DatasetFolder& m_folder;
    KittiFrames m_files;
    bool m_openPcdetBoxes;
    KittiLosses m_losses;
    ExportReport m_report;
    std::vector<std::pair<FrameId, QString>> m_names;
    int m_otherCalibration = 0;
};
} // namespace

Result<ExportReport> writeKittiTracking(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    const std::vector<Drive> drives = drivesOf(scene, options);
    if (drives.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Writer writer(scene, projectFolder, *folder, options.openPcdetBoxes);
    for (const Drive& drive : drives)
        if (const auto written = writer.write(drive, progress); !written)
            return tl::unexpected(written.error());
    return writer.finish(drives, progress);
}

} // namespace lunkuo
