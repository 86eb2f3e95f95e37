#include "render/Marks.h"

#include "model/tools/Handles.h"
#include "render/PointColors.h"

#include <QLineF>
#include <QPainter>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double smallestNamed_px = 14.0; ///< smaller shapes carry their name only when selected or hovered
constexpr double nameGap_px = 6.0;
constexpr double gripRadius_px = 4.5;
constexpr double pinRadius_px = 1.2;
constexpr double seedRadius_px = 6.0;
const QColor lockColor(0xec, 0xef, 0xf3);
const QColor gripColor(0xff, 0xff, 0xff);
const QColor belongsColor(0x5c, 0xe0, 0x8c);
const QColor excludedColor(0xff, 0x7a, 0x6e);

/// Dark under bright, so that a mark shows on any ground.
void strokeTwice(QPainter& painter, const QColor& color, double width_px, const auto& draw)
{
    painter.setPen(QPen(QColor(0, 0, 0, 0xc0), width_px + 2.0, Qt::SolidLine, Qt::RoundCap));
    draw();
    painter.setPen(QPen(color, width_px, Qt::SolidLine, Qt::RoundCap));
    draw();
}
} // namespace

QString nameOf(const Shape& shape, const ViewState& state)
{
    const Track* track = state.scene.trackOf(shape);
    if (!track)
        return {};
    const ClassDef* type = state.scene.taxonomy.classOf(track->classId);
    const QString name = type ? type->name.in(state.locale) : track->classId;
    return QStringLiteral("%1 %2").arg(name).arg(track->number);
}

std::optional<QPointF> topOf(const Cuboid& cuboid, const ViewCamera& camera)
{
    const auto center = camera.pixelOf(cuboid.center);
    if (!center)
        return std::nullopt;
    double top = center->y();
    for (const Eigen::Vector3d& corner : cuboid.corners())
        if (const auto pixel = camera.pixelOf(corner))
            top = std::min(top, pixel->y());
    return QPointF(center->x(), top);
}

QRectF plateRect(const QPainter& painter, const QPointF& bottomCenter, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    QRectF plate(QPointF(), metrics.size(Qt::TextSingleLine, text) + QSizeF(10.0, 2.0));
    plate.moveCenter(bottomCenter);
    plate.moveBottom(bottomCenter.y());
    return plate;
}

QRectF paintPlate(
    QPainter& painter, const ViewColors& colors, const QPointF& bottomCenter, const QString& text, const QColor& border)
{
    const QRectF plate = plateRect(painter, bottomCenter, text);
    painter.setPen(QPen(colors.inked(border), 1.0));
    painter.setBrush(colors.plate);
    painter.drawRoundedRect(plate, 3.0, 3.0);
    painter.setPen(colors.words);
    painter.drawText(plate, Qt::AlignCenter, text);
    return plate;
}

namespace
{
QColor colorOf(const Shape& shape, const ViewState& state)
{
    const Track* track = state.scene.trackOf(shape);
    const ByteColor color = classColor(state.scene.taxonomy, track ? track->classId : QString());
    return {color[0], color[1], color[2]};
}

/// For the one that is meant: its colour is the ground, so that it stands out from all others.
void paintFilledPlate(
    QPainter& painter, const ViewColors& colors, const QRectF& plate, const QString& text, const QColor& color)
{
    painter.setPen(QPen(colors.here, 1.5));
    painter.setBrush(color);
    painter.drawRoundedRect(plate, 3.0, 3.0);
    painter.setPen(qGray(color.rgb()) > 110 ? Qt::black : Qt::white);
    painter.drawText(plate, Qt::AlignCenter, text);
}
} // namespace

