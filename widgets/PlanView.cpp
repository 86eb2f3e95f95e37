#include "widgets/PlanView.h"

#include <QPainter>
#include <algorithm>

namespace lunkuo
{

QPointF PlanView::operator()(const Eigen::Vector3d& place) const
{
    const Eigen::Vector3d p = about.toObject(place);
    const QPointF middle = QRectF(pane).center();
    return {middle.x() + scale * p.x(), middle.y() - scale * (isFromAbove ? p.y() : p.z())};
}

QPolygonF polygonOf(const PlanView& view, const Cuboid& cuboid)
{
    const auto corners = cuboid.corners();
    QPolygonF polygon;
    if (view.isFromAbove) {
        for (std::size_t i = 0; i < 4; ++i)
            polygon << view(corners[i]);
        return polygon;
    }
    // Seen from the side a box is the hull of what its four ends show.
    QRectF extent(view(corners[0]), QSizeF());
    for (const Eigen::Vector3d& corner : corners) {
        const QPointF p = view(corner);
        extent.setLeft(std::min(extent.left(), p.x()));
        extent.setRight(std::max(extent.right(), p.x()));
        extent.setTop(std::min(extent.top(), p.y()));
        extent.setBottom(std::max(extent.bottom(), p.y()));
    }
    return QPolygonF(extent);
}

void drawBox(QPainter& painter, const PlanView& view, const Cuboid& cuboid, const QPen& pen)
{
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(polygonOf(view, cuboid));
    if (!view.isFromAbove)
        return;
    const Eigen::Vector3d front(0.5 * cuboid.size.x(), 0.0, 0.0);
    painter.drawLine(view(cuboid.toSensor(front)), view(cuboid.toSensor(front + Eigen::Vector3d(0.6, 0.0, 0.0))));
}

void drawOutline(
    QPainter& painter, const PlanView& view, const Outline& outline, const Cuboid& cuboid, const QColor& color)
{
    QPolygonF polygon;
    if (view.isFromAbove)
        for (const Eigen::Vector2d& p : outline.footprint)
            polygon << view(cuboid.toSensor({p.x(), p.y(), 0.0}));
    else
        for (const Eigen::Vector2d& p : outline.profile)
            polygon << view(cuboid.toSensor({p.x(), 0.0, p.y()}));
    QColor fill = color;
    fill.setAlpha(28);
    painter.setBrush(fill);
    painter.setPen(QPen(color, 1.0, Qt::DashLine));
    painter.drawPolygon(polygon);
}

} // namespace lunkuo
