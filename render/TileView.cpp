#include "render/TileView.h"

#include "render/SideCursor.h"
#include "render/TilePicture.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr QSize smallestTile_px(216, 150);
constexpr double aspect = 1.45; ///< of a tile that suits a car
constexpr int mostTiles = 40;   ///< each costs the reading of a cloud
constexpr int gap_px = 4;
constexpr double round_m = 1.0; ///< shown round the largest box
constexpr double gripRoom_px = 30.0;
constexpr double steadyScale = 1.3; ///< by which the largest box may grow or shrink before the scale follows
constexpr double wheelStep = 120.0; ///< eighths of a degree that count as one step
constexpr double zoomStep = 1.2;
constexpr double leastZoom = 0.3;
constexpr double mostZoom = 8.0;
} // namespace

TileView::TileView(BatchBoard& board, QWidget* parent)
    : QWidget(parent)
    , m_board(board)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&board, &BatchBoard::changed, this, &TileView::follow);
}

void TileView::setSide(ObjectSide side)
{
    m_side = side;
    m_crops.clear();
    m_fitted_m.setZero();
    follow();
}

void TileView::follow()
{
    std::erase_if(m_crops, [this](const auto& entry) { return tileOf(entry.first).isNull(); });
    layOut();
    update();
}

/// As many tiles as there is room for, and no smaller than they need be.
void TileView::layOut()
{
    const int across = std::max(1, (width() - gap_px) / (smallestTile_px.width() + gap_px));
    const int down = std::max(1, (height() - gap_px) / (smallestTile_px.height() + gap_px));
    m_board.setRoom(std::min(across * down, mostTiles));
    const int count = std::max(1, static_cast<int>(m_board.shown().size()));
    double best = 0.0;
    for (int columns = 1; columns <= across; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const QSize room((width() - gap_px) / columns - gap_px, (height() - gap_px) / rows - gap_px);
        const double used = std::min(room.width() / aspect, static_cast<double>(room.height()));
        if (used <= best)
            continue;
        best = used;
        m_columns = columns;
        m_tile = room;
    }
    scale();
}

void TileView::scale()
{
    Eigen::Vector3d largest = Eigen::Vector3d::Zero();
    for (const ShapeId id : m_board.shown())
        largest = largest.cwiseMax(m_board.scene().shapes.at(id).cuboid.size);
    const Eigen::Array3d growth = largest.array() / m_fitted_m.array().max(1e-9);
    if (growth.maxCoeff() > steadyScale || growth.minCoeff() < 1.0 / steadyScale)
        m_fitted_m = largest;
    m_pixel_m = pixelFor(m_fitted_m, m_side, m_tile, round_m, gripRoom_px) / m_zoom;
}

QRect TileView::tileOf(ShapeId id) const
{
    const auto& shown = m_board.shown();
    const auto found = std::find(shown.begin(), shown.end(), id);
    if (found == shown.end())
        return {};
    const int number = static_cast<int>(found - shown.begin());
    const QPoint corner(gap_px + (number % m_columns) * (m_tile.width() + gap_px),
        gap_px + (number / m_columns) * (m_tile.height() + gap_px));
    return {corner, m_tile};
}

ShapeId TileView::shapeAt(const QPointF& pixel) const
{
    for (const ShapeId id : m_board.shown())
        if (tileOf(id).contains(pixel.toPoint()))
            return id;
    return {};
}

SideSight TileView::sightOf(ShapeId id) const
{
    // What the document has: the picture under a drag stays.
    return {m_side, m_board.scene().shapes.at(id).cuboid};
}

Eigen::Vector2d TileView::placeOf(const QRect& tile, const QPointF& pixel) const
{
    const QPointF shift = pixel - middleOfTile(tile);
    return m_pixel_m * Eigen::Vector2d(shift.x(), -shift.y());
}

QPointF TileView::pixelOf(ShapeId id, const Eigen::Vector3d& sensorPoint) const
{
    const Eigen::Vector2d place = sightOf(id).onPlane(sensorPoint) / m_pixel_m;
    return middleOfTile(tileOf(id)) + QPointF(place.x(), -place.y());
}

std::optional<SideGrip> TileView::gripUnder(ShapeId id, const QPointF& pixel) const
{
    if (!id.isValid() || !m_board.mayChange(id))
        return std::nullopt;
    return gripAt(sightOf(id), m_board.shape(id).cuboid, placeOf(tileOf(id), pixel), m_pixel_m);
}

QColor TileView::color() const
{
    const auto track = m_board.scene().tracks.find(m_board.track());
    const ClassDef* def =
        track == m_board.scene().tracks.end() ? nullptr : m_board.scene().taxonomy.classOf(track->second.classId);
    return QColor::fromRgb(def ? def->color : 0x808080U);
}

