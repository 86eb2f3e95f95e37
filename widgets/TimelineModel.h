#pragma once

#include "model/document/FollowedTrack.h"
#include "model/document/FrameOrder.h"

#include <QColor>
#include <map>

namespace lunkuo
{

class FindingBoard;

/// What a timeline shows: all frames in their order with what has been done in them, and what the followed track is in
/// each. Places count from 0. Kept up to date edit by edit, so that no question looks through the shapes.
class TimelineModel : public QObject
{
    Q_OBJECT
public:
    /// What the followed track is in a frame.
    struct Mark
    {
        enum class Kind : std::uint8_t { None, KeyFrame, Propagated, Interpolated };

        Kind kind = Kind::None;
        bool isDoubtful = false; ///< derived, and the fit is not sure; or the checks have found something

        friend bool operator==(const Mark&, const Mark&) = default;
    };

    TimelineModel(
        const Document& document, const Selection& selection, const FollowedTrack& followed, QObject* parent = nullptr);

    /// What the checks find about the followed track is doubtful too.
    void setFindings(const FindingBoard& board);

    [[nodiscard]] int count() const { return static_cast<int>(m_states.size()); }
    [[nodiscard]] FrameId frameAt(int place) const { return m_order.at(place); }
    [[nodiscard]] FrameState stateAt(int place) const { return m_states[static_cast<std::size_t>(place)]; }
    /// Whether a reviewer has rejected it or something in it, and nobody has answered; whether all of it is accepted.
    [[nodiscard]] bool isRejectedAt(int place) const;
    [[nodiscard]] bool isAcceptedAt(int place) const;
    [[nodiscard]] Mark markAt(int place) const { return m_marks[static_cast<std::size_t>(place)]; }
    /// From 1, in its sequence.
    [[nodiscard]] int numberAt(int place) const { return place - m_starts[static_cast<std::size_t>(place)] + 1; }
    /// Whether a frame begins another sequence than the one before it.
    [[nodiscard]] bool beginsSequence(int place) const;
    /// The current frame's place; FrameOrder::nowhere without one.
    [[nodiscard]] int current() const;
    /// The first and last place of the followed track; nothing when it has no shape.
    [[nodiscard]] std::optional<std::pair<int, int>> span() const;
    /// Seconds since its sequence began.
    [[nodiscard]] double time_s(int place) const;

    [[nodiscard]] bool isFollowing() const { return m_followed.id().isValid(); }
    /// "Car 3"; empty when no track is followed.
    [[nodiscard]] QString trackName() const;
    [[nodiscard]] QColor trackColor() const;
    /// "12 / 20 · 1.1 s": which frame of its sequence, and when.
    [[nodiscard]] QString describe(int place) const;
    /// What is to be told of a frame, and of the followed track in it.
    [[nodiscard]] QString tell(int place) const;
    [[nodiscard]] QString tellTrack(int place) const;

signals:
    /// Another number of frames, or in another order.
    void framesChanged();
    /// States, marks or the followed track.
    void factsChanged();
    void currentChanged();

private:
    void rebuild();
    void readTrack();
    void readMark(FrameId frame);
    void readFindings();
    void take(const Edit& edit);

    const Document& m_document;
    const Selection& m_selection;
    const FollowedTrack& m_followed;
    FrameOrder m_order;
    std::vector<FrameState> m_states;
    std::vector<Mark> m_marks;
    const FindingBoard* m_board = nullptr;
    std::map<FrameId, QString> m_found; ///< what the checks say of the followed track
    std::vector<int> m_starts;          ///< the place where the sequence of each frame begins
};

} // namespace lunkuo
