#pragma once

#include "model/document/FrameCache.h"
#include "model/document/FrameOrder.h"
#include "model/document/Selection.h"

#include <QElapsedTimer>
#include <QTimer>

namespace lunkuo
{

/// Goes through the frames of a sequence in the time in which they were taken. Where pictures take longer than that,
/// frames are left out; where a frame is not in memory yet, it is waited for. Stops at the sequence's end, at any edit,
/// and when the person goes somewhere else.
class Playback : public QObject
{
    Q_OBJECT
public:
    Playback(const Document& document, Selection& selection, FrameCache& frames, QObject* parent = nullptr);

    /// From the current frame on; from the sequence's start when that is its last.
    void play();
    void stop();
    [[nodiscard]] bool isPlaying() const { return m_isPlaying; }
    /// Times real speed, more than 0.
    void setSpeed(double factor);
    [[nodiscard]] double speed() const { return m_speed; }

signals:
    /// It has begun or ended.
    void playingChanged(bool playing);
    void speedChanged();

private:
    void step();
    void followFrame(FrameId frame);
    void takeUp();
    [[nodiscard]] double now_s() const;
    [[nodiscard]] double time_s(int place) const;
    [[nodiscard]] bool isSameSequence(int place, FrameId frame) const;
    [[nodiscard]] int firstPlace(int place) const;
    bool show(int place);
    void schedule(int place);

    const Document& m_document;
    Selection& m_selection;
    FrameCache& m_frames;
    FrameOrder m_order;
    QTimer m_timer;
    QElapsedTimer m_clock; ///< since the time of `m_start_s` was shown
    double m_start_s = 0.0;
    double m_speed = 1.0;
    bool m_isPlaying = false;
    bool m_isWaiting = false; ///< for the current frame to be loaded
    bool m_isGoing = false;   ///< the frame changes because of this
};

} // namespace lunkuo
