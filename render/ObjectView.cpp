#include "render/ObjectView.h"

#include "render/ColorMap.h"
#include "render/SideMarks.h"

#include <QPainter>
#include <QPolygonF>

namespace lunkuo
{

namespace
{
constexpr double margin_m = 0.5;
constexpr double room_px = 16.0; ///< round the picture, for what is written there
constexpr double point_px = 1.6;
} // namespace

ObjectView::ObjectView(ObjectSide side, QWidget* parent)
    : QWidget(parent)
{
    m_sight.side = side;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ObjectView::setObject(const SequenceCompletion& completion, const QColor& color)
{
    m_sight.base = {};
    m_sight.base.size = completion.size;
    m_shape = {};
    m_shape.cuboid = m_sight.base;
    m_shape.outline = completion.outline;
    m_color = color;
    m_only.reset();
    m_places.assign(completion.views.size(), {});
    for (const RegisteredPoint& point : completion.points)
        m_places[point.view].push_back(m_sight.ofObject(point.place.cast<double>()));
    scale();
    update();
}

void ObjectView::clear()
{
    m_places.clear();
    update();
}

void ObjectView::setOnly(std::optional<std::uint32_t> view)
{
    m_only = view;
    update();
}

QColor ObjectView::colorOf(std::size_t view, std::size_t views, const QPalette& palette)
{
    const double share = views < 2 ? 0.5 : static_cast<double>(view) / static_cast<double>(views - 1);
    const ByteColor color = colorAt(ColorMap::Viridis, share, ViewColors::of(palette).backdrop);
    return {color[0], color[1], color[2]};
}

QPointF ObjectView::pixelOf(const Eigen::Vector3d& place) const
{
    const Eigen::Vector2d at = m_sight.ofObject(place) / m_pixel_m;
    return {0.5 * width() + at.x(), 0.5 * height() - at.y()};
}

void ObjectView::scale()
{
    const Eigen::Array2d size = m_sight.extentOf(m_shape.cuboid.size).array() + 2.0 * margin_m;
    const Eigen::Array2d view(width() - 2.0 * room_px, height() - 2.0 * room_px);
    m_pixel_m = std::max((size / view.max(1.0)).maxCoeff(), 1e-4);
}

void ObjectView::resizeEvent(QResizeEvent*)
{
    scale();
}

void ObjectView::paintPoints(QPainter& painter) const
{
    for (std::size_t view = 0; view < m_places.size(); ++view) {
        if (m_only && *m_only != view)
            continue;
        QPolygonF pixels;
        for (const Eigen::Vector2d& place : m_places[view])
            pixels << QPointF(0.5 * width() + place.x() / m_pixel_m, 0.5 * height() - place.y() / m_pixel_m);
        painter.setPen(QPen(colorOf(view, m_places.size(), palette()), point_px, Qt::SolidLine, Qt::SquareCap));
        painter.drawPoints(pixels);
    }
}

void ObjectView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ViewColors& colors = ViewColors::of(palette());
    painter.fillRect(rect(), colors.ground);
    painter.setPen(colors.edge);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_places.empty())
        return;
    paintPoints(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    SideDrawing drawing{m_sight, m_shape, colors, colors.inked(m_color), [this](const Eigen::Vector2d& place) {
                            return QPointF(
                                0.5 * width() + place.x() / m_pixel_m, 0.5 * height() - place.y() / m_pixel_m);
                        }};
    drawing.pixel_m = m_pixel_m;
    drawing.isEditable = false;
    drawing.taken = {scaleRect(QFontMetricsF(painter.font()), size(), m_pixel_m)};
    paintSide(painter, drawing);
    paintScale(painter, colors, size(), m_pixel_m);
}

} // namespace lunkuo
