#include "model/document/Playback.h"

#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double longestPause_s = 2.0; ///< between two frames: a hole in the recording is not waited out
constexpr double timerSlack_s = 0.005; ///< timers count whole milliseconds
} // namespace

Playback::Playback(const Document& document, Selection& selection, FrameCache& frames, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_frames(frames)
    , m_order(document)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Playback::step);
    connect(&document, &Document::changed, this, &Playback::stop);
    connect(&selection, &Selection::frameChanged, this, &Playback::followFrame);
    connect(&frames, &FrameCache::loaded, this, [this](FrameId frame) {
        if (m_isPlaying && m_isWaiting && frame == m_selection.frame())
            takeUp();
    });
    connect(&frames, &FrameCache::failed, this, [this](FrameId frame) {
        if (frame == m_selection.frame())
            stop(); // it says why in the view
    });
}

void Playback::play()
{
    const int here = m_order.placeOf(m_selection.frame());
    if (m_isPlaying || here == FrameOrder::nowhere)
        return;
    const bool isLast = here + 1 >= m_order.count() || !isSameSequence(here + 1, m_selection.frame());
    const int from = isLast ? firstPlace(here) : here;
    if (isLast && from == here)
        return; // the only frame
    m_isPlaying = true;
    m_isWaiting = false;
    emit playingChanged(true);
    if (show(from))
        takeUp();
}

void Playback::stop()
{
    if (!m_isPlaying)
        return;
    m_isPlaying = false;
    m_isWaiting = false;
    m_timer.stop();
    emit playingChanged(false);
}

void Playback::setSpeed(double factor)
{
    if (!(factor > 0.0) || factor == m_speed)
        return;
    // What has been played so far stays where it is.
    if (m_isPlaying && !m_isWaiting) {
        m_start_s = now_s();
        m_clock.restart();
    }
    m_speed = factor;
    emit speedChanged();
    if (m_isPlaying && !m_isWaiting)
        schedule(m_order.placeOf(m_selection.frame()));
}

void Playback::followFrame(FrameId)
{
    if (!m_isGoing)
        stop();
}

/// Whether the frame is there to be seen; where it is not, all waits for it.
bool Playback::show(int place)
{
    const FrameId frame = m_order.at(place);
    m_isGoing = true;
    m_selection.setFrame(frame);
    m_isGoing = false;
    if (!m_isPlaying)
        return false; // somebody has stopped it on the way
    m_isWaiting = !m_frames.loadedFrame(frame);
    if (m_isWaiting && m_frames.hasFailed(frame))
        stop();
    return m_isPlaying && !m_isWaiting;
}

/// The time begins to run at the current frame.
void Playback::takeUp()
{
    m_isWaiting = false;
    const int here = m_order.placeOf(m_selection.frame());
    m_start_s = time_s(here);
    m_clock.restart();
    schedule(here);
}

/// Waits until the frame after that place is due.
void Playback::schedule(int place)
{
    if (place + 1 >= m_order.count() || !isSameSequence(place + 1, m_order.at(place))) {
        stop();
        return;
    }
    const double wait_s = std::min(time_s(place + 1) - now_s(), longestPause_s);
    m_timer.start(std::max(0, static_cast<int>(std::lround(1000.0 * wait_s / m_speed))));
}

void Playback::step()
{
    const int here = m_order.placeOf(m_selection.frame());
    const FrameId frame = m_selection.frame();
    if (!m_isPlaying || m_isWaiting || here == FrameOrder::nowhere)
        return;
    int to = here + 1;
    // Over a hole in the recording the time jumps.
    const bool isHole = time_s(to) - now_s() > timerSlack_s;
    const double now = now_s() + timerSlack_s;
    while (!isHole && to + 1 < m_order.count() && isSameSequence(to + 1, frame) && time_s(to + 1) <= now)
        ++to;
    if (!show(to))
        return;
    if (isHole)
        takeUp();
    else
        schedule(to);
}

double Playback::now_s() const
{
    return m_start_s + 1e-9 * static_cast<double>(m_clock.nsecsElapsed()) * m_speed;
}

double Playback::time_s(int place) const
{
    return seconds(m_document.scene().frames.at(m_order.at(place)));
}

bool Playback::isSameSequence(int place, FrameId frame) const
{
    const auto& frames = m_document.scene().frames;
    return frames.at(m_order.at(place)).sequence == frames.at(frame).sequence;
}

int Playback::firstPlace(int place) const
{
    const FrameId here = m_order.at(place);
    while (place > 0 && isSameSequence(place - 1, here))
        --place;
    return place;
}

} // namespace lunkuo
