#pragma once

#include "model/document/Playback.h"
#include "model/review/CheckRunner.h"

#include <QObject>
#include <QTimer>

namespace lunkuo
{

/// Keeps the checks in the background from slowing down a hand: they wait while a button of the mouse is down, as long
/// as that hand does something, and while frames are played.
class CheckPace : public QObject
{
    Q_OBJECT
public:
    CheckPace(CheckRunner& runner, const Playback& playback, QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;
    void setPatience(int patience_ms) { m_still.setInterval(patience_ms); }

private:
    void set(bool isHandBusy);

    CheckRunner& m_runner;
    const Playback& m_playback;
    QTimer m_still; ///< a release may go where nobody hears of it
    bool m_isHandBusy = false;
};

} // namespace lunkuo
