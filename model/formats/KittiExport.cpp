#include "model/cloud/CloudFormat.h"
#include "model/formats/DatasetFolder.h"
#include "model/formats/Kitti.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiCloud.h"
#include "model/formats/KittiObjects.h"
#include "model/scene/FrameFiles.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
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
    const QDir& projectFolder;
    DatasetFolder& folder;
    KittiLosses losses;
    std::map<std::pair<int, int>, QByteArray> blackPictures; ///< by width and height
    int withoutCamera = 0;
    int distorted = 0; ///< frames behind a lens that no pinhole stands for
    int withoutPicture = 0;
    int roundedClouds = 0;
};

struct NamedFrame
{
    FrameId id;
    QString name; ///< six digits
};

std::vector<NamedFrame> namedFrames(const Scene& scene)
{
    static const QRegularExpression sixDigits(QStringLiteral("^[0-9]{6}$"));
    std::vector<NamedFrame> result;
    std::set<QString> names;
    bool keep = true;
    for (const FrameId id : scene.frameOrder()) {
        const QString& name = scene.frames.at(id).name;
        keep = keep && sixDigits.match(name).hasMatch() && names.insert(name).second;
        result.push_back({id, name});
    }
    for (std::size_t i = 0; !keep && i < result.size(); ++i)
        result[i].name = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
    return result;
}

/// The file of that kind that lay beside the frame's cloud in a KITTI folder, empty when there is none.
QString sourceFile(const Job& job, const Frame& frame, const char16_t* kind)
{
    const QFileInfo cloud(job.projectFolder.absoluteFilePath(frame.cloudPath));
    const QString path = cloud.absoluteDir().absoluteFilePath(
        QStringLiteral("../%1/%2.txt").arg(QString::fromUtf16(kind), cloud.completeBaseName()));
    return cloud.absoluteDir().dirName() == QLatin1String("velodyne") && QFileInfo(path).isFile()
               ? QDir::cleanPath(path)
               : QString();
}

std::optional<KittiCalibration> sourceCalibration(const Job& job, const Frame& frame)
{
    const QString path = sourceFile(job, frame, u"calib");
    const auto text = path.isEmpty() ? failure(QString()) : readWhole(path);
    const auto calibration = text ? parseKittiCalibration(*text, path) : tl::unexpected(text.error());
    return calibration ? std::optional(*calibration) : std::nullopt;
}

/// The data's own calib where it still says what the project says, so that its other cameras are kept.
KittiCalibration calibrationFor(const Job& job, const Frame& frame, const Camera& camera)
{
    const auto source = sourceCalibration(job, frame);
    if (source && source->projections[2].isApprox(camera.model.projection, 1e-9) &&
        source->camera_sensor().m.matrix().isApprox(camera.camera_sensor.m.matrix(), 1e-9))
        return *source;
    return KittiCalibration::of(camera.model.projection, camera.camera_sensor);
}

std::vector<KittiLabel> sourceLabels(const Job& job, const Frame& frame)
{
    const QString path = sourceFile(job, frame, u"label_2");
    const auto text = path.isEmpty() ? failure(QString()) : readWhole(path);
    return text ? parseKittiLabels(*text, path).labels : std::vector<KittiLabel>();
}

Camera standInCamera()
{
    const KittiCalibration calibration = KittiCalibration::withoutCamera();
    Camera camera;
    camera.name = QStringLiteral("image_2");
    camera.model = {kittiWidth_px, kittiHeight_px, calibration.projections[2]};
    camera.camera_sensor = calibration.camera_sensor();
    return camera;
}

QByteArray png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

const QByteArray& blackPicture(Job& job, const Camera& camera)
{
    QByteArray& picture = job.blackPictures[{camera.model.width_px, camera.model.height_px}];
    if (picture.isEmpty()) {
        QImage image(std::max(camera.model.width_px, 1), std::max(camera.model.height_px, 1), QImage::Format_RGB888);
        image.fill(Qt::black);
        picture = png(image);
    }
    return picture;
}

Result<void> writeImage(Job& job, const Frame& frame, const QString& name, const Camera& camera)
{
    const QString target = QStringLiteral("training/image_2/%1.png").arg(name);
    const auto found = std::find_if(frame.images.begin(), frame.images.end(),
        [&camera](const FrameImage& image) { return image.camera == camera.name; });
    const QString path = found == frame.images.end() ? QString() : job.projectFolder.absoluteFilePath(found->path);
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        ++job.withoutPicture;
        return job.folder.write(target, blackPicture(job, camera));
    }
    if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return job.folder.place(target, path);
    const QImage image(path);
    if (image.isNull())
        return failure(Text::tr("“%1” cannot be read as a picture.").arg(path));
    return job.folder.write(target, png(image));
}

Result<void> writeCloud(Job& job, const Frame& frame, const QString& name)
{
    const QString target = QStringLiteral("training/velodyne/%1.bin").arg(name);
    const QString path = job.projectFolder.absoluteFilePath(frame.cloudPath);
    const CloudFormat* format = cloudFormatFor(path);
    if (format && format->id == QLatin1String("kitti-bin")) {
        if (QFileInfo(path).size() % 16 != 0)
            return failure(Text::tr("“%1”: a size that 16 bytes a point divide was expected, but it is %2 bytes.")
                               .arg(path)
                               .arg(QFileInfo(path).size()));
        return job.folder.place(target, path);
    }
    const auto cloud = readCloud(path);
    if (!cloud)
        return tl::unexpected(cloud.error());
    // float32 holds a millimetre up to 8 km.
    if (cloud->offset.cwiseAbs().maxCoeff() > 8192.0)
        ++job.roundedClouds;
    return job.folder.write(target, kittiCloud(*cloud));
}

