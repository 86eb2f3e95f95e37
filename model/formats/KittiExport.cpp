#include "model/formats/DatasetFolder.h"
#include "model/formats/Kitti.h"
#include "model/formats/KittiFrames.h"
#include "model/formats/ListedFrames.h"
#include "model/formats/SensorFiles.h"
#include "model/formats/Splits.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiExport)
};

QString frameNamesFile()
{
    return QString::fromUtf16(kittiFrameNames);
}

/// What one export carries from frame to frame.
struct Job
{
    const Scene& scene;
    DatasetFolder& folder;
    KittiFrames files;
    bool openPcdetBoxes;
    KittiLosses losses{};
};

struct NamedFrame
{
    FrameId id;
    QString name; ///< six digits
    QString root = QStringLiteral("training");

    [[nodiscard]] QString path(const char16_t* folder) const
    {
        return QStringLiteral("%1/%2/%3").arg(root, QString::fromUtf16(folder), name);
    }
    [[nodiscard]] QString path(const char16_t* folder, const char16_t* suffix) const
    {
        return path(folder) + u'.' + QString::fromUtf16(suffix);
    }
};

/// Frames for test are in testing/, where loaders look for them.
std::vector<NamedFrame> namedFrames(const Scene& scene, const std::map<FrameId, Split>& splits)
{
    static const QRegularExpression sixDigits(QStringLiteral("^[0-9]{6}$"));
    std::vector<NamedFrame> result;
    std::set<QString> names;
    bool keep = true;
    for (const FrameId id : scene.frameOrder()) {
        const QString& name = scene.frames.at(id).name;
        keep = keep && sixDigits.match(name).hasMatch() && names.insert(name).second;
        result.push_back({id, name});
        if (const auto split = splits.find(id); split != splits.end() && split->second == Split::Test)
            result.back().root = QStringLiteral("testing");
    }
    for (std::size_t i = 0; !keep && i < result.size(); ++i)
        result[i].name = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
    return result;
}

Result<int> writeFrame(Job& job, const NamedFrame& named)
{
    const Frame& frame = job.scene.frames.at(named.id);
    const Camera camera = job.files.cameraOf(frame);
    const auto labels =
        kittiLabels(job.scene, named.id, camera, job.files.sourceLabels(frame), job.openPcdetBoxes, job.losses);

    Result<void> written = job.folder.write(named.path(u"label_2", u"txt"), formatKittiLabels(labels));
    if (written)
        written = job.folder.write(
            named.path(u"calib", u"txt"), formatKittiCalibration(job.files.calibrationFor(frame, camera)));
    if (written)
        written = job.files.writeImage(frame, named.path(u"image_2", u"png"), camera);
    if (written)
        written = job.files.writeCloud(frame, named.path(u"velodyne"));
    if (!written)
        return tl::unexpected(written.error());
    return static_cast<int>(
        std::count_if(labels.begin(), labels.end(), [](const KittiLabel& l) { return !l.isDontCare(); }));
}

SplitLists listsOf(const std::vector<NamedFrame>& frames, const std::map<FrameId, Split>& splits)
{
    std::vector<std::pair<FrameId, QString>> names;
    for (const NamedFrame& frame : frames)
        names.emplace_back(frame.id, frame.name);
    return SplitLists::of(names, splits);
}

Result<void> writeImageSets(Job& job, const SplitLists& lists)
{
    QStringList all = lists.train;
    if (!lists.isValTrain && !lists.isTrainVal)
        all += lists.val;
    std::sort(all.begin(), all.end());
    Result<void> written = job.folder.write(QStringLiteral("ImageSets/trainval.txt"), listed(all));
    if (written)
        written = job.folder.write(QStringLiteral("ImageSets/train.txt"), listed(lists.train));
    if (written)
        written = job.folder.write(QStringLiteral("ImageSets/val.txt"), listed(lists.val));
    if (written)
        written = job.folder.write(QStringLiteral("ImageSets/test.txt"), listed(lists.test));
    return written;
}

Result<void> writeFrameNames(Job& job, const std::vector<NamedFrame>& frames)
{
    std::vector<std::pair<FrameId, QString>> names;
    // Other sequences of the project may have frames of these names.
    bool differs = job.scene.sequences.size() > 1;
    for (const NamedFrame& frame : frames) {
        differs = differs || job.scene.frames.at(frame.id).name != frame.name;
        names.emplace_back(frame.id, frame.name);
    }
    return differs ? job.folder.write(frameNamesFile(), ListedFrames::listOf(job.scene, names)) : Result<void>();
}
} // namespace

const Camera* kittiCamera(const Scene& scene, const Frame& frame)
{
    const auto calibration = scene.calibrations.find(frame.calibration);
    if (calibration == scene.calibrations.end() || calibration->second.cameras.empty())
        return nullptr;
    const std::vector<Camera>& cameras = calibration->second.cameras;
    for (const Camera& camera : cameras)
        if (camera.name == QLatin1String("image_2"))
            return &camera;
    for (const Camera& camera : cameras)
        for (const FrameImage& image : frame.images)
            if (image.camera == camera.name)
                return &camera;
    return &cameras.front();
}

Result<ExportReport> writeKitti(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    const std::map<FrameId, Split> splits = splitsOf(scene, options);
    const std::vector<NamedFrame> frames = namedFrames(scene, splits);
    if (frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, *folder, KittiFrames(scene, projectFolder, *folder), options.openPcdetBoxes};
    ExportReport report;
    for (const NamedFrame& frame : frames) {
        const auto shapes = writeFrame(job, frame);
        if (!shapes)
            return tl::unexpected(shapes.error());
        report.shapes += *shapes;
        if (!progress.report(++report.frames, static_cast<int>(frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    const SplitLists lists = listsOf(frames, splits);
    Result<void> finished = writeImageSets(job, lists);
    if (finished)
        finished = writeFrameNames(job, frames);
    report.notHeld = job.losses.sentences(false) + job.files.sentences() + lists.sentences();
    if (finished)
        finished = folder->commit(report, progress);
    if (!finished)
        return tl::unexpected(finished.error());
    return report;
}

} // namespace lunkuo
