#include "render/SideView.h"

#include "render/SceneView.h"
#include "render/SideCursor.h"
#include "render/SideMarks.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double wheelStep = 120.0; ///< eighths of a degree that count as one step
constexpr double zoomStep = 1.2;
constexpr double leastZoom = 0.2;
constexpr double mostZoom = 20.0;
constexpr double gripRoom_px = 32.0;
constexpr double gripShown_px = 28.0; ///< less than that is too near the rim
constexpr double steadyShare = 0.25;  ///< of the view that the object may move by before the view follows
constexpr double steadyScale = 1.4;   ///< by which it may grow or shrink

bool isTyped(const QWidget* widget)
{
    return widget && widget->testAttribute(Qt::WA_InputMethodEnabled);
}
} // namespace

SideView::SideView(const SideSubject& subject, ToolController& tools, ObjectSide side, QWidget* parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_tools(tools)
{
    m_sight.side = side;
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void SideView::setSide(ObjectSide side)
{
    m_sight.side = side;
    m_shown = {};
    m_fitted_m.setZero();
    follow();
}

void SideView::follow()
{
    // The picture under a drag stays where it is.
    if (m_gesture != Gesture::Hand)
        anchor();
    scale();
    if (m_subject.subject || !m_isEmpty)
        update();
}

void SideView::anchor()
{
    if (!m_subject.subject)
        return;
    const Shape& shape = m_subject.subject->shape;
    const Cuboid& cuboid = shape.cuboid;
    const Eigen::Vector3d drift = m_sight.base.rotation.conjugate() * (cuboid.center - m_sight.base.center);
    const double room_m = steadyShare * m_pixel_m * std::min(width(), height());
    const Eigen::Array3d growth = cuboid.size.array() / m_fitted_m.array().max(1e-9);
    // What takes a grip beyond the rim is too much, however little it is; unless it was the view that went there.
    const bool hasChanged = std::exchange(m_shownCuboid, cuboid) != cuboid;
    const bool isSteady = shape.id == m_shown && shape.frame == m_shownFrame && drift.norm() < room_m &&
                          growth.maxCoeff() < steadyScale && growth.minCoeff() > 1.0 / steadyScale &&
                          (!hasChanged || isInView(cuboid));
    // A closer look is at one object, through its frames.
    const bool isAnother = shape.track != m_shownTrack && drift.norm() > 0.5 * m_fitted_m.norm();
    if (isAnother)
        m_zoom = 1.0;
    m_shownTrack = shape.track;
    m_sight.base.rotation = cuboid.rotation;
    m_sight.base.size = cuboid.size;
    if (isSteady)
        return;
    m_sight.base = cuboid;
    m_shown = shape.id;
    m_shownFrame = shape.frame;
    m_fitted_m = cuboid.size;
    m_middle_m.setZero();
}

/// All of it with its grips; also when it is larger than the view as it is zoomed now.
bool SideView::isInView(const Cuboid& cuboid) const
{
    const Eigen::Array2d reach = 0.5 * m_sight.extentOf(cuboid.size).array() + gripShown_px * m_pixel_m;
    const Eigen::Array2d half = 0.5 * m_pixel_m * Eigen::Array2d(width(), height());
    if ((reach > half).any())
        return true;
    const Eigen::Array2d off = (m_sight.onPlane(cuboid.center) - m_middle_m).array().abs();
    return (off + reach <= half).all();
}

void SideView::scale()
{
    // The margin round it, but at least room for the grip that turns.
    const Eigen::Array2d size = m_sight.extentOf(m_fitted_m);
    const Eigen::Array2d view(width(), height());
    const Eigen::Array2d needed =
        ((size + 2.0 * m_subject.margin_m) / view.max(1.0)).max(size / (view - 2.0 * gripRoom_px).max(1.0));
    m_pixel_m = std::max(needed.maxCoeff(), 1e-4) / m_zoom;
}

Eigen::Vector2d SideView::placeOf(const QPointF& pixel) const
{
    return m_middle_m + m_pixel_m * Eigen::Vector2d(pixel.x() - 0.5 * width(), 0.5 * height() - pixel.y());
}

QPointF SideView::pixelOfPlace(const Eigen::Vector2d& place) const
{
    const Eigen::Vector2d shift = (place - m_middle_m) / m_pixel_m;
    return {0.5 * width() + shift.x(), 0.5 * height() - shift.y()};
}

QPointF SideView::pixelOf(const Eigen::Vector3d& sensorPoint) const
{
    return pixelOfPlace(m_sight.onPlane(sensorPoint));
}

void SideView::paintEvent(QPaintEvent*)
{
    const qreal ratio = devicePixelRatioF();
    const QSize device(qRound(width() * ratio), qRound(height() * ratio));
    if (m_image.size() != device)
        m_image = QImage(device, QImage::Format_RGB32);
    const ViewColors& colors = ViewColors::of(palette());
    m_image.fill(colors.ground);
    const auto& subject = m_subject.subject;
    if (subject && m_subject.frame) {
        const Eigen::Vector2d reach = 0.5 * m_pixel_m * Eigen::Vector2d(width(), height()) + m_middle_m.cwiseAbs();
        m_crop.cut(m_subject.frame, m_sight, reach, m_subject.margin_m);
        const QPointF middle = ratio * pixelOfPlace(Eigen::Vector2d::Zero());
        m_crop.paint(m_image, colors, subject->shape.cuboid, {middle.x(), middle.y()}, ratio / m_pixel_m, ratio);
    }
    m_image.setDevicePixelRatio(ratio);
    QPainter painter(this);
    painter.drawImage(0, 0, m_image);
    if (subject) {
        for (const SideGhost& ghost : m_subject.ghosts)
            paintGhost(painter, {m_sight, ghost.shape, colors, colors.inked(ghost.color),
                                    [this](const Eigen::Vector2d& place) { return pixelOfPlace(place); }, m_pixel_m});
        const auto& grip = underMouse() || m_gesture == Gesture::Hand ? m_tools.sideHand().grip() : std::nullopt;
        paintSide(painter, {m_sight, subject->shape, colors, colors.inked(m_subject.color),
                               [this](const Eigen::Vector2d& place) { return pixelOfPlace(place); }, m_pixel_m, grip,
                               m_subject.isEditable, subject->isNew && !m_subject.isEditable, true, written(painter)});
        paintScale(painter, colors, size(), m_pixel_m);
    } else {
        paintHint(painter);
    }
    m_isEmpty = !subject;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(hasFocus() ? colors.accent : colors.edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

/// What stands on the view already.
std::vector<QRectF> SideView::written(const QPainter& painter) const
{
    std::vector<QRectF> places{scaleRect(QFontMetricsF(painter.font()), size(), m_pixel_m)};
    for (const QWidget* words : findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (words->isVisible())
            places.emplace_back(words->geometry());
    return places;
}

void SideView::paintHint(QPainter& painter) const
{
    painter.setPen(ViewColors::of(palette()).hint);
    painter.drawText(rect().adjusted(12, 28, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
        m_sight.side == ObjectSide::Top ? tr("Select an object: it shows here from three sides, to be put right.")
                                        : QString());
}

void SideView::resizeEvent(QResizeEvent*)
{
    scale();
}

ToolEvent SideView::toolEvent(ToolEvent::Kind kind, const QPointF& pixel) const
{
    ToolEvent event;
    event.kind = kind;
    event.ray = m_sight.ray(placeOf(pixel));
    event.pixelSize_m = m_pixel_m;
    if (m_subject.hiding)
        event.hidden = m_subject.hiding->hidden();
    return event;
}

ToolEvent SideView::toolEvent(ToolEvent::Kind kind, const QMouseEvent& event) const
{
    ToolEvent result = toolEvent(kind, event.position());
    result.button = event.button();
    result.buttons = event.buttons();
    result.modifiers = event.modifiers();
    return result;
}

void SideView::mousePressEvent(QMouseEvent* event)
{
    if (m_gesture != Gesture::None)
        return;
    m_button = event->button();
    m_latest = event->position();
    const bool isTaken =
        m_button == Qt::LeftButton && m_tools.handle(toolEvent(ToolEvent::Kind::Press, *event), m_sight);
    m_gesture = isTaken ? Gesture::Hand : Gesture::Pan;
    showCursor();
}

void SideView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_gesture == Gesture::Pan) {
        const QPointF delta = event->position() - m_latest;
        m_middle_m -= m_pixel_m * Eigen::Vector2d(delta.x(), -delta.y());
    } else {
        m_tools.handle(toolEvent(ToolEvent::Kind::Move, *event), m_sight);
    }
    m_latest = event->position();
    showCursor();
    update();
}

void SideView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != m_button)
        return;
    const Gesture ended = std::exchange(m_gesture, Gesture::None);
    m_button = Qt::NoButton;
    if (ended == Gesture::Hand)
        m_tools.handle(toolEvent(ToolEvent::Kind::Release, *event), m_sight);
    follow();
    m_tools.handle(toolEvent(ToolEvent::Kind::Move, event->position()), m_sight);
    showCursor();
}

void SideView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_tools.handle(toolEvent(ToolEvent::Kind::DoubleClick, *event), m_sight);
    m_tools.handle(toolEvent(ToolEvent::Kind::Move, event->position()), m_sight);
    showCursor();
}

void SideView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    // With Alt, Qt turns the wheel to the side.
    const double turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (turned == 0.0)
        return;
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        emit marginWanted(turned > 0.0 ? 1 : -1);
        return;
    }
    const Eigen::Vector2d held = placeOf(event->position());
    m_zoom = std::clamp(m_zoom * std::pow(zoomStep, turned / wheelStep), leastZoom, mostZoom);
    scale();
    m_middle_m += held - placeOf(event->position());
    update();
}

