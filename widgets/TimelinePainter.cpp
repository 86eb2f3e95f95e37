#include "widgets/TimelinePainter.h"

#include "widgets/Style.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace lunkuo
{

namespace
{
using Mark = TimelineModel::Mark;

constexpr double singleFrame_px = 5.0; ///< from here on each frame is a cell of its own
constexpr double signedFrame_px = 13.0;
constexpr double numberRoom_px = 64.0;
constexpr double solid_px = 7.0;
constexpr double notch_px = 8.0;
constexpr double nearestKeyFrames_px = 7.0; ///< closer ones share a sign

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimelinePainter)
};

struct Drawing : TimelineLook
{
    QPainter& painter;
};

QColor inkOf(FrameState state, const QPalette& palette)
{
    switch (state) {
    case FrameState::Untouched:
        return dimTextColor(palette);
    case FrameState::InWork:
        return toneColor(Tone::Warning, palette);
    case FrameState::Done:
        break;
    }
    return toneColor(Tone::Good, palette);
}

/// What is rejected is hatched, so that its colour only repeats it.
QBrush brushOf(FrameState state, bool isRejected, const QPalette& palette)
{
    return isRejected ? QBrush(toneColor(Tone::Bad, palette), Qt::BDiagPattern) : QBrush(inkOf(state, palette));
}

/// The share of the row's height that says how far a frame is.
double heightOf(FrameState state)
{
    switch (state) {
    case FrameState::Untouched:
        return 0.2;
    case FrameState::InWork:
        return 0.55;
    case FrameState::Done:
        break;
    }
    return 1.0;
}

/// Calls `draw(from, to)` with the places that share each pixel, or each place alone where they are wider.
void eachColumn(const TimelineScale& scale, const auto& draw)
{
    const int last = scale.lastSeen();
    for (int place = scale.firstSeen(); place <= last;) {
        int to = place;
        const double column = std::floor(scale.xOf(place));
        while (scale.frame_px() < 1.0 && to < last && std::floor(scale.xOf(to + 1)) <= column)
            ++to;
        draw(place, to);
        place = to + 1;
    }
}

void paintCell(const Drawing& d, int place, const QRectF& cell)
{
    const FrameState state = d.model.stateAt(place);
    const bool isRejected = d.model.isRejectedAt(place);
    const QColor ink = isRejected ? toneColor(Tone::Bad, d.palette) : inkOf(state, d.palette);
    QRectF level = cell;
    level.setTop(cell.bottom() - (state == FrameState::Untouched ? 0.0 : heightOf(state)) * cell.height());
    d.painter.fillRect(isRejected ? cell : level, brushOf(state, isRejected, d.palette));
    d.painter.setPen(QPen(ink, 1.0));
    d.painter.setBrush(Qt::NoBrush);
    d.painter.drawRect(cell);
    if (d.scale.frame_px() < signedFrame_px)
        return;
    const QPointF middle = cell.center();
    const auto draw = [&](const QColor& color, std::initializer_list<QPointF> way) {
        QPolygonF line;
        for (const QPointF& step : way)
            line << middle + step;
        d.painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        d.painter.drawPolyline(line);
    };
    const QColor base = d.palette.color(QPalette::Base);
    if (isRejected) {
        d.painter.fillRect(QRectF(middle - QPointF(4.5, 4.5), QSizeF(9.0, 9.0)), base);
        draw(ink, {{-3.0, -3.0}, {3.0, 3.0}});
        draw(ink, {{3.0, -3.0}, {-3.0, 3.0}});
        return;
    }
    const bool isAccepted = d.model.isAcceptedAt(place);
    const QColor tick = state == FrameState::Done ? base : d.palette.color(QPalette::Text);
    if (isAccepted) {
        draw(tick, {{-5.5, 0.0}, {-3.5, 2.5}, {0.0, -2.5}});
        draw(tick, {{-0.5, 1.5}, {0.5, 2.5}, {5.0, -2.5}});
    } else if (state == FrameState::Done) {
        draw(tick, {{-3.5, 0.0}, {-1.0, 2.5}, {3.5, -2.5}});
    }
}

/// What has been done in the frames: empty, half full or full, so that colour only repeats it.
void paintFrames(const Drawing& d)
{
    const QRectF& row = d.rows.frames;
    eachColumn(d.scale, [&](int from, int to) {
        const double left = d.scale.xOf(from);
        const double right = d.scale.xOf(to + 1);
        if (d.scale.frame_px() >= singleFrame_px) {
            paintCell(d, from, QRectF(left + 1.0, row.top() + 0.5, right - left - 2.0, row.height() - 1.0));
            return;
        }
        // The least that has been done is what matters; the height tells how much of it. On whole pixels, so that no
        // seams show.
        FrameState least = FrameState::Done;
        double height = 0.0;
        bool isRejected = false;
        for (int place = from; place <= to; ++place) {
            least = std::min(least, d.model.stateAt(place));
            height += heightOf(d.model.stateAt(place));
            isRejected = isRejected || d.model.isRejectedAt(place);
        }
        height = isRejected ? row.height() : height * row.height() / (to - from + 1);
        const double start = std::floor(left);
        const double width = std::max(1.0, std::floor(right) - start);
        d.painter.fillRect(QRectF(start, row.bottom() - height, width, height), brushOf(least, isRejected, d.palette));
    });
}

