#include "render/FilmStrip.h"

#include "render/TilePicture.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace lunkuo
{

namespace
{
constexpr int height_px = 92;
constexpr int tileWidth_px = 112; ///< at least
constexpr int gap_px = 4;
constexpr int end_px = 22;
constexpr double round_m = 0.7; ///< shown round the largest box
constexpr double wheelStep = 120.0;

/// What the tiles share, with a gap behind the last one too.
int widthOfTiles(int width)
{
    return width - 2 * end_px + gap_px;
}

/// How many tiles have room.
int roomIn(int width)
{
    return std::max(1, widthOfTiles(width) / (tileWidth_px + gap_px));
}
} // namespace

FilmStrip::FilmStrip(const ToolContext& context, QWidget* parent)
    : QWidget(parent)
    , m_board(context)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_board, &FilmBoard::changed, this, &FilmStrip::follow);
    connect(&m_board, &FilmBoard::arrived, this, [this](FrameId frame) {
        if (const Shape* shape = m_board.scene().shapes.of(m_board.track(), frame))
            update(tileOf(shape->id));
    });
    retranslate();
}

QSize FilmStrip::sizeHint() const
{
    return {6 * tileWidth_px, height_px};
}

QSize FilmStrip::minimumSizeHint() const
{
    return {tileWidth_px + 2 * end_px, height_px};
}

void FilmStrip::retranslate()
{
    setAccessibleName(tr("Film strip: the object in other frames"));
}

void FilmStrip::follow()
{
    const Scene& scene = m_board.scene();
    std::erase_if(m_crops, [this](const auto& entry) { return tileOf(entry.first).isNull(); });
    Eigen::Vector3d largest = Eigen::Vector3d::Zero();
    for (const ShapeId id : m_board.shown())
        largest = largest.cwiseMax(scene.shapes.at(id).cuboid.size);
    if (!m_board.shown().empty())
        m_pixel_m = pixelFor(largest, ObjectSide::Top, tileOf(m_board.shown().front()).size(), round_m, 0.0);
    update();
}

void FilmStrip::resizeEvent(QResizeEvent*)
{
    m_board.setRoom(roomIn(width()));
    follow();
}

void FilmStrip::showEvent(QShowEvent*)
{
    m_board.setOn(true);
}

void FilmStrip::hideEvent(QHideEvent*)
{
    m_board.setOn(false);
}

QRect FilmStrip::tileOf(ShapeId id) const
{
    const auto& shown = m_board.shown();
    const auto found = std::find(shown.begin(), shown.end(), id);
    if (found == shown.end())
        return {};
    const int step = widthOfTiles(width()) / roomIn(width());
    const int left = (width() - step * static_cast<int>(shown.size()) + gap_px) / 2;
    return {left + step * static_cast<int>(found - shown.begin()), gap_px, step - gap_px, height() - 2 * gap_px};
}

ShapeId FilmStrip::shapeAt(const QPoint& place) const
{
    for (const ShapeId id : m_board.shown())
        if (tileOf(id).contains(place))
            return id;
    return {};
}

QRect FilmStrip::rectOf(End end) const
{
    return {end == End::Left ? 0 : width() - end_px, 0, end_px, height()};
}

int FilmStrip::moreAt(End end) const
{
    return end == End::Left ? m_board.before() : m_board.after();
}

void FilmStrip::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const ViewColors& colors = ViewColors::of(palette());
    painter.fillRect(rect(), colors.between);
    if (m_board.shown().empty()) {
        painter.setPen(colors.hint);
        painter.drawText(rect().adjusted(12, 4, -12, -4), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Select an object: here it shows in the frames before and after this one."));
        return;
    }
    for (const ShapeId id : m_board.shown())
        if (event->region().intersects(tileOf(id)))
            paintTile(painter, id);
    for (const End end : {End::Left, End::Right})
        if (moreAt(end) > 0 && event->region().intersects(rectOf(end)))
            paintEnd(painter, end);
}

void FilmStrip::paintTile(QPainter& painter, ShapeId id)
{
    const Scene& scene = m_board.scene();
    const Shape& shape = scene.shapes.at(id);
    const Track* track = scene.trackOf(shape);
    const ClassDef* type = track ? scene.taxonomy.classOf(track->classId) : nullptr;
    const QRect tile = tileOf(id);
    painter.save();
    painter.setClipRect(tile);
    const SideSight sight{ObjectSide::Top, shape.cuboid};
    const ViewColors& colors = ViewColors::of(palette());
    lunkuo::paintTile(painter, m_crops[id],
        {tile, sight, shape, colors, colors.inked(QColor::fromRgb(type ? type->color : 0x808080U)), m_pixel_m,
            m_board.points().points(shape.frame), m_board.points().failureOf(shape.frame)},
        devicePixelRatioF());
    TileSigns signs = signsOf(scene, shape);
    signs.isHere = shape.frame == m_board.frame();
    paintSigns(painter, colors, tile, signs);
    painter.restore();
}

/// An arrow, and how many there are that way.
void FilmStrip::paintEnd(QPainter& painter, End end) const
{
    const QRectF room = rectOf(end);
    const double ahead = end == End::Left ? -4.0 : 4.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ViewColors::of(palette()).hint, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF tip = room.center() + QPointF(ahead / 2.0, -8.0);
    painter.drawPolyline(QPolygonF{tip - QPointF(ahead, 6.0), tip, tip - QPointF(ahead, -6.0)});
    QFont small = font();
    small.setPointSizeF(0.8 * small.pointSizeF());
    painter.setFont(small);
    painter.drawText(room.adjusted(0.0, 0.5 * room.height(), 0.0, 0.0), Qt::AlignHCenter | Qt::AlignTop,
        QString::number(moreAt(end)));
}

void FilmStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint place = event->position().toPoint();
    const auto page = static_cast<int>(m_board.shown().size());
    if (const ShapeId id = shapeAt(place); id.isValid())
        emit frameWanted(m_board.scene().shapes.at(id).frame);
    else if (rectOf(End::Left).contains(place))
        m_board.scroll(-page);
    else if (rectOf(End::Right).contains(place))
        m_board.scroll(page);
}

void FilmStrip::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    const bool isOnEnd = (rectOf(End::Left).contains(place) && moreAt(End::Left) > 0) ||
                         (rectOf(End::Right).contains(place) && moreAt(End::Right) > 0);
    setCursor(isOnEnd || shapeAt(place).isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FilmStrip::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPoint delta = event->angleDelta();
    m_turned += std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y();
    const int steps = static_cast<int>(m_turned / wheelStep);
    m_turned -= steps * wheelStep;
    if (steps != 0)
        m_board.scroll(-steps);
}

void FilmStrip::showTip(const QPoint& place, const QPoint& global)
{
    const ShapeId id = shapeAt(place);
    QString words;
    if (id.isValid())
        words = tr("%1 · click to go there").arg(tellTile(m_board.scene(), m_board.scene().shapes.at(id)));
    else if (rectOf(End::Left).contains(place) && moreAt(End::Left) > 0)
        words = tr("Earlier frames of the object: %1; the wheel shows them too").arg(moreAt(End::Left));
    else if (rectOf(End::Right).contains(place) && moreAt(End::Right) > 0)
        words = tr("Later frames of the object: %1; the wheel shows them too").arg(moreAt(End::Right));
    QToolTip::showText(global, words, this, id.isValid() ? tileOf(id) : QRect());
}

bool FilmStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showTip(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::event(event);
}

void FilmStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace lunkuo