void SideView::enterEvent(QEnterEvent*)
{
    // Arrow keys are meant for the view that is pointed at, but must not be taken from somebody who is typing.
    if (!isTyped(QApplication::focusWidget()))
        setFocus(Qt::MouseFocusReason);
    update();
}

void SideView::leaveEvent(QEvent*)
{
    if (m_gesture == Gesture::None)
        m_tools.handle(toolEvent(ToolEvent::Kind::Leave, m_latest), m_sight);
    update();
}

bool SideView::event(QEvent* event)
{
    // What the view that gets the keys wants for itself is no shortcut here either.
    if (event->type() == QEvent::ShortcutOverride && m_keyTarget) {
        QCoreApplication::sendEvent(m_keyTarget, event);
        if (event->isAccepted())
            return true;
    }
    return QWidget::event(event);
}

void SideView::focusOutEvent(QFocusEvent* event)
{
    // What a key has begun is kept: its release goes elsewhere now.
    m_tools.handle(toolEvent(ToolEvent::Kind::KeyRelease, m_latest), m_sight);
    if (m_keyTarget)
        QCoreApplication::sendEvent(m_keyTarget, event);
    update();
}

bool SideView::sendKey(ToolEvent::Kind kind, const QKeyEvent& event)
{
    ToolEvent key = toolEvent(kind, m_latest);
    key.key = event.key();
    key.modifiers = event.modifiers();
    return m_tools.handle(key, m_sight);
}

