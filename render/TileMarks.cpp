#include "render/TileMarks.h"

#include "render/VerdictMarks.h"

#include <QPainterPath>

namespace lunkuo
{

namespace
{

const QColor headColor(0x1a, 0x1f, 0x26, 0xe6);
const QColor chosenHead(0x1f, 0x3f, 0x6b, 0xf0);
const QColor wordColor(0xec, 0xef, 0xf3);
const QColor dimColor(0xa9, 0xb3, 0xc0);
const QColor edgeColor(0x2c, 0x33, 0x3c);
const QColor chosenColor(0x6d, 0xa8, 0xff);
const QColor hereColor(0xff, 0xff, 0xff);
const QColor doubtColor = rejectedColor;
constexpr double sign_px = 4.5;
constexpr int notch_px = 18;

/// A full diamond: a key frame; an empty one: interpolated; an arrow: carried over.
void paintDerivation(QPainter& painter, const QPointF& at, Derivation derivation)
{
    const QPolygonF diamond{
        {at.x() - sign_px, at.y()}, {at.x(), at.y() - sign_px}, {at.x() + sign_px, at.y()}, {at.x(), at.y() + sign_px}};
    painter.setPen(QPen(wordColor, 1.3));
    painter.setBrush(derivation == Derivation::KeyFrame ? QBrush(wordColor) : QBrush(Qt::NoBrush));
    if (derivation != Derivation::Propagated) {
        painter.drawPolygon(diamond);
        return;
    }
    painter.drawLine(at - QPointF(sign_px, 0.0), at + QPointF(sign_px, 0.0));
    painter.drawPolyline(QPolygonF{
        {at.x() + 0.5, at.y() - sign_px + 0.5}, {at.x() + sign_px, at.y()}, {at.x() + 0.5, at.y() + sign_px - 0.5}});
}

/// A corner cut off, with an exclamation mark.
void paintDoubt(QPainter& painter, const QRect& tile)
{
    const QRectF frame(tile);
    painter.setPen(Qt::NoPen);
    painter.setBrush(doubtColor);
    painter.drawPolygon(QPolygonF{frame.bottomRight(), frame.bottomRight() - QPointF(1.6 * notch_px, 0.0),
        frame.bottomRight() - QPointF(0.0, 1.6 * notch_px)});
    QFont strong = painter.font();
    strong.setBold(true);
    painter.setFont(strong);
    painter.setPen(Qt::black);
    painter.drawText(QRectF(frame.bottomRight() - QPointF(notch_px, notch_px), QSizeF(notch_px - 2.0, notch_px)),
        Qt::AlignCenter, QStringLiteral("!"));
}

void paintVerdict(QPainter& painter, const QPointF& at, VerdictState state)
{
    if (state == VerdictState::Accepted)
        paintTick(painter, at, acceptedColor);
    else
        paintOpenVerdict(painter, at, state == VerdictState::Answered);
}

void paintHead(QPainter& painter, const QRect& tile, const TileSigns& signs)
{
    const QRect head(tile.topLeft(), QSize(tile.width(), tileHead_px));
    painter.fillRect(head, signs.isChosen ? chosenHead : headColor);
    const QFont plain = painter.font();
    QFont strong = plain;
    strong.setBold(true);
    painter.setFont(strong);
    painter.setPen(wordColor);
    int left = head.left() + 6;
    if (signs.isHere) {
        painter.setBrush(hereColor);
        const QPointF at(left + 3.0, head.center().y() + 0.5);
        painter.drawPolygon(QPolygonF{at + QPointF(-3.0, -4.0), at + QPointF(4.0, 0.0), at + QPointF(-3.0, 4.0)});
        left += 12;
    }
    const QString number = QString::number(signs.frame);
    const int width = painter.fontMetrics().horizontalAdvance(number);
    painter.drawText(QRect(left, head.top(), width + 1, head.height()), Qt::AlignVCenter | Qt::AlignLeft, number);
    painter.setFont(plain);
    paintDerivation(painter, QPointF(left + width + 14.0, head.center().y() + 0.5), signs.derivation);
    if (!signs.isByHand) {
        painter.setPen(signs.isDoubtful ? doubtColor : dimColor);
        painter.drawText(head.adjusted(left - head.left() + width + 26, 0, -20, 0), Qt::AlignVCenter | Qt::AlignLeft,
            QStringLiteral("%1 %").arg(qRound(100.0 * signs.confidence)));
    }
    QPointF right(head.right() - 11.0, head.center().y() + 0.5);
    if (signs.isChosen) {
        paintTick(painter, right, wordColor);
        right.rx() -= 18.0;
    }
    if (signs.verdict)
        paintVerdict(painter, right, *signs.verdict);
}

void paintBorder(QPainter& painter, const QRect& tile, const TileSigns& signs)
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
    frame(isBad ? doubtColor : signs.isChosen ? chosenColor : edgeColor, isBad ? 2 : 1, 0);
    if (signs.isHere)
        frame(hereColor, 2, 0);
    if (signs.isCurrent)
        frame(chosenColor, 2, 2);
}

} // namespace

void paintSigns(QPainter& painter, const QRect& tile, const TileSigns& signs)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter, tile, signs);
    paintBorder(painter, tile, signs);
    painter.setRenderHint(QPainter::Antialiasing);
    if (signs.isDoubtful)
        paintDoubt(painter, tile);
}

} // namespace lunkuo
