#pragma once

#include "widgets/TimelineModel.h"
#include "widgets/TimelineScale.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace lunkuo
{

/// Where the parts of a timeline are, in pixels.
struct TimelineRows
{
    QRectF ruler;
    QRectF frames;
    QRectF track;
    QRectF gutter; ///< left of the rows, for names

    static TimelineRows in(const QRectF& area, double text_px, double gutter_px);
};

/// How wide the sign of a key frame is.
inline constexpr double keyFrame_px = 9.0;

/// What a timeline is drawn from.
struct TimelineLook
{
    const TimelineModel& model;
    const TimelineScale& scale;
    const TimelineRows& rows;
    const QPalette& palette;
};

/// Ruler, frames by what has been done in them, and the followed track. Only what is to be seen is looked at; frames
/// that are narrower than a pixel share one.
void paintTimeline(QPainter& painter, const TimelineLook& look);
/// Where the person is, over all of that.
void paintPlayhead(QPainter& painter, const TimelineLook& look);

} // namespace lunkuo