void paintNames(QPainter& painter, const std::vector<const Shape*>& shapes, const ViewState& state)
{
    struct Name
    {
        const Shape* shape;
        QPointF bottom;
        double order; ///< who comes first has the room
    };
    std::vector<Name> names;
    for (const Shape* shape : shapes) {
        const bool isMeant = state.isSelected(shape->id) || shape->id == state.hovered;
        const double width_px = shape->cuboid.size.norm() / state.camera.metresPerPixel(shape->cuboid.center);
        const auto top = topOf(shape->cuboid, state.camera);
        if (!top || (!isMeant && width_px < smallestNamed_px))
            continue;
        if (!isMeant && !state.namesShown) {
            // What is finished is told from what is not without names too.
            if (shape->locked)
                paintPadlock(painter, *top - QPointF(0.0, nameGap_px));
            continue;
        }
        const double order = state.isSelected(shape->id)  ? -2.0
                             : shape->id == state.hovered ? -1.0
                                                          : state.camera.depthOf(shape->cuboid.center);
        names.push_back({shape, *top - QPointF(0.0, nameGap_px), order});
    }
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.order < b.order; });
    const ViewColors& colors = ViewColors::of(state.backdrop);
    std::vector<QRectF> taken;
    for (const Name& name : names) {
        const QString text = nameOf(*name.shape, state);
        const QRectF plate = plateRect(painter, name.bottom, text);
        const bool isFree =
            std::none_of(taken.begin(), taken.end(), [&plate](const QRectF& other) { return other.intersects(plate); });
        if (!isFree && name.order >= 0.0)
            continue;
        taken.push_back(plate);
        QColor color = colorOf(*name.shape, state);
        if (state.isSelected(name.shape->id)) {
            paintFilledPlate(painter, colors, plate, text, color);
        } else {
            color.setAlpha(0x90);
            paintPlate(painter, colors, name.bottom, text, name.order < 0.0 ? colors.here : color);
        }
        if (name.shape->locked)
            paintPadlock(painter, QPointF(plate.right() + 8.0, plate.center().y()));
    }
}

void paintPadlock(QPainter& painter, const QPointF& middle)
{
    const QRectF body(middle.x() - 4.5, middle.y() - 1.0, 9.0, 6.5);
    const QRectF bow(middle.x() - 3.0, middle.y() - 5.5, 6.0, 8.0);
    painter.setBrush(Qt::NoBrush);
    strokeTwice(painter, lockColor, 1.5, [&] { painter.drawArc(bow, 0, 180 * 16); });
    painter.setPen(QPen(QColor(0, 0, 0, 0xc0), 1.0));
    painter.setBrush(lockColor);
    painter.drawRoundedRect(body, 1.0, 1.0);
}

void paintHandles(QPainter& painter, const Cuboid& cuboid, FaceSet held, const ViewState& state)
{
    const ViewCamera& camera = state.camera;
    const auto middle = camera.pixelOf(cuboid.center);
    if (!middle || !hasRoomForGrips(cuboid, camera.ray(*middle).origin, camera.tanPixel(), camera.pixelSize_m()))
        return;
    for (const Handle& handle : handlesOf(cuboid)) {
        const auto pixel = camera.pixelOf(positionOf(handle, cuboid));
        // A grip shows where a press would take hold of it, and not behind another one.
        if (!pixel || handleAt(cuboid, camera.ray(*pixel), camera.tanPixel(), camera.pixelSize_m()) != handle)
            continue;
        painter.setPen(QPen(QColor(0, 0, 0, 0xd0), 1.5));
        painter.setBrush(gripColor);
        const QRectF grip(*pixel - QPointF(gripRadius_px, gripRadius_px), 2.0 * QSizeF(gripRadius_px, gripRadius_px));
        if (handle.kind == Handle::Kind::Rotate)
            painter.drawEllipse(grip);
        else
            painter.drawRect(grip.adjusted(0.5, 0.5, -0.5, -0.5));
        if (const FaceSet fixes = facesOf(handle); (held & fixes) == fixes) {
            painter.setBrush(Qt::black);
            painter.drawEllipse(*pixel, pinRadius_px, pinRadius_px);
        }
    }
}

void paintSeeds(QPainter& painter, const std::vector<SeedClick>& seeds, const ViewState& state)
{
    painter.setBrush(Qt::NoBrush);
    for (const SeedClick& seed : seeds) {
        const auto pixel = state.camera.pixelOf(seed.position);
        if (!pixel)
            continue;
        const QPointF across(seedRadius_px, 0.0);
        const QPointF along(0.0, seedRadius_px);
        strokeTwice(painter, seed.belongs ? belongsColor : excludedColor, 2.0, [&] {
            painter.drawLine(QLineF(*pixel - across, *pixel + across));
            if (seed.belongs)
                painter.drawLine(QLineF(*pixel - along, *pixel + along));
        });
    }
}

} // namespace lunkuo
