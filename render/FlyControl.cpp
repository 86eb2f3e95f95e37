#include "render/FlyControl.h"

#include "model/tools/FixedKeys.h"

#include <cmath>

namespace lunkuo
{

namespace
{
constexpr int step_ms = 15;
/// A key that is held comes as released and pressed again at once, and not always marked as a repetition.
constexpr quint64 repetition_ms = 20;
constexpr double longestStep_s = 0.1; ///< whatever the program was busy with, the eye does not leap
constexpr double fast = 4.0;
constexpr double perWheelStep = 1.25;
constexpr double slowest_mps = 0.5;
constexpr double fastest_mps = 200.0;
} // namespace

FlyControl::FlyControl(SceneStage& stage)
    : m_stage(stage)
{
    m_timer.setInterval(step_ms);
    connect(&m_timer, &QTimer::timeout, this, &FlyControl::step);
}

void FlyControl::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    letGo();
    emit changed();
}

void FlyControl::setHeld(bool held)
{
    m_isHeld = held;
    m_hasFlown = false;
    if (!held && !m_isOn)
        letGo();
}

bool FlyControl::wants(const QKeyEvent& event) const
{
    return ((m_isOn || m_isHeld) && isFlightKey(event.key(), event.modifiers())) || isStillDown(event);
}

/// Whether a key that has flown has not been up since.
bool FlyControl::isStillDown(const QKeyEvent& event) const
{
    const auto flown = m_released_ms.find(event.key());
    if (flown == m_released_ms.end())
        return false;
    return event.isAutoRepeat() || (flown->second > 0 && event.timestamp() <= flown->second + repetition_ms);
}

bool FlyControl::press(const QKeyEvent& event)
{
    m_isFast = event.modifiers().testFlag(Qt::ShiftModifier) || event.key() == Qt::Key_Shift;
    if (!wants(event)) {
        m_released_ms.erase(event.key());
        return false;
    }
    if (!m_isOn && !m_isHeld)
        return true;
    if (!event.isAutoRepeat()) {
        m_hasFlown = true;
        m_released_ms[event.key()] = 0;
        m_keys.insert(event.key());
        if (!m_timer.isActive()) {
            m_clock.start();
            m_timer.start();
        }
    }
    return true;
}

bool FlyControl::release(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_Shift)
        m_isFast = false;
    if (event.isAutoRepeat())
        return m_keys.contains(event.key());
    if (const auto flown = m_released_ms.find(event.key()); flown != m_released_ms.end())
        flown->second = event.timestamp();
    if (!m_keys.contains(event.key()))
        return false;
    step(); // a key that was held only for a moment has moved the eye, too
    m_keys.erase(event.key());
    if (m_keys.empty())
        m_timer.stop();
    return true;
}

void FlyControl::letGo()
{
    m_keys.clear();
    m_timer.stop();
}

void FlyControl::changeSpeed(double steps)
{
    m_speed_mps = std::clamp(m_speed_mps * std::pow(perWheelStep, steps), slowest_mps, fastest_mps);
    emit changed();
}

void FlyControl::step()
{
    const double seconds = std::min(longestStep_s, 1e-9 * static_cast<double>(m_clock.nsecsElapsed()));
    m_clock.restart();
    Eigen::Vector3d way = Eigen::Vector3d::Zero();
    for (const int key : m_keys)
        way += flightOf(key);
    if (way.isZero())
        return;
    m_stage.camera().fly(way.normalized() * m_speed_mps * (m_isFast ? fast : 1.0) * seconds);
    m_stage.touch();
}

} // namespace lunkuo