Result<int> writeFrame(Job& job, const NamedFrame& named)
{
    const Frame& frame = job.scene.frames.at(named.id);
    const Camera* known = kittiCamera(job.scene, frame);
    job.withoutCamera += known ? 0 : 1;
    job.distorted += known && known->model.lens.kind() != Lens::Kind::Pinhole ? 1 : 0;
    const Camera camera = known ? *known : standInCamera();
    const KittiCalibration calibration = calibrationFor(job, frame, camera);
    const auto labels = kittiLabels(job.scene, named.id, camera, sourceLabels(job, frame), job.losses);

    Result<void> written =
        job.folder.write(QStringLiteral("training/label_2/%1.txt").arg(named.name), formatKittiLabels(labels));
    if (written)
        written = job.folder.write(
            QStringLiteral("training/calib/%1.txt").arg(named.name), formatKittiCalibration(calibration));
    if (written)
        written = writeImage(job, frame, named.name, camera);
    if (written)
        written = writeCloud(job, frame, named.name);
    if (!written)
        return tl::unexpected(written.error());
    return static_cast<int>(
        std::count_if(labels.begin(), labels.end(), [](const KittiLabel& l) { return !l.isDontCare(); }));
}

/// Loaders want frames in val.txt. Whole sequences are held out where there are several, so that no frame is learned
/// whose neighbour is scored.
Result<void> writeImageSets(Job& job, const std::vector<NamedFrame>& frames)
{
    const bool canHoldOut = job.scene.sequences.size() > 1;
    const SequenceId last = job.scene.frames.at(frames.back().id).sequence;
    QByteArray all;
    QByteArray train;
    QByteArray val;
    for (const NamedFrame& frame : frames) {
        const QByteArray line = frame.name.toUtf8() + '\n';
        const bool heldOut = canHoldOut && job.scene.frames.at(frame.id).sequence == last;
        all += line;
        if (!heldOut)
            train += line;
        if (heldOut || !canHoldOut)
            val += line;
    }
    Result<void> written = job.folder.write(QStringLiteral("ImageSets/trainval.txt"), all);
    if (written)
        written = job.folder.write(QStringLiteral("ImageSets/train.txt"), train);
    if (written)
        written = job.folder.write(QStringLiteral("ImageSets/val.txt"), val);
    if (written)
        written = job.folder.write(QStringLiteral("ImageSets/test.txt"), {});
    return written;
}

Result<void> writeFrameNames(Job& job, const std::vector<NamedFrame>& frames)
{
    QString text;
    bool differs = false;
    for (const NamedFrame& named : frames) {
        const Frame& frame = job.scene.frames.at(named.id);
        differs = differs || frame.name != named.name;
        text += QStringLiteral("%1 %2/%3\n").arg(named.name, job.scene.sequences.at(frame.sequence).name, frame.name);
    }
    return differs ? job.folder.write(frameNamesFile(), text.toUtf8()) : Result<void>();
}

QStringList sentencesOf(const Job& job)
{
    QStringList result = job.losses.sentences();
    if (job.withoutCamera > 0)
        result.push_back(
            Text::tr("Frames without a camera: %1. One that looks forward stands in, with a black picture of %2 x %3.")
                .arg(job.withoutCamera)
                .arg(kittiWidth_px)
                .arg(kittiHeight_px));
    if (job.withoutPicture > job.withoutCamera)
        result.push_back(Text::tr("Frames whose picture is missing and was replaced by a black one: %1.")
                             .arg(job.withoutPicture - job.withoutCamera));
    if (job.distorted > 0)
        result.push_back(Text::tr("Frames whose camera has a lens with distortion, which KITTI cannot say; undistort "
                                  "the pictures first: %1.")
                             .arg(job.distorted));
    if (job.roundedClouds > 0)
        result.push_back(
            Text::tr("Clouds in map coordinates, of which float32 loses centimetres: %1.").arg(job.roundedClouds));
    if (job.scene.sequences.size() == 1)
        result.push_back(Text::tr("All frames are of one sequence: val.txt lists those of train.txt, so that scores on "
                                  "it say nothing about new data."));
    else
        result.push_back(
            Text::tr("The last sequence is held out: its frames are in val.txt, the others in train.txt."));
    return result;
}

QStringList sourcesOf(const Scene& scene, const QDir& projectFolder)
{
    QStringList result;
    for (const auto& [id, frame] : scene.frames) {
        result.push_back(projectFolder.absoluteFilePath(frame.cloudPath));
        for (const FrameImage& image : frame.images)
            result.push_back(projectFolder.absoluteFilePath(image.path));
    }
    return result;
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
    const std::vector<NamedFrame> frames = namedFrames(scene);
    if (frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options,
        {QStringLiteral("training"), QStringLiteral("ImageSets"), frameNamesFile()}, sourcesOf(scene, projectFolder));
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, projectFolder, *folder, {}, {}};
    ExportReport report;
    for (const NamedFrame& frame : frames) {
        const auto shapes = writeFrame(job, frame);
        if (!shapes)
            return tl::unexpected(shapes.error());
        report.shapes += *shapes;
        if (!progress.report(++report.frames, static_cast<int>(frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    Result<void> finished = writeImageSets(job, frames);
    if (finished)
        finished = writeFrameNames(job, frames);
    if (finished)
        finished = folder->commit();
    if (!finished)
        return tl::unexpected(finished.error());
    report.notHeld = sentencesOf(job);
    return report;
}

} // namespace lunkuo
