#pragma once

#include "render/SceneStage.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTimer>
#include <map>
#include <set>

namespace lunkuo
{

/// Flight through the cloud: W and S ahead and back, A and D sideways, E and Q up and down, Shift faster. The keys are
/// its own in fly mode and while the right button is held, and one that has flown until it is up; at all other times
/// they are left alone.
class FlyControl : public QObject
{
    Q_OBJECT
public:
    explicit FlyControl(SceneStage& stage);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// The right button is held: the keys fly, and moving the mouse looks about once one was pressed.
    void setHeld(bool held);
    /// Whether a drag looks about instead of orbiting or panning.
    [[nodiscard]] bool looksAbout() const { return m_isOn || (m_isHeld && m_hasFlown); }
    /// Whether a key is one of flight at this moment.
    [[nodiscard]] bool wants(const QKeyEvent& event) const;
    bool press(const QKeyEvent& event);
    bool release(const QKeyEvent& event);
    /// Faster or slower, by steps of the wheel.
    void changeSpeed(double steps);
    [[nodiscard]] double speed_mps() const { return m_speed_mps; }
    /// No key is held any more, whatever was seen of it.
    void letGo();

signals:
    void changed();

private:
    void step();
    [[nodiscard]] bool isStillDown(const QKeyEvent& event) const;

    SceneStage& m_stage;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::set<int> m_keys;                 ///< held
    std::map<int, quint64> m_released_ms; ///< when the keys that have flown were last let go; 0: not yet
    bool m_isFast = false;
    bool m_isOn = false;
    bool m_isHeld = false;
    bool m_hasFlown = false; ///< since the button is held
    double m_speed_mps = 10.0;
};

} // namespace lunkuo
