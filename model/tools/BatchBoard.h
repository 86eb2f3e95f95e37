#pragma once

#include "model/sequence/TrackTiles.h"
#include "model/tools/BatchFit.h"
#include "model/tools/SideSight.h"
#include "model/tools/Tool.h"

#include <set>

namespace lunkuo
{

/// One object in many frames side by side: which of its shapes are shown, which are chosen, and what a hand does to one
/// of them, with what follows from that for the others. It knows no widget.
class BatchBoard : public QObject
{
    Q_OBJECT
public:
    BatchBoard(const ToolContext& context, TrackId track, QObject* parent = nullptr);

    [[nodiscard]] TrackId track() const { return m_track; }
    [[nodiscard]] const Scene& scene() const { return m_context.document.scene(); }
    [[nodiscard]] Document& document() { return m_context.document; }
    [[nodiscard]] const Selection& selection() const { return m_context.selection; }
    [[nodiscard]] const TrackTiles& points() const { return m_points; }
    [[nodiscard]] BatchFit& fit() { return m_fit; }

    // Which shapes there are, in the order of their frames, and a page of them.
    [[nodiscard]] const std::vector<ShapeId>& shown() const { return m_shown; }
    [[nodiscard]] int pages() const;
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int every() const { return m_every; }
    [[nodiscard]] std::size_t count() const { return m_all.size(); }
    void setEvery(int frames); ///< only each so many-th shape
    void setRoom(int tiles);   ///< on a page
    void turnPage(int pages);
    /// The page that has this frame's shape, or the one nearest to it.
    void showFrame(FrameId frame);
    /// The shape as it is just now, while one of them is in somebody's hand.
    [[nodiscard]] const Shape& shape(ShapeId id) const;

    // Which are chosen.
    [[nodiscard]] ShapeId current() const { return m_current; } ///< the one that was meant last
    [[nodiscard]] bool isChosen(ShapeId id) const { return m_chosen.contains(id); }
    [[nodiscard]] ShapeIds chosen() const; ///< in the order of their frames, on other pages too
    /// What an action is for: those that are chosen, otherwise the current one.
    [[nodiscard]] ShapeIds meant() const;
    /// A click: alone, with Ctrl in or out, with Shift all from the current one to this.
    void choose(ShapeId id, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void choose(const std::vector<ShapeId>& shapes, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void chooseAll();
    void chooseNone();

    // What a hand does. Places are on the sight's plane.
    bool press(ShapeId id, const SideSight& sight, const Eigen::Vector2d& place, double pixel_m);
    void drag(const Eigen::Vector2d& place);
    /// One edit; false when nothing was dragged.
    bool release();
    void letGo(); ///< nothing has happened
    [[nodiscard]] bool isHeld() const { return m_hold.has_value(); }
    [[nodiscard]] bool isDragging() const { return m_hold && m_hold->hasBegun; }
    [[nodiscard]] std::optional<SideGrip> gripOn(ShapeId id) const; ///< that is held
    [[nodiscard]] bool mayChange(ShapeId id) const;

signals:
    void changed();

private:
    struct Hold
    {
        Shape before;
        SideGrip grip;
        SideSight sight;
        Eigen::Vector2d pressed;
        double pixel_m;
        bool hasBegun = false;
        std::map<ShapeId, Shape> now; ///< it, and those that follow it
    };

    void refresh();
    void layOut();

    ToolContext m_context;
    TrackId m_track;
    TrackTiles m_points;
    BatchFit m_fit;
    std::vector<ShapeId> m_all; ///< each so many-th
    std::vector<ShapeId> m_shown;
    std::set<ShapeId> m_chosen;
    ShapeId m_current;
    int m_every = 1;
    int m_room = 20;
    int m_page = 0;
    std::optional<Hold> m_hold;
};

} // namespace lunkuo
