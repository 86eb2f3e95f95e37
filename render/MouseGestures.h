#pragma once

#include "render/FlyControl.h"

#include <QMouseEvent>
#include <QWheelEvent>

namespace lunkuo
{

/// Turns mouse and keys into tool events and, where the tool does not take them, into motion of the camera.
class MouseGestures
{
public:
    MouseGestures(SceneStage& stage, ToolController& tools);

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    /// False when a closer look was asked for where there is nothing to look at.
    [[nodiscard]] bool release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    void wheel(const QWheelEvent& event);
    void leave();
    /// True when the tool took the key.
    bool key(int key, Qt::KeyboardModifiers modifiers, ToolEvent::Kind kind = ToolEvent::Kind::Key);

    [[nodiscard]] FlyControl& fly() { return m_fly; }
    /// What a tool is told of a gesture at a pixel.
    [[nodiscard]] ToolEvent toolEvent(ToolEvent::Kind kind, const QPointF& pixel) const;

private:
    enum class Gesture { None, Tool, Undecided, Orbit, Pan };
    ToolEvent toolEvent(ToolEvent::Kind kind, const QMouseEvent& event) const;
    /// Hands the event to the tool unless what is on the screen is not the frame that the tool works on.
    bool tell(const ToolEvent& event);
    bool lookCloser();

    SceneStage& m_stage;
    ToolController& m_tools;
    FlyControl m_fly;
    Gesture m_gesture = Gesture::None;
    bool m_isStill = false;                  ///< the hand has not moved since the press
    bool m_isDouble = false;                 ///< the press was the second of a quick pair
    Qt::MouseButton m_button = Qt::NoButton; ///< that started the gesture
    QPointF m_pressed;
    QPointF m_latest;
    Eigen::Vector3d m_anchor = Eigen::Vector3d::Zero();
};

} // namespace lunkuo
