#pragma once

#include <algorithm>
#include <cmath>

namespace lunkuo
{

/// Which frames of a timeline lie where on the screen, in pixels. As long as nobody has come closer, all of them are
/// there.
class TimelineScale
{
public:
    static constexpr double widestFrame_px = 48.0;

    /// The room for that many frames.
    void setRoom(double left_px, double width_px, int frames);

    [[nodiscard]] double left_px() const { return m_left; }
    [[nodiscard]] double right_px() const { return m_left + m_width; }
    [[nodiscard]] double frame_px() const { return m_frame; }
    /// Where the frame at a place begins; it ends where the next begins.
    [[nodiscard]] double xOf(int place) const { return m_left + (place - m_first) * m_frame; }
    [[nodiscard]] double middleOf(int place) const { return xOf(place) + 0.5 * m_frame; }
    /// The place drawn at x, the nearest there is.
    [[nodiscard]] int placeAt(double x) const;
    /// The first and the last place of which something is to be seen.
    [[nodiscard]] int firstSeen() const { return placeAt(m_left); }
    [[nodiscard]] int lastSeen() const { return placeAt(right_px() - 1e-6); }

    /// Makes frames so many times as wide; what is at x stays there.
    void zoom(double factor, double x);
    void pan(double delta_px);
    /// Moves on until the place is to be seen.
    void reveal(int place);

    friend bool operator==(const TimelineScale&, const TimelineScale&) = default;

private:
    [[nodiscard]] double fitting_px() const { return m_count > 0 ? m_width / m_count : m_width; }
    void keepIn();

    double m_left = 0.0;
    double m_width = 1.0;
    int m_count = 0;
    double m_first = 0.0; ///< the place at the left edge
    double m_frame = 1.0; ///< how wide one is
    bool m_isWhole = true;
};

} // namespace lunkuo
