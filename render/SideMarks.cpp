#include "render/SideMarks.h"

#include "model/geometry/Angles.h"
#include "model/geometry/Polygon.h"
#include "model/tools/Handles.h"
#include "render/Marks.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double gripRadius_px = 3.5;
constexpr double pinRadius_px = 1.8;
constexpr double arrow_px = 7.0;
constexpr double arrowShare = 0.75;   ///< of the way from the middle to the front
constexpr double scaleRoom_px = 14.0; ///< at the bottom
constexpr double plateGap_px = 4.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SideView)
};

/// Where a point of the shape's own frame is drawn.
QPointF pixelOf(const SideDrawing& drawing, const Eigen::Vector3d& object)
{
    return drawing.pixelOf(drawing.sight.onPlane(drawing.shape.cuboid.toSensor(object)));
}

/// The middle of a face or, with two signs, an edge that is seen as a corner.
QPointF pixelOfSide(const SideDrawing& drawing, const Eigen::Vector3i& side)
{
    return pixelOf(drawing, 0.5 * side.cast<double>().cwiseProduct(drawing.shape.cuboid.size));
}

QPolygonF contourOf(const SideDrawing& drawing)
{
    const Outline& outline = drawing.shape.outline;
    QPolygonF contour;
    if (drawing.sight.side == ObjectSide::Top) {
        for (const Eigen::Vector2d& p : outline.footprint)
            contour << pixelOf(drawing, {p.x(), p.y(), 0.0});
    } else if (axisOf(drawing.sight.towards()) == 1) {
        for (const Eigen::Vector2d& p : outline.profile)
            contour << pixelOf(drawing, {p.x(), 0.0, p.y()});
    } else {
        Polygon2 seen;
        for (const Eigen::Vector3d& p : outline.vertices)
            seen.push_back(drawing.sight.ofObject(p));
        const Eigen::Vector3d right = drawing.sight.right().cast<double>();
        for (const Eigen::Vector2d& p : convexHull(std::move(seen)))
            contour << pixelOf(drawing, p.x() * right + p.y() * Eigen::Vector3d::UnitZ());
    }
    return contour;
}

/// Thin dots when it is only interpolated; the edges of the bottom are dashed when it was propagated.
void paintEdges(QPainter& painter, const SideDrawing& drawing, const QPolygonF& box)
{
    const Derivation derivation = drawing.shape.derivation;
    QPen pen(drawing.color, drawing.isEditable ? 2.0 : 1.5, drawing.isTentative ? Qt::DashLine : Qt::SolidLine);
    if (derivation == Derivation::Interpolated) {
        pen.setWidthF(1.5);
        pen.setStyle(Qt::DotLine);
    } else if (derivation == Derivation::Propagated && drawing.sight.side == ObjectSide::Top) {
        pen.setDashPattern({4.0, 3.0});
    }
    painter.setPen(pen);
    if (derivation != Derivation::Propagated || drawing.sight.side == ObjectSide::Top) {
        painter.drawPolygon(box);
        return;
    }
    // The last two corners are those of the bottom.
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(box);
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF{box[2], box[1], box[0], box[3]});
    pen.setDashPattern({4.0, 3.0});
    painter.setPen(pen);
    painter.drawLine(box[2], box[3]);
}

/// What is seen of a box, however it is turned against the sight: four corners where it stands as the sight does, above
/// first, then below.
QPolygonF boxOf(const SideDrawing& drawing)
{
    const Eigen::Vector3i right = drawing.sight.right();
    const Eigen::Vector3i up = drawing.sight.up();
    QPolygonF box;
    for (const Eigen::Vector3i& corner : {Eigen::Vector3i(right + up), Eigen::Vector3i(up - right),
             Eigen::Vector3i(-right - up), Eigen::Vector3i(right - up)})
        box << pixelOfSide(drawing, corner);
    return box;
}

