#include "model/formats/KittiFrames.h"

#include "model/formats/Kitti.h"
#include "model/scene/FrameFiles.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiFrames)
};

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
} // namespace

Camera KittiFrames::cameraOf(const Frame& frame)
{
    const Camera* known = kittiCamera(m_scene, frame);
    m_withoutCamera += known ? 0 : 1;
    return known ? *known : standInCamera();
}

QString KittiFrames::sourceFile(const Frame& frame, const char16_t* kind) const
{
    const QFileInfo cloud(m_projectFolder.absoluteFilePath(frame.cloudPath));
    const QString path = cloud.absoluteDir().absoluteFilePath(
        QStringLiteral("../%1/%2.txt").arg(QString::fromUtf16(kind), cloud.completeBaseName()));
    return cloud.absoluteDir().dirName() == QLatin1String("velodyne") && QFileInfo(path).isFile()
               ? QDir::cleanPath(path)
               : QString();
}

KittiCalibration KittiFrames::calibrationFor(const Frame& frame, const Camera& camera) const
{
    const QString path = sourceFile(frame, u"calib");
    const auto text = path.isEmpty() ? failure(QString()) : readWhole(path);
    const auto source = text ? parseKittiCalibration(*text, path) : tl::unexpected(text.error());
    if (source && source->projections[2].isApprox(camera.model.projection, 1e-9) &&
        source->camera_sensor().m.matrix().isApprox(camera.camera_sensor.m.matrix(), 1e-9))
        return *source;
    return KittiCalibration::of(camera.model.projection, camera.camera_sensor);
}

std::vector<KittiLabel> KittiFrames::sourceLabels(const Frame& frame) const
{
    const QString path = sourceFile(frame, u"label_2");
    const auto text = path.isEmpty() ? failure(QString()) : readWhole(path);
    return text ? parseKittiLabels(*text, path).labels : std::vector<KittiLabel>();
}

const QByteArray& KittiFrames::blackPicture(const Camera& camera)
{
    QByteArray& picture = m_blackPictures[{camera.model.width_px, camera.model.height_px}];
    if (picture.isEmpty()) {
        QImage image(std::max(camera.model.width_px, 1), std::max(camera.model.height_px, 1), QImage::Format_RGB888);
        image.fill(Qt::black);
        picture = png(image);
    }
    return picture;
}

Result<void> KittiFrames::writeImage(const Frame& frame, const QString& name, const Camera& camera)
{
    const auto found = std::find_if(frame.images.begin(), frame.images.end(),
        [&camera](const FrameImage& image) { return image.camera == camera.name; });
    const QString path = found == frame.images.end() ? QString() : m_projectFolder.absoluteFilePath(found->path);
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        ++m_withoutPicture;
        return m_folder.write(name, blackPicture(camera));
    }
    if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return m_folder.place(name, path);
    const QImage image(path);
    if (image.isNull())
        return failure(Text::tr("“%1” cannot be read as a picture.").arg(path));
    return m_folder.write(name, png(image));
}

Result<void> KittiFrames::writeCloud(const Frame& frame, const QString& name)
{
    return m_sensors.placeKittiBin(name, frame).map([](const QString&) {});
}

QStringList KittiFrames::sentences() const
{
    QStringList result;
    if (m_withoutCamera > 0)
        result.push_back(
            Text::tr("Frames without a camera: %1. One that looks forward stands in, with a black picture of %2 x %3.")
                .arg(m_withoutCamera)
                .arg(kittiWidth_px)
                .arg(kittiHeight_px));
    if (m_withoutPicture > m_withoutCamera)
        result.push_back(Text::tr("Frames whose picture is missing and was replaced by a black one: %1.")
                             .arg(m_withoutPicture - m_withoutCamera));
    return result + m_sensors.sentences();
}

} // namespace lunkuo