void TileView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ViewColors& colors = ViewColors::of(palette());
    painter.fillRect(rect(), colors.between);
    for (const ShapeId id : m_board.shown())
        paintTile(painter, id);
    if (m_board.shown().empty()) {
        painter.setPen(colors.hint);
        painter.drawText(rect(), Qt::AlignCenter, tr("This object is in no frame any more."));
    }
    if (m_bandFrom) {
        QColor inside = colors.accent;
        inside.setAlpha(0x30);
        painter.setPen(colors.accent);
        painter.setBrush(inside);
        painter.drawRect(QRectF(*m_bandFrom, m_latest).normalized());
    }
}

void TileView::paintTile(QPainter& painter, ShapeId id)
{
    const QRect tile = tileOf(id);
    painter.save();
    painter.setClipRect(tile);
    paintBody(painter, id, tile);
    const Shape& shape = m_board.shape(id);
    TileSigns signs = signsOf(m_board.scene(), shape);
    signs.isHere = shape.frame == m_board.selection().frame();
    signs.isChosen = m_board.isChosen(id);
    signs.isCurrent = id == m_board.current();
    paintSigns(painter, ViewColors::of(palette()), tile, signs);
    painter.restore();
}

void TileView::paintBody(QPainter& painter, ShapeId id, const QRect& tile)
{
    const Shape& shape = m_board.shape(id);
    const bool isMeant = id == m_hovered || m_board.gripOn(id);
    const auto grip = m_board.isHeld() ? m_board.gripOn(id) : isMeant ? gripUnder(id, m_latest) : std::nullopt;
    const SideSight sight = sightOf(id);
    const ViewColors& colors = ViewColors::of(palette());
    lunkuo::paintTile(painter, m_crops[id],
        {tile, sight, shape, colors, colors.inked(color()), m_pixel_m, m_board.points().points(shape.frame),
            m_board.points().failureOf(shape.frame), grip, isMeant && m_board.mayChange(id),
            m_board.gripOn(id).has_value()},
        devicePixelRatioF());
}

void TileView::resizeEvent(QResizeEvent*)
{
    layOut();
}

void TileView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_bandFrom || m_board.isHeld())
        return;
    m_latest = event->position();
    m_pressed = shapeAt(m_latest);
    const bool isTaken = m_pressed.isValid() &&
                         m_board.press(m_pressed, sightOf(m_pressed), placeOf(tileOf(m_pressed), m_latest), m_pixel_m);
    if (!isTaken)
        m_bandFrom = m_latest;
}

void TileView::mouseMoveEvent(QMouseEvent* event)
{
    m_latest = event->position();
    m_hovered = shapeAt(m_latest);
    if (m_board.isHeld())
        m_board.drag(placeOf(tileOf(m_pressed), m_latest));
    else if (!m_bandFrom)
        showCursor(m_latest);
    update();
}

void TileView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_latest = event->position();
    const auto from = std::exchange(m_bandFrom, std::nullopt);
    const ShapeId pressed = std::exchange(m_pressed, ShapeId());
    if (m_board.isHeld() && m_board.release())
        return;
    // One that is drawn quite level has no height to meet anything with.
    const QRectF band = from ? QRectF(*from, m_latest).normalized().adjusted(0.0, 0.0, 1.0, 1.0) : QRectF();
    if (from &&
        (band.width() > QApplication::startDragDistance() || band.height() > QApplication::startDragDistance())) {
        std::vector<ShapeId> inBand;
        for (const ShapeId id : m_board.shown())
            if (band.intersects(tileOf(id)))
                inBand.push_back(id);
        m_board.choose(inBand, event->modifiers());
    } else if (pressed.isValid()) {
        m_board.choose(pressed, event->modifiers());
    } else {
        m_board.chooseNone();
    }
    update();
}

void TileView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_board.letGo();
    m_bandFrom.reset();
    if (const ShapeId id = shapeAt(event->position()); id.isValid() && event->button() == Qt::LeftButton)
        emit frameWanted(m_board.scene().shapes.at(id).frame);
}

void TileView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (m_board.isHeld() || event->angleDelta().y() == 0)
        return;
    m_zoom = std::clamp(m_zoom * std::pow(zoomStep, event->angleDelta().y() / wheelStep), leastZoom, mostZoom);
    scale();
    update();
}

void TileView::leaveEvent(QEvent*)
{
    m_hovered = {};
    update();
}

void TileView::keyPressEvent(QKeyEvent* event)
{
    // A drag is dropped first; the second Escape is for who shows this view.
    if (event->key() == Qt::Key_Escape && (m_board.isHeld() || m_bandFrom)) {
        m_bandFrom.reset();
        m_board.letGo();
        m_pressed = {};
        update();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool TileView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const ShapeId id = shapeAt(help->pos());
        if (id.isValid())
            QToolTip::showText(help->globalPos(), tellTile(m_board.scene(), m_board.shape(id)), this, tileOf(id));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void TileView::showCursor(const QPointF& at)
{
    const ShapeId id = shapeAt(at);
    setCursor(id.isValid() ? cursorOf(gripUnder(id, at), sightOf(id)) : QCursor(Qt::ArrowCursor));
}

} // namespace lunkuo
