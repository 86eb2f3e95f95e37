#include "model/scene/KittiRig.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiRig)
};
} // namespace

QString kittiCameraName(std::size_t number)
{
    return QStringLiteral("image_%1").arg(number);
}

QString addKittiImage(const QString& folder, const QString& name, std::size_t camera, Frame& frame)
{
    for (const char16_t* suffix : {u".png", u".jpg", u".jpeg"}) {
        const QString path = folder + u'/' + name + QString::fromUtf16(suffix);
        if (!QFileInfo(path).isFile())
            continue;
        frame.images.push_back({kittiCameraName(camera), path});
        return path;
    }
    return {};
}

std::map<std::size_t, QSize> addKittiImages(
    const KittiPictures& pictures, Scene& scene, QStringList& remarks, const Progress& progress)
{
    std::map<std::size_t, QSize> sizes;
    for (std::size_t camera = 0; camera < kittiCameras; ++camera) {
        const QString folder = pictures.folder(camera);
        if (!QFileInfo(folder).isDir())
            continue;
        int missing = 0;
        for (auto& [id, frame] : scene.frames) {
            const QString name = pictures.name ? pictures.name(camera, frame) : frame.name;
            const QString path = name.isEmpty() ? QString() : addKittiImage(folder, name, camera, frame);
            missing += path.isEmpty() ? 1 : 0;
            // A camera has one size through a sequence.
            if (QSize& size = sizes[camera]; size.isEmpty() && !path.isEmpty())
                size = QImageReader(path).size();
            if (!progress.report(frame.index, static_cast<int>(scene.frames.size())))
                return sizes;
        }
        if (missing > 0)
            remarks.push_back(Text::tr("Frames without a picture in “%1”: %2.").arg(folder).arg(missing));
    }
    return sizes;
}

Calibration kittiRig(const KittiCalibration& calibration, const std::map<std::size_t, QSize>& pictures)
{
    Calibration result;
    result.sensorOrigin = Eigen::Vector3d::Zero();
    for (const auto& [number, size] : pictures) {
        Camera camera;
        camera.name = kittiCameraName(number);
        camera.model.width_px = size.isEmpty() ? kittiWidth_px : size.width();
        camera.model.height_px = size.isEmpty() ? kittiHeight_px : size.height();
        camera.model.projection = calibration.projections[number];
        camera.camera_sensor = calibration.camera_sensor();
        result.cameras.push_back(camera);
    }
    return result;
}

} // namespace lunkuo
