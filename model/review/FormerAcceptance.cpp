#include "model/review/FormerAcceptance.h"

#include "model/review/VerdictDifference.h"

namespace lunkuo
{

namespace
{

constexpr int mostLines = 200;
constexpr qint64 longest = 200'000;       ///< characters of a line
constexpr std::size_t mostChanges = 4000; ///< in all lines

/// Goes back through the history of an object in a frame, edit by edit.
class WayBack
{
public:
    WayBack(const JudgedShape& now, FrameId frame)
        : m_state(now)
        , m_frame(frame)
    {
    }

    [[nodiscard]] const JudgedShape& state() const { return m_state; }
    /// What had been said of it before the edit and no more behind it.
    [[nodiscard]] const std::optional<Verdict>& dropped() const { return m_dropped; }
    /// Whether the edit made it look other; else the word was taken back.
    [[nodiscard]] bool isChange() const { return m_isChange; }
    /// It was not there before.
    [[nodiscard]] bool isBegin() const { return m_isBegin; }

    void undo(const Edit& edit)
    {
        m_isChange = false;
        for (const Change& change : edit.changes)
            if (const auto* shape = std::get_if<ValueChange<Shape>>(&change))
                undo(*shape);
            else if (const auto* track = std::get_if<ValueChange<Track>>(&change))
                undo(*track);
            else if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change))
                undo(*verdict);
    }

private:
    [[nodiscard]] bool isIt(const Shape& shape) const
    {
        return shape.track == m_state.shape.track && shape.frame == m_frame;
    }

    void undo(const ValueChange<Shape>& change)
    {
        if (!change.after || !isIt(*change.after))
            return;
        m_isBegin = !change.before || !isIt(*change.before);
        if (m_isBegin)
            return;
        m_state.shape = *change.before;
        m_isChange = true;
    }

    void undo(const ValueChange<Track>& change)
    {
        if (!change.after || !change.before || change.after->id != m_state.shape.track)
            return;
        m_state.classId = change.before->classId;
        m_state.number = change.before->number;
        m_state.attributes = change.before->attributes;
        m_isChange = true;
    }

    void undo(const ValueChange<Verdict>& change)
    {
        const std::optional<Verdict>& before = change.before;
        if (before && !change.after && before->track == m_state.shape.track && before->frame == m_frame)
            m_dropped = before;
    }

    JudgedShape m_state;
    FrameId m_frame;
    std::optional<Verdict> m_dropped;
    bool m_isChange = false;
    bool m_isBegin = false;
};

} // namespace

std::optional<FormerAcceptance> formerAcceptance(
    const ProjectStore& store, const Scene& scene, TrackId track, FrameId frame)
{
    const auto now = presentShape(scene, track, frame);
    const auto lines = store.readHistoryPage(0, mostLines, track);
    if (!now || !lines)
        return std::nullopt;
    WayBack way(*now, frame);
    std::size_t changes = 0;
    for (const ProjectStore::HistoryLine& line : *lines) {
        const auto row = store.readHistoryRow(line.id, longest);
        if (!row || (changes += row->edit.changes.size()) > mostChanges)
            return std::nullopt;
        way.undo(row->edit);
        if (way.isBegin())
            return std::nullopt;
        const auto& dropped = way.dropped();
        if (dropped && dropped->state == VerdictState::Accepted && way.isChange())
            return FormerAcceptance{*dropped, way.state()};
        if (dropped)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace lunkuo
