#include "render/SideMarks.h"

#include "model/geometry/Polygon.h"
#include "model/tools/Handles.h"
#include "render/Marks.h"
#include "render/SideFigures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double pinRadius_px = 1.8;
constexpr double arrow_px = 7.0;
constexpr double arrowShare = 0.75; ///< of the way from the middle to the front

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SideView)
};

QPolygonF contourOf(const SideDrawing& drawing)
{
    const Outline& outline = drawing.shape.outline;
    QPolygonF contour;
    if (drawing.sight.side == ObjectSide::Top) {
        for (const Eigen::Vector2d& p : outline.footprint)
            contour << drawing.pixelOfObject({p.x(), p.y(), 0.0});
    } else if (axisOf(drawing.sight.towards()) == 1) {
        for (const Eigen::Vector2d& p : outline.profile)
            contour << drawing.pixelOfObject({p.x(), 0.0, p.y()});
    } else {
        Polygon2 seen;
        for (const Eigen::Vector3d& p : outline.vertices)
            seen.push_back(drawing.sight.ofObject(p));
        const Eigen::Vector3d right = drawing.sight.right().cast<double>();
        for (const Eigen::Vector2d& p : convexHull(std::move(seen)))
            contour << drawing.pixelOfObject(p.x() * right + p.y() * Eigen::Vector3d::UnitZ());
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
        box << drawing.pixelOfSide(corner);
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
    const QPointF middle = drawing.pixelOfObject(Eigen::Vector3d::Zero());
    const QPointF grip = drawing.turnGrip();
    if (axisOf(drawing.sight.towards()) != 0) {
        // Its head stays clear of the grip.
        strokeArrow(painter, middle, middle + arrowShare * (drawing.pixelOfSide({1, 0, 0}) - middle),
            drawing.shape.derivation == Derivation::Propagated ? 2 : 1);
        painter.drawLine(drawing.pixelOfSide({1, 0, 0}), grip);
        return;
    }
    painter.drawLine(drawing.pixelOfSide({0, 0, 1}), grip);
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
            painter.drawLine(drawing.pixelOfSide(sign * side + across), drawing.pixelOfSide(sign * side - across));
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
        const QPointF at = drawing.pixelOfSide(side);
        painter.drawRect(QRectF(
            at - QPointF(sideGripRadius_px, sideGripRadius_px), 2.0 * QSizeF(sideGripRadius_px, sideGripRadius_px)));
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
    const QPointF turn = drawing.turnGrip();
    painter.drawEllipse(turn, sideGripRadius_px + 1.0, sideGripRadius_px + 1.0);
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

/// Words on a ground that keeps them readable.
void paintFigure(QPainter& painter, const ViewColors& colors, const SideFigure& figure)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.plate);
    painter.drawRoundedRect(figure.plate, 2.0, 2.0);
    painter.setPen(figure.isMeant ? colors.meant : colors.words);
    painter.drawText(figure.plate, Qt::AlignCenter, figure.words);
}

/// A round length that is easily compared, and how it is drawn.
struct Scale
{
    Scale(const QFontMetricsF& metrics, const QSizeF& view, double pixel_m)
    {
        constexpr double margin_px = 8.0;
        constexpr double longest_px = 80.0;
        double length_m = 0.1;
        for (const double next : {0.2, 0.5, 1.0, 2.0, 5.0, 10.0})
            if (next / pixel_m <= longest_px)
                length_m = next;
        right = QPointF(view.width() - margin_px, view.height() - margin_px);
        left = right - QPointF(length_m / pixel_m, 0.0);
        figure.words = Text::tr("%1 m").arg(QLocale().toString(length_m, 'g', 2));
        figure.plate.setSize(figurePlate(metrics, figure.words));
        figure.plate.moveBottomRight(right - QPointF(0.0, 4.0));
    }

    QPointF left;
    QPointF right;
    SideFigure figure;
};

} // namespace

QPointF SideDrawing::pixelOfObject(const Eigen::Vector3d& object) const
{
    return pixelOf(sight.onPlane(shape.cuboid.toSensor(object)));
}

QPointF SideDrawing::pixelOfSide(const Eigen::Vector3i& side) const
{
    return pixelOfObject(0.5 * side.cast<double>().cwiseProduct(shape.cuboid.size));
}

QPointF SideDrawing::turnGrip() const
{
    return pixelOf(turnGripOf(sight, shape.cuboid, pixel_m));
}

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
        paintPadlock(painter, drawing.pixelOfSide(drawing.sight.right() + drawing.sight.up()) + QPointF(-10.0, 10.0));
    if (drawing.hasFigures)
        for (const SideFigure& figure : figuresOf(drawing, QFontMetricsF(painter.font()), roomOf(painter)))
            paintFigure(painter, drawing.colors, figure);
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
    const QPointF middle = drawing.pixelOfObject(Eigen::Vector3d::Zero());
    painter.setPen(QPen(drawing.color, 1.4, Qt::SolidLine, Qt::RoundCap));
    strokeArrow(painter, middle, middle + arrowShare * (drawing.pixelOfSide({1, 0, 0}) - middle), 1);
}

QRectF scaleRect(const QFontMetricsF& metrics, const QSizeF& view, double pixel_m)
{
    const Scale scale(metrics, view, pixel_m);
    return scale.figure.plate | QRectF(scale.left - QPointF(0.0, 3.0), scale.right + QPointF(1.0, 1.0));
}

void paintScale(QPainter& painter, const ViewColors& colors, const QSizeF& view, double pixel_m)
{
    const Scale scale(QFontMetricsF(painter.font()), view, pixel_m);
    painter.setPen(QPen(colors.hint, 1.0));
    painter.drawLine(scale.left, scale.right);
    for (const QPointF& end : {scale.left, scale.right})
        painter.drawLine(end - QPointF(0.0, 3.0), end);
    paintFigure(painter, colors, scale.figure);
}

} // namespace lunkuo
