#pragma once

#include "model/sequence/TrackTiles.h"
#include "model/tools/Tool.h"

#include <QTimer>

namespace lunkuo
{

/// The object that is looked at, in the frames round the current one: which of its shapes a film strip shows, with what
/// lies round them. It takes its time: whoever goes on at once is kept waiting by nothing.
class FilmBoard : public QObject
{
    Q_OBJECT
public:
    explicit FilmBoard(const ToolContext& context, QObject* parent = nullptr);

    /// Nothing is shown, and nothing read, while it is off.
    void setOn(bool isOn);
    void setRoom(int tiles);
    /// On from the current frame, without going there; until the frame or the object changes.
    void scroll(int tiles);
    void setPause(int pause_ms) { m_later.setInterval(pause_ms); }

    [[nodiscard]] const Scene& scene() const { return m_context.document.scene(); }
    [[nodiscard]] FrameId frame() const { return m_context.selection.frame(); }
    [[nodiscard]] TrackId track() const { return m_track; }
    /// In the order of their frames.
    [[nodiscard]] const std::vector<ShapeId>& shown() const { return m_shown; }
    /// How many of its shapes come before those that are shown, and after them.
    [[nodiscard]] int before() const { return m_first; }
    [[nodiscard]] int after() const { return m_after; }
    [[nodiscard]] const TrackTiles& points() const { return m_points; }

signals:
    void changed();
    /// What lies round the shape in one of the frames is there, or has failed.
    void arrived(lunkuo::FrameId frame);

private:
    void follow();
    void goOn();
    void refresh();
    void layOut();
    void request();
    [[nodiscard]] TrackId meant() const;

    ToolContext m_context;
    TrackTiles m_points;
    QTimer m_later;
    TrackId m_track;
    std::vector<ShapeId> m_all;
    std::vector<ShapeId> m_shown;
    int m_here = 0; ///< the place of the current frame's shape among all, or of the next one
    int m_first = 0;
    int m_after = 0;
    int m_scrolled = 0;
    int m_room = 6;
    bool m_isOn = false;
};

} // namespace lunkuo
