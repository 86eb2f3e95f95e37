#include "widgets/ReportPictures.h"

#include "model/cloud/CloudFormat.h"
#include "widgets/PlanView.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <array>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReportPictures)
};

constexpr QSize pictureSize(600, 230);
constexpr QRect abovePane(0, 0, 300, 230);
constexpr QRect sidePane(300, 0, 300, 230);
constexpr double leastReach_m = 2.5; ///< half of what the panes show across

namespace ink
{
constexpr QColor paper(0xFF, 0xFF, 0xFF);
constexpr QColor frame(0xC9, 0xD1, 0xD9);
constexpr QColor around(0xA3, 0xAD, 0xB8);
constexpr QColor inside(0x1F, 0x6F, 0xB5);
constexpr QColor box(0xC6, 0x3B, 0x14);
constexpr QColor pin(0xA4, 0x0E, 0x7B);
} // namespace ink

/// What the picture is about: the box, or room round the place that was pinned.
Cuboid subjectOf(const RejectedObject& object)
{
    if (object.shape)
        return object.shape->cuboid;
    return Cuboid::fromYaw(object.verdict.place.value_or(Eigen::Vector3d::Zero()), {4.0, 4.0, 2.0}, 0.0);
}

void drawPoints(QPainter& painter, const PlanView& view, const PointCloud& cloud, double reach_m, bool hasBox)
{
    const double aside_m = view.isFromAbove ? reach_m : 0.5 * view.about.size.y() + 1.0;
    std::array<QList<QPointF>, 2> layers;
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3d place = cloud.point(i);
        const Eigen::Vector3d p = view.about.toObject(place);
        if (std::abs(p.x()) <= reach_m && std::abs(p.y()) <= aside_m && std::abs(p.z()) <= reach_m)
            layers[hasBox && view.about.contains(place) ? 1 : 0] << view(place);
    }
    const std::array pens{QPen(ink::around, 1.5), QPen(ink::inside, 2.5)};
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        QPen pen = pens[layer];
        pen.setCapStyle(Qt::RoundCap);
        painter.setPen(pen);
        painter.drawPoints(layers[layer].constData(), static_cast<int>(layers[layer].size()));
    }
}

void drawPin(QPainter& painter, const QPointF& at)
{
    painter.setPen(QPen(ink::pin, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 7.0, 7.0);
    painter.drawLine(at + QPointF(-11, 0), at + QPointF(11, 0));
    painter.drawLine(at + QPointF(0, -11), at + QPointF(0, 11));
}

} // namespace

QImage pictureOf(const RejectedObject& object, const PointCloud& cloud)
{
    const Cuboid about = subjectOf(object);
    const double reach_m = std::max(leastReach_m, 0.7 * about.size.head<2>().norm());
    QImage image(pictureSize, QImage::Format_RGB32);
    image.fill(ink::paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QRect& pane : {abovePane, sidePane}) {
        const PlanView view{pane, pane == abovePane, 0.5 * pane.height() / reach_m, about};
        painter.save();
        painter.setClipRect(pane);
        drawPoints(painter, view, cloud, 1.4 * reach_m, object.shape.has_value());
        if (object.shape) {
            drawOutline(painter, view, *object.shape->outline, about, ink::box);
            drawBox(painter, view, about, QPen(ink::box, 2.0));
        }
        if (object.verdict.place)
            drawPin(painter, view(*object.verdict.place));
        painter.setPen(ink::frame);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(pane.adjusted(0, 0, -1, -1));
        painter.restore();
    }
    return image;
}

Result<ReportPictures> drawRejected(const std::vector<RejectedObject>& rejected, const Scene& scene, const QDir& folder,
    std::size_t most, const Progress& progress)
{
    std::map<FrameId, std::vector<std::size_t>> byFrame;
    std::size_t count = 0;
    for (std::size_t i = 0; i < rejected.size() && count < most; ++i)
        if (rejected[i].shape || rejected[i].verdict.place) {
            byFrame[rejected[i].frame].push_back(i);
            ++count;
        }
    ReportPictures pictures;
    int done = 0;
    for (const auto& [frame, places] : byFrame) {
        if (!progress.report(done++, static_cast<int>(byFrame.size())))
            return failure(Text::tr("The report was cancelled."));
        const auto cloud = readCloud(folder.absoluteFilePath(scene.frames.at(frame).cloudPath));
        if (!cloud) {
            pictures.remarks << cloud.error().sentence;
            continue;
        }
        for (const std::size_t i : places) {
            QBuffer buffer(&pictures.png[i]);
            buffer.open(QIODevice::WriteOnly);
            pictureOf(rejected[i], *cloud).save(&buffer, "PNG");
        }
    }
    return pictures;
}

} // namespace lunkuo