void SideView::keyPressEvent(QKeyEvent* event)
{
    if (sendKey(ToolEvent::Kind::Key, *event)) {
        if (event->key() == Qt::Key_Escape)
            m_gesture = Gesture::None;
        follow();
    } else if (m_keyTarget) {
        QCoreApplication::sendEvent(m_keyTarget, event);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SideView::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat() && sendKey(ToolEvent::Kind::KeyRelease, *event))
        return;
    if (m_keyTarget)
        QCoreApplication::sendEvent(m_keyTarget, event);
    else
        QWidget::keyReleaseEvent(event);
}

bool SideView::focusNextPrevChild(bool next)
{
    if (!m_keyTarget)
        return QWidget::focusNextPrevChild(next);
    QKeyEvent tab(QEvent::KeyPress, next ? Qt::Key_Tab : Qt::Key_Backtab, next ? Qt::NoModifier : Qt::ShiftModifier);
    QCoreApplication::sendEvent(m_keyTarget, &tab);
    return true;
}

void SideView::showCursor()
{
    const auto& grip = m_tools.sideHand().grip();
    if (m_gesture == Gesture::Pan)
        setCursor(Qt::ClosedHandCursor);
    else
        setCursor(cursorOf(grip, m_sight));
}

} // namespace lunkuo
