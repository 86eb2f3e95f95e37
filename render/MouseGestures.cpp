#include "render/MouseGestures.h"

namespace lunkuo
{

namespace
{
constexpr double clickSlack_px = 4.0;
constexpr double wheelStep = 120.0; ///< eighths of a degree that count as one step
constexpr double nearbyRadius_m = 4.0;
} // namespace

MouseGestures::MouseGestures(SceneStage& stage, ToolController& tools)
    : m_stage(stage)
    , m_tools(tools)
    , m_fly(stage)
{
}

ToolEvent MouseGestures::toolEvent(ToolEvent::Kind kind, const QPointF& pixel) const
{
    const ViewCamera& camera = m_stage.state().camera;
    ToolEvent result;
    result.kind = kind;
    result.ray = camera.ray(pixel);
    result.tanPixel = camera.tanPixel();
    result.pixelSize_m = camera.pixelSize_m();
    result.hidden = m_stage.hidden();
    result.pixel = pixel;
    result.pixelOf = [&camera](const Eigen::Vector3d& point) { return camera.pixelOf(point); };
    return result;
}

ToolEvent MouseGestures::toolEvent(ToolEvent::Kind kind, const QMouseEvent& event) const
{
    ToolEvent result = toolEvent(kind, event.position());
    result.button = event.button();
    result.buttons = event.buttons();
    result.modifiers = event.modifiers();
    return result;
}

bool MouseGestures::tell(const ToolEvent& event)
{
    const ViewState& state = m_stage.state();
    const bool isCurrent = !state.selection || state.selection->frame() == state.frame;
    return isCurrent && m_tools.handle(event);
}

void MouseGestures::press(const QMouseEvent& event)
{
    if (m_gesture != Gesture::None)
        return; // a second button does not change the gesture
    m_button = event.button();
    m_pressed = m_latest = event.position();
    m_isStill = true;
    m_isDouble = false;
    m_anchor = m_stage.anchorAt(m_pressed);
    if (m_button == Qt::LeftButton)
        m_gesture = tell(toolEvent(ToolEvent::Kind::Press, event)) ? Gesture::Tool : Gesture::Undecided;
    else if (m_button == Qt::MiddleButton || m_button == Qt::RightButton)
        m_gesture = Gesture::Pan;
    m_fly.setHeld(m_button == Qt::RightButton);
}

void MouseGestures::move(const QMouseEvent& event)
{
    const QPointF delta = event.position() - m_latest;
    m_isStill = m_isStill && QLineF(m_pressed, event.position()).length() <= clickSlack_px;
    if (m_gesture == Gesture::Undecided && !m_isStill)
        m_gesture = Gesture::Orbit;
    if (m_fly.looksAbout() && (m_gesture == Gesture::Orbit || m_gesture == Gesture::Pan)) {
        m_stage.camera().turn(delta);
        m_stage.touch();
        m_latest = event.position();
        return;
    }
    switch (m_gesture) {
    case Gesture::None:
    case Gesture::Tool:
        tell(toolEvent(ToolEvent::Kind::Move, event));
        break;
    case Gesture::Undecided:
        return; // the way so far counts once it is a drag
    case Gesture::Orbit:
        m_stage.camera().orbit(m_anchor, delta);
        m_stage.touch();
        break;
    case Gesture::Pan:
        m_stage.camera().pan(m_anchor, delta);
        m_stage.touch();
        break;
    }
    m_latest = event.position();
}

bool MouseGestures::release(const QMouseEvent& event)
{
    if (event.button() != m_button)
        return true;
    const Gesture ended = m_gesture;
    m_gesture = Gesture::None;
    m_button = Qt::NoButton;
    m_fly.setHeld(false);
    if (ended == Gesture::Tool) {
        m_tools.handle(toolEvent(ToolEvent::Kind::Release, event));
    } else if (ended == Gesture::Undecided && !m_isDouble) {
        // What was pressed is what is meant, even when the hand trembled.
        ToolEvent click = toolEvent(ToolEvent::Kind::Click, m_pressed);
        click.button = event.button();
        click.modifiers = event.modifiers();
        tell(click);
    }
    const bool isCloser = m_isDouble && m_isStill && !tell(toolEvent(ToolEvent::Kind::DoubleClick, event));
    return !isCloser || lookCloser();
}

/// An eye that went where there is nothing would be lost.
bool MouseGestures::lookCloser()
{
    if (!m_stage.state().hovered.isValid() && !m_stage.hasPointsRound(m_anchor, nearbyRadius_m))
        return false;
    m_stage.camera().fit(m_anchor, nearbyRadius_m);
    m_stage.touch();
    return true;
}

/// The second press of a quick pair may begin a drag as any other.
void MouseGestures::doubleClick(const QMouseEvent& event)
{
    const bool isFirst = m_gesture == Gesture::None;
    press(event);
    m_isDouble = isFirst && event.button() == Qt::LeftButton && !m_tools.countsEachPress();
}

void MouseGestures::wheel(const QWheelEvent& event)
{
    const double steps = event.angleDelta().y() / wheelStep;
    if (steps == 0.0)
        return;
    if (m_fly.isOn()) {
        m_fly.changeSpeed(steps);
        return;
    }
    m_stage.camera().zoom(m_stage.anchorAt(event.position()), steps);
    m_stage.touch();
}

void MouseGestures::leave()
{
    if (m_gesture == Gesture::None)
        m_tools.handle(toolEvent(ToolEvent::Kind::Leave, m_latest));
}

bool MouseGestures::key(int key, Qt::KeyboardModifiers modifiers, ToolEvent::Kind kind)
{
    ToolEvent event = toolEvent(kind, m_latest);
    event.key = key;
    event.modifiers = modifiers;
    return m_tools.handle(event);
}

} // namespace lunkuo