/// All edges of a box that stands askew to the sight would be a thicket: what bounds it is enough.
QPolygonF silhouetteOf(const SideDrawing& drawing)
{
    Polygon2 corners;
    for (const Eigen::Vector3d& corner : drawing.shape.cuboid.corners())
        corners.push_back(drawing.sight.onPlane(corner));
    QPolygonF bounds;
    for (const Eigen::Vector2d& place : convexHull(std::move(corners)))
        bounds << drawing.pixelOf(place);
    return bounds;
}

void paintBody(QPainter& painter, const SideDrawing& drawing)
{
    const QPolygonF box = boxOf(drawing);
    QColor ground = drawing.color;
    ground.setAlpha(0x1c);
    painter.setBrush(ground);
    paintEdges(painter, drawing, box);
    const QPolygonF contour = contourOf(drawing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(drawing.colors.stronger(drawing.color), 1.2));
    painter.drawPolygon(contour);
}

void strokeArrow(QPainter& painter, const QPointF& from, const QPointF& to, int heads)
{
    painter.drawLine(from, to);
    QLineF shaft(to, from);
    for (int head = 0; head < heads; ++head) {
        for (const double turn : {28.0, -28.0}) {
            QLineF barb = shaft;
            barb.setLength(arrow_px);
            barb.setAngle(shaft.angle() + turn);
            painter.drawLine(barb);
        }
        // The next one stands behind it.
        const QLineF whole(to, from);
        shaft.translate(0.7 * arrow_px / std::max(1.0, whole.length()) * (whole.p2() - whole.p1()));
    }
}

