#pragma once

#include "model/scene/Shape.h"

#include <memory>
#include <optional>

namespace lunkuo
{

/// What has become of what a reviewer looked at. Answered: the annotator has mended it and says so; closing it makes it
/// accepted.
enum class VerdictState { Accepted, Rejected, Answered };

enum class RejectReason {
    WrongClass,
    TooLarge,
    TooSmall,
    WrongHeading,
    MissingObject,
    FalseObject,
    WrongAttribute,
    TrackSwitched,
    WrongOutline,
    Other
};

/// An object in one frame as the reviewer saw it.
struct JudgedShape
{
    Shape shape;
    QString classId;
    int number = 0;             ///< of its track
    AttributeValues attributes; ///< of its track

    friend bool operator==(const JudgedShape&, const JudgedShape&) = default;
};

/// What a reviewer says of a shape (frame and track), of a frame as a whole (no track, no place), or of a place in it
/// where something is missing (place, no track). At most one for each shape and each frame as a whole.
struct Verdict
{
    VerdictId id;
    FrameId frame;
    TrackId track;
    VerdictState state = VerdictState::Accepted;
    RejectReason reason = RejectReason::Other; ///< says nothing while it never was rejected
    QString text;
    std::optional<Eigen::Vector3d> place; ///< what is pinned there, sensor frame, metres
    QString reviewer;
    qint64 time_ms = 0; ///< of the reviewer's latest word, since 1970
    QString answer;
    QString annotator; ///< who answered
    qint64 answered_ms = 0;
    /// What was rejected, to be held against what has become of it; null where it was accepted at once. With it a
    /// verdict may outlive its shape: a false object is mended by deleting it.
    std::shared_ptr<const JudgedShape> judged;

    [[nodiscard]] bool isOfShape() const { return track.isValid(); }
    [[nodiscard]] bool isOfFrame() const { return !track.isValid() && !place; }
    [[nodiscard]] bool isOfPlace() const { return !track.isValid() && place.has_value(); }
    /// Neither the annotator nor the reviewer is through with it.
    [[nodiscard]] bool isOpen() const { return state != VerdictState::Accepted; }

    /// Whether its words are some that there are and its numbers finite; for what comes from a file.
    [[nodiscard]] bool isWellFormed() const;

    friend bool operator==(const Verdict& a, const Verdict& b);
};

/// Somebody's word that a finding of the automatic checks is none.
struct Waiver
{
    WaiverId id;
    QString finding; ///< its key
    QString reason;
    QString who;
    qint64 time_ms = 0; ///< since 1970

    friend bool operator==(const Waiver&, const Waiver&) = default;
};

} // namespace lunkuo
