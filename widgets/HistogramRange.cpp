#include "widgets/HistogramRange.h"

#include "widgets/Style.h"

#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double edge_px = 7.0; ///< room for a handle beside the field
constexpr double grip_px = 10.0;
constexpr double leastShare = 0.005; ///< of the field, between the handles
} // namespace

HistogramRange::HistogramRange(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::SplitHCursor);
}

void HistogramRange::show(const Histogram& histogram, const PointColoring& coloring, ColorMap map)
{
    // While a handle is held the scale stays under it.
    if (m_held == End::None)
        m_histogram = histogram;
    m_coloring = coloring;
    m_map = map;
    setEnabled(!m_histogram.bins.empty());
    update();
}

QRectF HistogramRange::field() const
{
    return QRectF(rect()).adjusted(edge_px, 1.0, -edge_px, -grip_px - 1.0);
}

double HistogramRange::pixelOf(double value) const
{
    const double span = m_histogram.maximum - m_histogram.minimum;
    const double share = span > 0.0 ? (value - m_histogram.minimum) / span : 0.0;
    return field().left() + std::clamp(share, 0.0, 1.0) * field().width();
}

double HistogramRange::valueAt(double pixel) const
{
    const double share = std::clamp((pixel - field().left()) / field().width(), 0.0, 1.0);
    return m_histogram.minimum + share * (m_histogram.maximum - m_histogram.minimum);
}

QPoint HistogramRange::handle(bool upper) const
{
    return {qRound(pixelOf(upper ? m_coloring.maximum : m_coloring.minimum)), qRound(field().bottom() + 0.5 * grip_px)};
}

void HistogramRange::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_histogram.bins.empty())
        return;
    const double x = event->position().x();
    const double toLower = std::abs(x - pixelOf(m_coloring.minimum));
    const double toUpper = std::abs(x - pixelOf(m_coloring.maximum));
    const bool isUpper = toUpper < toLower || (toUpper == toLower && x > pixelOf(m_coloring.maximum));
    m_held = isUpper ? End::Upper : End::Lower;
    drag(x);
}

void HistogramRange::mouseMoveEvent(QMouseEvent* event)
{
    if (m_held != End::None)
        drag(event->position().x());
}

void HistogramRange::drag(double pixel)
{
    const double least = leastShare * (m_histogram.maximum - m_histogram.minimum);
    const double value = valueAt(pixel);
    if (m_held == End::Upper)
        emit rangeChanged(m_coloring.minimum, std::max(value, m_coloring.minimum + least));
    else
        emit rangeChanged(std::min(value, m_coloring.maximum - least), m_coloring.maximum);
}

void HistogramRange::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_held = End::None;
}

void HistogramRange::mouseDoubleClickEvent(QMouseEvent*)
{
    m_held = End::None;
    emit resetWanted();
}

void HistogramRange::paintHandle(QPainter& painter, double pixel) const
{
    const QRectF place = field();
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.0));
    painter.drawLine(QPointF(pixel, place.top()), QPointF(pixel, place.bottom()));
    painter.setBrush(palette().color(QPalette::WindowText));
    painter.drawPolygon(
        QPolygonF{QPointF(pixel, place.bottom() + 1.0), QPointF(pixel - 0.6 * grip_px, place.bottom() + grip_px),
            QPointF(pixel + 0.6 * grip_px, place.bottom() + grip_px)});
}

void HistogramRange::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place = field();
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(place);
    if (m_histogram.bins.empty()) {
        painter.setPen(dimTextColor(palette()));
        painter.drawText(place, Qt::AlignCenter, tr("no values"));
        return;
    }
    const auto most = *std::max_element(m_histogram.bins.begin(), m_histogram.bins.end());
    const double width = place.width() / static_cast<double>(m_histogram.bins.size());
    const double span = m_coloring.maximum - m_coloring.minimum;
    for (std::size_t i = 0; i < m_histogram.bins.size(); ++i) {
        const double left = place.left() + static_cast<double>(i) * width;
        const double share = (valueAt(left + 0.5 * width) - m_coloring.minimum) / span;
        // By the root, so that few values beside very many still show.
        const double height = place.height() * std::sqrt(static_cast<double>(m_histogram.bins[i]) / most);
        const ByteColor color = colorAt(m_map, std::pow(std::clamp(share, 0.0, 1.0), m_coloring.gamma));
        painter.fillRect(
            QRectF(left, place.bottom() - height, width + 0.5, height), QColor(color[0], color[1], color[2]));
    }
    paintHandle(painter, pixelOf(m_coloring.minimum));
    paintHandle(painter, pixelOf(m_coloring.maximum));
}

} // namespace lunkuo
