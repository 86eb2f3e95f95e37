#pragma once

#include "model/document/Playback.h"
#include "model/review/CheckRunner.h"

#include <QObject>

namespace lunkuo
{

/// Keeps the checks in the background from slowing down a hand: they wait while a button of the mouse is down, and
/// while frames are played.
class CheckPace : public QObject
{
    Q_OBJECT
public:
    CheckPace(CheckRunner& runner, const Playback& playback, QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void set(bool isHandBusy);

    CheckRunner& m_runner;
    const Playback& m_playback;
    bool m_isHandBusy = false;
};

} // namespace lunkuo
