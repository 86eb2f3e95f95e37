#pragma once

#include "render/SideMarks.h"

namespace lunkuo
{

/// How long a side of the object is, or how far it is turned, and where that is written, in logical pixels.
struct SideFigure
{
    QString words;
    QRectF plate;
    bool isMeant = false; ///< what the cursor is over, or holds, changes it
};

/// The room that words take up with the ground they stand on.
QSizeF figurePlate(const QFontMetricsF& metrics, const QString& words);

/// The figures that find room: beside the object, never over it, its arrow, its grips, each other or what else is
/// written. The one that is meant chooses first; only that one may lie over the object where there is nothing else.
std::vector<SideFigure> figuresOf(const SideDrawing& drawing, const QFontMetricsF& metrics, const QRectF& room);

} // namespace lunkuo