/// What stands for several frames in one pixel: what a person did before what follows from it.
Mark::Kind strongest(const TimelineModel& model, int from, int to)
{
    constexpr std::array order{
        Mark::Kind::None, Mark::Kind::Interpolated, Mark::Kind::Propagated, Mark::Kind::KeyFrame};
    std::size_t best = 0;
    for (int place = from; place <= to; ++place) {
        const auto at = std::find(order.begin(), order.end(), model.markAt(place).kind);
        best = std::max(best, static_cast<std::size_t>(at - order.begin()));
    }
    return order[best];
}

void paintSpan(const Drawing& d, Mark::Kind kind, double left, double right, const QColor& ink)
{
    const double middle = d.rows.track.center().y();
    if (kind == Mark::Kind::Interpolated) {
        QPen pen(ink, 2.0, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({1.5, 1.5});
        d.painter.setPen(pen);
        d.painter.drawLine(QPointF(left, middle), QPointF(right, middle));
    } else if (kind != Mark::Kind::None) {
        const double height = kind == Mark::Kind::KeyFrame ? 3.0 : solid_px;
        d.painter.fillRect(QRectF(left, middle - 0.5 * height, right - left, height), ink);
    }
}

QPolygonF diamondAt(const QPointF& middle)
{
    constexpr double reach = 0.5 * keyFrame_px;
    return {middle + QPointF(-reach, 0.0), middle + QPointF(0.0, -reach), middle + QPointF(reach, 0.0),
        middle + QPointF(0.0, reach)};
}

void paintKeyFrame(const Drawing& d, const QPointF& middle, const QColor& ink)
{
    d.painter.setPen(QPen(d.palette.color(QPalette::Base), 1.0));
    d.painter.setBrush(ink);
    d.painter.drawPolygon(diamondAt(middle));
}

/// A notch from above with a sign in it: look here.
void paintNotch(const Drawing& d, double x)
{
    const double top = d.rows.track.top();
    const QPolygonF notch{
        QPointF(x - 0.5 * notch_px, top), QPointF(x + 0.5 * notch_px, top), QPointF(x, top + notch_px)};
    d.painter.setPen(Qt::NoPen);
    d.painter.setBrush(toneColor(Tone::Bad, d.palette));
    d.painter.drawPolygon(notch);
}

void paintTrack(const Drawing& d)
{
    const QColor ink = d.model.trackColor();
    Mark::Kind kind = Mark::Kind::None;
    double start = d.scale.left_px();
    double end = start;
    std::vector<double> keyFrames;
    std::vector<double> notches;
    const auto isClear = [](const std::vector<double>& places, double x, double room) {
        return places.empty() || x - places.back() >= room;
    };
    eachColumn(d.scale, [&](int from, int to) {
        const double left = d.scale.xOf(from);
        const Mark::Kind here = strongest(d.model, from, to);
        if (here != kind) {
            paintSpan(d, kind, start, left, ink);
            kind = here;
            start = left;
        }
        end = d.scale.xOf(to + 1);
        const double x = 0.5 * (left + end);
        if (here == Mark::Kind::KeyFrame && isClear(keyFrames, x, nearestKeyFrames_px))
            keyFrames.push_back(x);
        bool isDoubtful = false;
        for (int place = from; place <= to; ++place)
            isDoubtful = isDoubtful || d.model.markAt(place).isDoubtful;
        if (isDoubtful && isClear(notches, x, notch_px))
            notches.push_back(x);
    });
    paintSpan(d, kind, start, end, ink);
    for (const double x : keyFrames)
        paintKeyFrame(d, {x, d.rows.track.center().y()}, ink);
    for (const double x : notches)
        paintNotch(d, x);
}

/// Every so many frames have their number; where another sequence begins there is a line.
void paintRuler(const Drawing& d)
{
    int every = 1;
    for (int decade = 1; every * d.scale.frame_px() < numberRoom_px && decade < 1'000'000; decade *= 10)
        for (const int step : {1, 2, 5})
            if (every * d.scale.frame_px() < numberRoom_px)
                every = step * decade;
    for (int place = d.scale.firstSeen(); place <= d.scale.lastSeen(); ++place) {
        const int number = d.model.numberAt(place);
        if (d.model.beginsSequence(place)) {
            d.painter.setPen(d.palette.color(QPalette::Text));
            const double x = std::round(d.scale.xOf(place)) + 0.5;
            d.painter.drawLine(QPointF(x, d.rows.ruler.top()), QPointF(x, d.rows.track.bottom()));
        }
        if (number % every != 0 && number != 1)
            continue;
        const double x = d.scale.middleOf(place);
        d.painter.setPen(dimTextColor(d.palette));
        d.painter.drawLine(QPointF(x, d.rows.ruler.bottom() - 2.0), QPointF(x, d.rows.ruler.bottom()));
        QRectF words(0.0, d.rows.ruler.top(), numberRoom_px, d.rows.ruler.height() - 2.0);
        words.moveLeft(std::max(d.scale.left_px(), x - 0.5 * numberRoom_px));
        const bool isCut = words.left() > x - 0.5 * numberRoom_px;
        d.painter.drawText(words, isCut ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter, QString::number(number));
    }
}

/// A line through all rows, and on top of it which frame it is and when.
void paintPlayhead(const Drawing& d)
{
    const int place = d.model.current();
    if (place == FrameOrder::nowhere)
        return;
    const double x = std::round(d.scale.middleOf(place)); // two full pixels
    const bool isSeen =
        x >= d.scale.left_px() - 0.5 * d.scale.frame_px() && x <= d.scale.right_px() + 0.5 * d.scale.frame_px();
    if (!isSeen)
        return;
    const QColor accent = d.palette.color(QPalette::Highlight);
    if (d.scale.frame_px() >= singleFrame_px) {
        QColor wash = accent;
        wash.setAlpha(0x50);
        d.painter.fillRect(QRectF(d.scale.xOf(place), d.rows.frames.top() - 1.0, d.scale.frame_px(),
                               d.rows.track.bottom() - d.rows.frames.top() + 1.0),
            wash);
    }
    d.painter.setPen(QPen(accent, 2.0));
    d.painter.drawLine(QPointF(x, d.rows.ruler.bottom()), QPointF(x, d.rows.track.bottom()));
    const QString words = d.model.describe(place);
    const QFontMetricsF metrics(d.painter.font());
    QRectF plate(0.0, d.rows.ruler.top(), metrics.horizontalAdvance(words) + 10.0, d.rows.ruler.height());
    plate.moveLeft(std::clamp(
        x - 0.5 * plate.width(), d.scale.left_px(), std::max(d.scale.left_px(), d.scale.right_px() - plate.width())));
    d.painter.setPen(Qt::NoPen);
    d.painter.setBrush(accent);
    d.painter.drawRoundedRect(plate, 3.0, 3.0);
    d.painter.setPen(d.palette.color(QPalette::HighlightedText));
    d.painter.drawText(plate, Qt::AlignCenter, words);
}

void paintGutter(const Drawing& d)
{
    const QFontMetricsF metrics(d.painter.font());
    const auto write = [&](const QRectF& row, double indent, const QString& words, const QColor& ink) {
        const QRectF place(
            d.rows.gutter.left() + indent, row.top(), d.rows.gutter.width() - indent - 6.0, row.height());
        d.painter.setPen(ink);
        d.painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
            metrics.elidedText(words, Qt::ElideRight, place.width()));
    };
    write(d.rows.frames, 0.0, Text::tr("Frames"), dimTextColor(d.palette));
    if (!d.model.isFollowing()) {
        write(d.rows.track, 0.0, Text::tr("Object"), dimTextColor(d.palette));
        QRectF place = d.rows.track;
        place.setLeft(d.scale.left_px() + 4.0);
        d.painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(Text::tr("Select an object to see where it is known"), Qt::ElideRight, place.width()));
        return;
    }
    paintKeyFrame(d, {d.rows.gutter.left() + 0.5 * keyFrame_px, d.rows.track.center().y()}, d.model.trackColor());
    write(d.rows.track, keyFrame_px + 4.0, d.model.trackName(), d.palette.color(QPalette::Text));
}

} // namespace

