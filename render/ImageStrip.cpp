#include "render/ImageStrip.h"

#include "model/images/PicturedShape.h"
#include "render/PointColors.h"
#include "render/ViewColors.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double gap_px = 4.0;
constexpr double widest_px = 168.0;
constexpr double narrowest_px = 84.0;
constexpr double aspect = 16.0 / 10.0;

/// As many columns as it takes for all rows to fit, each as wide as that leaves room for.
struct Grid
{
    int columns = 1;
    double width = widest_px;

    Grid(int count, double height)
    {
        for (; columns < count; ++columns) {
            const int rows = (count + columns - 1) / columns;
            width = std::min(widest_px, (height / rows - gap_px) * aspect);
            if (width >= narrowest_px)
                return;
        }
        width = std::clamp((height - gap_px) * aspect, narrowest_px, widest_px);
    }
};

QRectF fitted(const QSizeF& picture, const QRectF& place)
{
    QRectF result(QPointF(), picture.scaled(place.size(), Qt::KeepAspectRatio));
    result.moveCenter(place.center());
    return result;
}
} // namespace

ImageStrip::ImageStrip(ImageBoard& board, const ToolContext& context, QWidget* parent)
    : QWidget(parent)
    , m_board(board)
    , m_context(context)
{
    setObjectName(QStringLiteral("imageStrip"));
    setFocusPolicy(Qt::NoFocus);
    connect(&board, &ImageBoard::viewsChanged, this, &ImageStrip::arrange);
    connect(&board, &ImageBoard::frontChanged, this, [this] { update(); });
    connect(&board, &ImageBoard::arrived, this, [this] { update(); });
    connect(&context.selection, &Selection::shapeChanged, this, [this] { update(); });
    connect(&context.document, &Document::changed, this, [this] { update(); });
    arrange();
}

void ImageStrip::arrange()
{
    const int count = static_cast<int>(m_board.views().size());
    // One image has no others beside it.
    setVisible(count > 1);
    const Grid grid(count, height());
    setFixedWidth(static_cast<int>(std::ceil(grid.columns * (grid.width + gap_px))));
    update();
}

QRectF ImageStrip::placeOf(int view) const
{
    const Grid grid(static_cast<int>(m_board.views().size()), height());
    const double tall = grid.width / aspect;
    return {(view % grid.columns) * (grid.width + gap_px), (view / grid.columns) * (tall + gap_px), grid.width, tall};
}

int ImageStrip::viewAt(const QPointF& place) const
{
    for (int view = 0; view < static_cast<int>(m_board.views().size()); ++view)
        if (placeOf(view).contains(place))
            return view;
    return ImageBoard::none;
}

void ImageStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int view = 0; view < static_cast<int>(m_board.views().size()); ++view)
        paintView(painter, view);
}

void ImageStrip::paintView(QPainter& painter, int view)
{
    const FrameView& shown = m_board.views()[static_cast<std::size_t>(view)];
    const QRectF place = placeOf(view);
    const ViewColors& colors = ViewColors::of(palette());
    painter.fillRect(place, colors.scene);
    const StoredImage* stored = m_board.image(view);
    if (stored && !stored->image.isNull()) {
        const QRectF picture = fitted(stored->image.size(), place);
        painter.drawImage(picture, stored->small);
        markSelected(painter, shown, picture);
    }
    const QString sign = stored && stored->image.isNull() ? QStringLiteral("⚠ ") : QString();
    const QFontMetricsF metrics(painter.font());
    QRectF name(place.bottomLeft() - QPointF(0.0, metrics.height() + 2.0), QSizeF(place.width(), metrics.height() + 2));
    name.setWidth(std::min(place.width(), metrics.horizontalAdvance(sign + shown.name) + 10.0));
    painter.fillRect(name, colors.plate);
    painter.setPen(colors.words);
    painter.drawText(name, Qt::AlignCenter, metrics.elidedText(sign + shown.name, Qt::ElideRight, name.width() - 4.0));
    if (view == m_board.front()) {
        painter.setPen(QPen(palette().highlight(), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }
}

void ImageStrip::markSelected(QPainter& painter, const FrameView& view, const QRectF& picture) const
{
    const Scene& scene = m_context.document.scene();
    const auto selected = scene.shapes.find(m_context.selection.shape());
    if (!view.camera || selected == scene.shapes.end())
        return;
    const CameraModel& model = view.camera->model;
    const auto extent = extentOf(picturedEdges(selected->second.cuboid, *view.camera), model);
    if (extent.isEmpty() || model.width_px <= 0 || model.height_px <= 0)
        return;
    const Track* track = scene.trackOf(selected->second);
    const ByteColor color = classColor(scene.taxonomy, track ? track->classId : QString());
    const double across = picture.width() / model.width_px;
    const double down = picture.height() / model.height_px;
    const QRectF mark(picture.left() + across * extent.min().x(), picture.top() + down * extent.min().y(),
        across * extent.sizes().x(), down * extent.sizes().y());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3.5));
    painter.drawRect(mark);
    painter.setPen(QPen(QColor(color[0], color[1], color[2]), 1.8));
    painter.drawRect(mark);
}

void ImageStrip::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ImageStrip::mousePressEvent(QMouseEvent* event)
{
    m_board.setFront(viewAt(event->position()));
}

bool ImageStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int view = viewAt(help->pos());
    if (view == ImageBoard::none)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), m_board.views()[static_cast<std::size_t>(view)].name, this);
    return true;
}

} // namespace lunkuo
