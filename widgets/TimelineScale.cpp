#include "widgets/TimelineScale.h"

namespace lunkuo
{

void TimelineScale::setRoom(double left_px, double width_px, int frames)
{
    m_left = left_px;
    m_width = std::max(1.0, width_px);
    m_count = frames;
    if (m_isWhole)
        m_frame = fitting_px();
    keepIn();
}

int TimelineScale::placeAt(double x) const
{
    const double place = std::floor(m_first + (x - m_left) / m_frame);
    return static_cast<int>(std::clamp(place, 0.0, std::max(0.0, m_count - 1.0)));
}

void TimelineScale::zoom(double factor, double x)
{
    const double place = m_first + (x - m_left) / m_frame;
    m_frame *= factor;
    m_isWhole = m_frame <= fitting_px();
    keepIn();
    m_first = place - (x - m_left) / m_frame;
    keepIn();
}

void TimelineScale::pan(double delta_px)
{
    m_first -= delta_px / m_frame;
    keepIn();
}

void TimelineScale::reveal(int place)
{
    const double seen = m_width / m_frame;
    if (place >= m_first && place + 1.0 <= m_first + seen)
        return;
    // Not to the rim: what comes next is wanted too.
    m_first = place < m_first ? place - 0.75 * seen : place - 0.25 * seen;
    keepIn();
    // Where a frame is wider than the room there is no more to be done.
    if (place < m_first || place >= m_first + seen)
        m_first = place;
    keepIn();
}

void TimelineScale::keepIn()
{
    m_frame = std::clamp(m_frame, fitting_px(), std::max(fitting_px(), widestFrame_px));
    m_first = std::clamp(m_first, 0.0, std::max(0.0, m_count - m_width / m_frame));
}

} // namespace lunkuo
