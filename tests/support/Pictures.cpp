#include "tests/support/Pictures.h"

#include <QImage>

namespace lunkuo::test
{

namespace
{
QString drawn(const Workbench& bench, const QString& name)
{
    QImage image(1242, 375, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, x < image.width() / 2 ? qRgb(0, 160, 0) : qRgb(0, 0, 200));
    const QString path = bench.folder.filePath(name + QStringLiteral(".png"));
    if (!image.save(path))
        qFatal("the workbench's picture cannot be written");
    return path;
}
} // namespace

Camera rearCamera()
{
    Camera camera;
    camera.name = QStringLiteral("rear");
    camera.model.width_px = 1242;
    camera.model.height_px = 375;
    camera.model.projection << 700, 0, 621, 0, 0, 700, 187, 0, 0, 0, 1, 0;
    camera.camera_sensor.m.linear() << 0, 1, 0, 0, 0, -1, -1, 0, 0;
    return camera;
}

void putPictures(Workbench& bench, bool withRear)
{
    std::vector<Change> changes;
    for (const auto& [id, frame] : bench.scene().frames) {
        Frame after = frame;
        after.images = {{QStringLiteral("image_2"), drawn(bench, QStringLiteral("ahead-") + frame.name)}};
        if (withRear)
            after.images.push_back({QStringLiteral("rear"), drawn(bench, QStringLiteral("rear-") + frame.name)});
        changes.push_back(ValueChange<Frame>{frame, after});
    }
    if (withRear)
        for (const auto& [id, calibration] : bench.scene().calibrations) {
            Calibration after = calibration;
            after.cameras.push_back(rearCamera());
            changes.push_back(ValueChange<Calibration>{calibration, after});
        }
    if (!bench.document.edit(QStringLiteral("Pictures"), std::move(changes)))
        qFatal("the workbench takes no pictures");
}

} // namespace lunkuo::test
