#include "render/VerdictMarks.h"

namespace lunkuo
{

void paintTick(QPainter& painter, const QPointF& middle, const QColor& color)
{
    painter.setPen(QPen(color, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-5.0, 0.0), middle + QPointF(-1.5, 3.5), middle + QPointF(5.0, -4.0)});
}

void paintOpenVerdict(QPainter& painter, const QPointF& middle, bool isAnswered)
{
    constexpr double cross_px = 2.8;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 0xc0));
    painter.drawEllipse(middle, verdictDisc_px + 1.0, verdictDisc_px + 1.0);
    painter.setBrush(isAnswered ? answeredColor : rejectedColor);
    painter.drawEllipse(middle, verdictDisc_px, verdictDisc_px);
    if (isAnswered) {
        paintTick(painter, middle, Qt::black);
        return;
    }
    painter.setPen(QPen(Qt::black, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle - QPointF(cross_px, cross_px), middle + QPointF(cross_px, cross_px));
    painter.drawLine(middle - QPointF(cross_px, -cross_px), middle + QPointF(cross_px, -cross_px));
}

} // namespace lunkuo
