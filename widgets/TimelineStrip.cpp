#include "widgets/TimelineStrip.h"

#include "widgets/Style.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double row_px = 14.0;
constexpr double gap_px = 3.0;
constexpr double margin_px = 2.0;
constexpr double narrowestGutter_px = 72.0;
constexpr int narrowest_px = 240;
constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120.0; ///< of a wheel, eighths of a degree

QSize wanted(const QFontMetrics& metrics, int width)
{
    return {width, static_cast<int>(std::ceil(metrics.height() + 2.0 * (row_px + gap_px + margin_px)))};
}
} // namespace

TimelineStrip::TimelineStrip(const TimelineModel& model, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("timelineStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // The keys belong to the main view.
    setFocusPolicy(Qt::NoFocus);
    // The right button drags.
    setContextMenuPolicy(Qt::PreventContextMenu);
    connect(&model, &TimelineModel::framesChanged, this, &TimelineStrip::arrange);
    connect(&model, &TimelineModel::factsChanged, this, &TimelineStrip::drawAnew);
    connect(&model, &TimelineModel::currentChanged, this, &TimelineStrip::follow);
    arrange();
}

QSize TimelineStrip::sizeHint() const
{
    return wanted(fontMetrics(), 2 * narrowest_px);
}

QSize TimelineStrip::minimumSizeHint() const
{
    return wanted(fontMetrics(), narrowest_px);
}

void TimelineStrip::arrange()
{
    const QRectF area = QRectF(rect()).adjusted(margin_px, margin_px, -margin_px, -margin_px);
    const double gutter = std::max(narrowestGutter_px, 9.0 * fontMetrics().averageCharWidth() + 2.0 * gridStep_px);
    m_rows = TimelineRows::in(area, fontMetrics().height(), gutter);
    m_scale.setRoom(m_rows.frames.left(), m_rows.frames.width(), m_model.count());
    m_still = {};
    follow();
}

void TimelineStrip::follow()
{
    const int place = m_model.current();
    // While somebody drags, what is under the cursor stays there.
    if (place != FrameOrder::nowhere && !m_isScrubbing)
        m_scale.reveal(place);
    update();
}

void TimelineStrip::drawAnew()
{
    m_still = {};
    update();
}

QPointF TimelineStrip::pixelOfFrame(int place) const
{
    return {m_scale.middleOf(place), m_rows.frames.center().y()};
}

QPointF TimelineStrip::pixelOfMark(int place) const
{
    return {m_scale.middleOf(place), m_rows.track.center().y()};
}

QString TimelineStrip::tell(const QPointF& at) const
{
    if (m_model.count() == 0)
        return {};
    const bool isTrack = at.y() >= m_rows.track.top() - 0.5 * gap_px;
    if (at.x() < m_scale.left_px())
        return isTrack && m_model.isFollowing() ? m_model.trackName() : QString();
    const int place = m_scale.placeAt(at.x());
    return isTrack ? m_model.tellTrack(keyFrameAt(at).value_or(place)) : m_model.tell(place);
}

/// The nearest key frame whose sign is under the cursor.
std::optional<int> TimelineStrip::keyFrameAt(const QPointF& at) const
{
    if (m_model.count() == 0 || !m_rows.track.adjusted(0.0, -gap_px, 0.0, gap_px).contains(at))
        return std::nullopt;
    constexpr double reach_px = 0.5 * keyFrame_px + 1.0;
    std::optional<int> nearest;
    const auto distance = [&](int place) { return std::abs(m_scale.middleOf(place) - at.x()); };
    for (int place = m_scale.placeAt(at.x() - reach_px); place <= m_scale.placeAt(at.x() + reach_px); ++place)
        if (m_model.markAt(place).kind == TimelineModel::Mark::Kind::KeyFrame && distance(place) <= reach_px &&
            (!nearest || distance(place) < distance(*nearest)))
            nearest = place;
    return nearest;
}

void TimelineStrip::goTo(int place)
{
    m_selection.setFrame(m_model.frameAt(place));
}

bool TimelineStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tell(help->pos()), this);
    return true;
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    const TimelineLook look{m_model, m_scale, m_rows, palette()};
    const QSize pixels = size() * devicePixelRatioF();
    // From frame to frame only the playhead moves.
    if (m_still.size() != pixels || m_drawnScale != m_scale) {
        m_still = QPixmap(pixels);
        m_still.setDevicePixelRatio(devicePixelRatioF());
        m_still.fill(palette().color(QPalette::Base));
        QPainter still(&m_still);
        still.setFont(font());
        paintTimeline(still, look);
        m_drawnScale = m_scale;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    paintPlayhead(painter, look);
}

void TimelineStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    if (m_model.count() == 0)
        return;
    if (event->button() == Qt::LeftButton && event->position().x() >= m_scale.left_px()) {
        m_isScrubbing = true;
        goTo(m_scale.placeAt(event->position().x()));
    } else if (event->button() == Qt::MiddleButton || event->button() == Qt::RightButton) {
        m_panned_px = event->position().x();
        setCursor(Qt::ClosedHandCursor);
    }
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_isScrubbing) {
        goTo(m_scale.placeAt(x));
    } else if (m_panned_px) {
        m_scale.pan(x - *m_panned_px);
        m_panned_px = x;
        update();
    }
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_isScrubbing = false;
    else
        m_panned_px.reset();
    unsetCursor();
}

void TimelineStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto keyFrame = keyFrameAt(event->position());
    if (event->button() == Qt::LeftButton && keyFrame)
        goTo(*keyFrame);
    else
        mousePressEvent(event);
}

void TimelineStrip::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    if (delta.y() != 0)
        m_scale.zoom(std::pow(zoomPerNotch, delta.y() / notch), event->position().x());
    else
        m_scale.pan(0.5 * delta.x());
    update();
    event->accept();
}

void TimelineStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        arrange();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        drawAnew();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
