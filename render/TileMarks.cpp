#include "render/TileMarks.h"

#include "render/VerdictMarks.h"

#include <QPainterPath>

namespace lunkuo
{

namespace
{

constexpr double sign_px = 4.5;
constexpr int notch_px = 18;

/// A full diamond: a key frame; an empty one: interpolated; an arrow: carried over.
void paintDerivation(QPainter& painter, const QColor& color, const QPointF& at, Derivation derivation)
{
    const QPolygonF diamond{
        {at.x() - sign_px, at.y()}, {at.x(), at.y() - sign_px}, {at.x() + sign_px, at.y()}, {at.x(), at.y() + sign_px}};
    painter.setPen(QPen(color, 1.3));
    painter.setBrush(derivation == Derivation::KeyFrame ? QBrush(color) : QBrush(Qt::NoBrush));
    if (derivation != Derivation::Propagated) {
        painter.drawPolygon(diamond);
        return;
    }
    painter.drawLine(at - QPointF(sign_px, 0.0), at + QPointF(sign_px, 0.0));
    painter.drawPolyline(QPolygonF{
        {at.x() + 0.5, at.y() - sign_px + 0.5}, {at.x() + sign_px, at.y()}, {at.x() + 0.5, at.y() + sign_px - 0.5}});
}

/// A corner cut off, with an exclamation mark.
void paintDoubt(QPainter& painter, const ViewColors& colors, const QRect& tile)
{
    const QRectF frame(tile);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.doubt);
    painter.drawPolygon(QPolygonF{frame.bottomRight(), frame.bottomRight() - QPointF(1.6 * notch_px, 0.0),
        frame.bottomRight() - QPointF(0.0, 1.6 * notch_px)});
    QFont strong = painter.font();
    strong.setBold(true);
    painter.setFont(strong);
    painter.setPen(colors.ground);
    painter.drawText(QRectF(frame.bottomRight() - QPointF(notch_px, notch_px), QSizeF(notch_px - 2.0, notch_px)),
        Qt::AlignCenter, QStringLiteral("!"));
}

void paintVerdict(QPainter& painter, const ViewColors& colors, const QPointF& at, VerdictState state)
{
    if (state == VerdictState::Accepted)
        paintTick(painter, at, colors.accepted);
    else
        paintOpenVerdict(painter, at, state == VerdictState::Answered);
}

void paintHead(QPainter& painter, const ViewColors& colors, const QRect& tile, const TileSigns& signs)
{
    const QRect head(tile.topLeft(), QSize(tile.width(), tileHead_px));
    painter.fillRect(head, signs.isChosen ? colors.chosenHead : colors.head);
    const QFont plain = painter.font();
    QFont strong = plain;
    strong.setBold(true);
    painter.setFont(strong);
    painter.setPen(colors.words);
    int left = head.left() + 6;
    if (signs.isHere) {
        painter.setBrush(colors.here);
        const QPointF at(left + 3.0, head.center().y() + 0.5);
        painter.drawPolygon(QPolygonF{at + QPointF(-3.0, -4.0), at + QPointF(4.0, 0.0), at + QPointF(-3.0, 4.0)});
        left += 12;
    }
    const QString number = QString::number(signs.frame);
    const int width = painter.fontMetrics().horizontalAdvance(number);
    painter.drawText(QRect(left, head.top(), width + 1, head.height()), Qt::AlignVCenter | Qt::AlignLeft, number);
    painter.setFont(plain);
    paintDerivation(painter, colors.words, QPointF(left + width + 14.0, head.center().y() + 0.5), signs.derivation);
    if (!signs.isByHand) {
        painter.setPen(signs.isDoubtful ? colors.doubt : colors.hint);
        painter.drawText(head.adjusted(left - head.left() + width + 26, 0, -20, 0), Qt::AlignVCenter | Qt::AlignLeft,
            QStringLiteral("%1 %").arg(qRound(100.0 * signs.confidence)));
    }
    QPointF right(head.right() - 11.0, head.center().y() + 0.5);
    if (signs.isChosen) {
        paintTick(painter, right, colors.words);
        right.rx() -= 18.0;
    }
    if (signs.verdict)
        paintVerdict(painter, colors, right, *signs.verdict);
}

void paintBorder(QPainter& painter, const ViewColors& colors, const QRect& tile, const TileSigns& signs)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    const auto frame = [&](const QColor& color, int width, int inset) {
        QPen pen(color, width);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.setPen(pen);
        const int half = width / 2;
        painter.drawRect(tile.adjusted(inset + half, inset + half, -inset - half - 1, -inset - half - 1));
    };
    const bool isBad = signs.isDoubtful || signs.verdict == VerdictState::Rejected;
    frame(isBad ? colors.doubt : signs.isChosen ? colors.accent : colors.edge, isBad ? 2 : 1, 0);
    if (signs.isHere)
        frame(colors.here, 2, 0);
    if (signs.isCurrent)
        frame(colors.accent, 2, 2);
}

} // namespace

void paintSigns(QPainter& painter, const ViewColors& colors, const QRect& tile, const TileSigns& signs)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter, colors, tile, signs);
    paintBorder(painter, colors, tile, signs);
    painter.setRenderHint(QPainter::Antialiasing);
    if (signs.isDoubtful)
        paintDoubt(painter, colors, tile);
}

} // namespace lunkuo
