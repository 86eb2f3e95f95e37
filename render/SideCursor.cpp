#include "render/SideCursor.h"

#include <QPainter>
#include <QPixmap>

namespace lunkuo
{

namespace
{

/// What a drag along a direction of the screen looks like (x to the right, y up).
Qt::CursorShape resizeCursor(const Eigen::Vector2i& direction)
{
    if (direction.x() == 0)
        return Qt::SizeVerCursor;
    if (direction.y() == 0)
        return Qt::SizeHorCursor;
    return direction.x() == direction.y() ? Qt::SizeBDiagCursor : Qt::SizeFDiagCursor;
}

/// A bow with two arrowheads: what Qt has no shape for.
QCursor turnCursor()
{
    QPixmap picture(24, 24);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [color, width] : {std::pair(QColor(Qt::black), 4.0), std::pair(QColor(Qt::white), 1.8)}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawArc(QRectF(5, 5, 14, 14), -30 * 16, 240 * 16);
        painter.drawPolyline(QPolygonF{{15.0, 15.5}, {18.2, 15.5}, {20.5, 12.5}});
        painter.drawPolyline(QPolygonF{{9.0, 15.5}, {5.8, 15.5}, {3.5, 12.5}});
    }
    return QCursor(picture, 12, 12);
}

} // namespace

QCursor cursorOf(const std::optional<SideGrip>& grip, const SideSight& sight)
{
    if (!grip)
        return Qt::ArrowCursor;
    switch (grip->kind) {
    case SideGrip::Kind::Turn:
        return turnCursor();
    case SideGrip::Kind::Move:
        return Qt::SizeAllCursor;
    default:
        return resizeCursor({grip->side.dot(sight.right()), grip->side.dot(sight.up())});
    }
}

} // namespace lunkuo