TimelineRows TimelineRows::in(const QRectF& area, double text_px, double gutter_px)
{
    constexpr double gap_px = 3.0;
    const double row_px = 0.5 * (area.height() - text_px - 2.0 * gap_px);
    TimelineRows rows;
    rows.ruler = QRectF(area.left() + gutter_px, area.top(), area.width() - gutter_px, text_px);
    rows.frames = QRectF(rows.ruler.left(), rows.ruler.bottom() + gap_px, rows.ruler.width(), row_px);
    rows.track = rows.frames.translated(0.0, row_px + gap_px);
    rows.gutter = QRectF(area.left(), area.top(), gutter_px, area.height());
    return rows;
}

namespace
{
/// Names stay free of what is drawn of the frames.
void clipToFrames(QPainter& painter, const TimelineRows& rows)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(QRectF(rows.ruler.topLeft(), rows.track.bottomRight()));
}
} // namespace

void paintTimeline(QPainter& painter, const TimelineLook& look)
{
    const Drawing drawing{look, painter};
    painter.setRenderHint(QPainter::Antialiasing);
    paintGutter(drawing);
    if (look.model.count() == 0)
        return;
    clipToFrames(painter, look.rows);
    paintRuler(drawing);
    paintFrames(drawing);
    paintTrack(drawing);
}

void paintPlayhead(QPainter& painter, const TimelineLook& look)
{
    if (look.model.count() == 0)
        return;
    clipToFrames(painter, look.rows);
    paintPlayhead({look, painter});
}

} // namespace lunkuo