/// Where the front is: an arrow, or a sign that it comes towards the eye (a point) or goes away (a cross).
void paintHeading(QPainter& painter, const SideDrawing& drawing)
{
    painter.setPen(QPen(drawing.color, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    const QPointF middle = pixelOf(drawing, Eigen::Vector3d::Zero());
    const QPointF grip = drawing.pixelOf(turnGripOf(drawing.sight, drawing.shape.cuboid, drawing.pixel_m));
    if (axisOf(drawing.sight.towards()) != 0) {
        // Its head stays clear of the grip.
        strokeArrow(painter, middle, middle + arrowShare * (pixelOfSide(drawing, {1, 0, 0}) - middle),
            drawing.shape.derivation == Derivation::Propagated ? 2 : 1);
        painter.drawLine(pixelOfSide(drawing, {1, 0, 0}), grip);
        return;
    }
    painter.drawLine(pixelOfSide(drawing, {0, 0, 1}), grip);
    painter.drawEllipse(middle, arrow_px, arrow_px);
    const QPointF slant(0.6 * arrow_px, 0.6 * arrow_px);
    const QPointF back(0.6 * arrow_px, -0.6 * arrow_px);
    if (drawing.sight.towards().x() > 0) {
        painter.setBrush(drawing.color);
        painter.drawEllipse(middle, 1.5, 1.5);
    } else {
        painter.drawLine(middle - slant, middle + slant);
        painter.drawLine(middle - back, middle + back);
    }
}

/// The faces that the cursor means, thicker than the rest.
void paintMeant(QPainter& painter, const SideDrawing& drawing)
{
    if (!drawing.grip)
        return;
    const Eigen::Vector3i right = drawing.sight.right();
    const Eigen::Vector3i up = drawing.sight.up();
    painter.setPen(QPen(drawing.colors.meant, 3.0, Qt::SolidLine, Qt::RoundCap));
    for (const Eigen::Vector3i& side : {right, up}) {
        const int sign = side.dot(drawing.grip->side);
        const Eigen::Vector3i& across = side == right ? up : right;
        if (sign != 0)
            painter.drawLine(pixelOfSide(drawing, sign * side + across), pixelOfSide(drawing, sign * side - across));
    }
}

void paintGrips(QPainter& painter, const SideDrawing& drawing)
{
    const Eigen::Vector3i right = drawing.sight.right();
    const Eigen::Vector3i up = drawing.sight.up();
    const auto isMeant = [&](SideGrip::Kind kind, const Eigen::Vector3i& side) {
        return drawing.grip && *drawing.grip == SideGrip{kind, side};
    };
    const auto square = [&](const Eigen::Vector3i& side, SideGrip::Kind kind) {
        painter.setPen(QPen(drawing.colors.gripRim, 1.0));
        painter.setBrush(isMeant(kind, side) ? drawing.colors.meant : drawing.colors.grip);
        const QPointF at = pixelOfSide(drawing, side);
        painter.drawRect(
            QRectF(at - QPointF(gripRadius_px, gripRadius_px), 2.0 * QSizeF(gripRadius_px, gripRadius_px)));
        if (const FaceSet fixes = facesOf(Handle{Handle::Kind::Corner, side});
            kind == SideGrip::Kind::Face && (drawing.shape.held & fixes) == fixes) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(drawing.colors.gripRim);
            painter.drawEllipse(at, pinRadius_px, pinRadius_px);
        }
    };
    for (const int sign : {1, -1}) {
        square(sign * right, SideGrip::Kind::Face);
        square(sign * up, SideGrip::Kind::Face);
        square(sign * right + up, SideGrip::Kind::Corner);
        square(sign * right - up, SideGrip::Kind::Corner);
    }
    painter.setPen(QPen(drawing.colors.gripRim, 1.0));
    painter.setBrush(
        isMeant(SideGrip::Kind::Turn, Eigen::Vector3i::Zero()) ? drawing.colors.meant : drawing.colors.grip);
    const QPointF turn = drawing.pixelOf(turnGripOf(drawing.sight, drawing.shape.cuboid, drawing.pixel_m));
    painter.drawEllipse(turn, gripRadius_px + 1.0, gripRadius_px + 1.0);
    if (drawing.shape.held.testFlag(Face::Heading)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(drawing.colors.gripRim);
        painter.drawEllipse(turn, pinRadius_px, pinRadius_px);
    }
}

/// What may be drawn on: the widget, or its part that is this object's.
QRectF roomOf(const QPainter& painter)
{
    return painter.hasClipping() ? painter.clipBoundingRect() : QRectF(painter.window());
}

/// Words with their middle at a place, on a ground that keeps them readable.
void paintFigure(QPainter& painter, const ViewColors& colors, const QPointF& middle, const QString& words, bool isMeant)
{
    const QFontMetricsF metrics(painter.font());
    QRectF plate(QPointF(), metrics.size(Qt::TextSingleLine, words) + QSizeF(6.0, 0.0));
    plate.moveCenter(middle);
    const QRectF view = roomOf(painter);
    plate.moveLeft(std::clamp(plate.left(), view.left(), std::max(view.left(), view.right() - plate.width())));
    plate.moveTop(std::clamp(plate.top(), view.top(), std::max(view.top(), view.bottom() - plate.height())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.plate);
    painter.drawRoundedRect(plate, 2.0, 2.0);
    painter.setPen(isMeant ? colors.meant : colors.words);
    painter.drawText(plate, Qt::AlignCenter, words);
}

/// The one of the three angles that turning in this view changes.
double angleSeen(const SideDrawing& drawing)
{
    const Cuboid& cuboid = drawing.shape.cuboid;
    switch (axisOf(drawing.sight.towards())) {
    case 0:
        return cuboid.roll();
    case 1:
        return cuboid.pitch();
    default:
        return cuboid.yaw();
    }
}

/// How long the sides are, beside them; the angle while it is turned.
void paintFigures(QPainter& painter, const SideDrawing& drawing)
{
    const Eigen::Vector3i right = drawing.sight.right();
    const Eigen::Vector3i up = drawing.sight.up();
    const Eigen::Vector2d extent = drawing.sight.extentOf(drawing.shape.cuboid.size);
    const QFontMetricsF metrics(painter.font());
    const auto metres = [](double value) { return Text::tr("%1 m").arg(QLocale().toString(value, 'f', 2)); };
    const auto isMeant = [&](const Eigen::Vector3i& axis) { return drawing.grip && drawing.grip->side.dot(axis) != 0; };
    const QPointF below(0.0, 0.5 * metrics.height() + plateGap_px + gripRadius_px);
    // Inside where there is no room outside: neither the grips nor the scale may be covered.
    const QRectF view = roomOf(painter);
    const QPointF bottom = pixelOfSide(drawing, -up);
    const bool hasRoomBelow = bottom.y() + 2.0 * below.y() < view.bottom() - scaleRoom_px;
    paintFigure(
        painter, drawing.colors, hasRoomBelow ? bottom + below : bottom - below, metres(extent.x()), isMeant(right));
    const QString height = metres(extent.y());
    const QPointF aside(0.5 * metrics.horizontalAdvance(height) + 3.0 + plateGap_px + gripRadius_px, 0.0);
    const QPointF left = pixelOfSide(drawing, -right);
    const bool hasRoomAside = left.x() - 2.0 * aside.x() > view.left();
    paintFigure(painter, drawing.colors, hasRoomAside ? left - aside : left + aside, height, isMeant(up));
    if (drawing.grip && drawing.grip->kind == SideGrip::Kind::Turn) {
        const QPointF above(0.0, -0.5 * metrics.height() - plateGap_px - 2.0 * gripRadius_px);
        paintFigure(painter, drawing.colors,
            drawing.pixelOf(turnGripOf(drawing.sight, drawing.shape.cuboid, drawing.pixel_m)) + above,
            Text::tr("%1°").arg(QLocale().toString(degrees(angleSeen(drawing)), 'f', 1)), true);
    }
}

} // namespace

void paintSide(QPainter& painter, const SideDrawing& drawing)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintBody(painter, drawing);
    paintHeading(painter, drawing);
    if (drawing.isEditable) {
        paintMeant(painter, drawing);
        paintGrips(painter, drawing);
    }
    if (drawing.shape.locked)
        paintPadlock(painter, pixelOfSide(drawing, drawing.sight.right() + drawing.sight.up()) + QPointF(-10.0, 10.0));
    if (drawing.hasFigures)
        paintFigures(painter, drawing);
}

void paintGhost(QPainter& painter, const SideDrawing& drawing)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(drawing.color, 1.6, Qt::DashLine));
    painter.drawPolygon(silhouetteOf(drawing));
    painter.setPen(QPen(drawing.color, 1.2, Qt::DashLine));
    painter.drawPolygon(contourOf(drawing));
    if (drawing.sight.side != ObjectSide::Top)
        return;
    const QPointF middle = pixelOf(drawing, Eigen::Vector3d::Zero());
    painter.setPen(QPen(drawing.color, 1.4, Qt::SolidLine, Qt::RoundCap));
    strokeArrow(painter, middle, middle + arrowShare * (pixelOfSide(drawing, {1, 0, 0}) - middle), 1);
}

void paintScale(QPainter& painter, const ViewColors& colors, const QSizeF& view, double pixel_m)
{
    constexpr double margin_px = 8.0;
    constexpr double longest_px = 80.0;
    double length_m = 0.1;
    for (const double next : {0.2, 0.5, 1.0, 2.0, 5.0, 10.0})
        if (next / pixel_m <= longest_px)
            length_m = next;
    const QPointF right(view.width() - margin_px, view.height() - margin_px);
    const QPointF left = right - QPointF(length_m / pixel_m, 0.0);
    painter.setPen(QPen(colors.hint, 1.0));
    painter.drawLine(left, right);
    for (const QPointF& end : {left, right})
        painter.drawLine(end - QPointF(0.0, 3.0), end);
    const QString words = Text::tr("%1 m").arg(QLocale().toString(length_m, 'g', 2));
    const QFontMetricsF metrics(painter.font());
    const QPointF above(-0.5 * metrics.horizontalAdvance(words) - 3.0, -0.5 * metrics.height() - 4.0);
    paintFigure(painter, colors, right + above, words, false);
}

} // namespace lunkuo
