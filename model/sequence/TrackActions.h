#pragma once

#include "model/tools/ShapeActions.h"

namespace lunkuo
{

// What people do to one object through its frames, each as one edit through the document. None of it says anything
// about where a box is, so nothing becomes a key frame by it unless that is what was asked for. An interpolated shape
// that comes to the end of what is left of its object stays where it is and counts as propagated from then on: what
// it lay between is gone. What is locked refuses.

/// From one frame to another of the same sequence, both included.
struct FrameRange
{
    FrameId first;
    FrameId last;

    friend bool operator==(const FrameRange&, const FrameRange&) = default;
};

/// From the track's first shape to its last; none when it has no shape.
std::optional<FrameRange> extentOf(const Scene& scene, TrackId track);
/// The frames in which both have a shape, in order.
std::vector<FrameId> sharedFrames(const Scene& scene, TrackId a, TrackId b);

/// What happens in frames where both objects have a shape.
enum class Overlap { Refuse, KeyFrameWins };

/// One object of two: `kept` keeps number, class and answers, and gets what only `merged` has. In a frame where both
/// have a shape the key frame stays, of two of a kind that of `kept`. Between the last shape of the one and the first
/// of the other it is interpolated.
Result<void> mergeTracks(Document& document, TrackId kept, TrackId merged, Overlap overlap = Overlap::Refuse);
/// What the track has from the frame on becomes an object of its own, which is returned.
Result<TrackId> splitTrack(Document& document, TrackId track, FrameId from);
/// Drops what the track has before, or after, the frame.
Result<void> beginTrack(Document& document, TrackId track, FrameId first);
Result<void> endTrack(Document& document, TrackId track, FrameId last);
/// Numbers are unique in a sequence: with an object that has it already the track swaps.
Result<void> renumberTrack(Document& document, TrackId track, int number);
/// In a part of its frames the track becomes an object of its own with that class; in all of them it changes its
/// class. Returned is the one that has it.
Result<TrackId> setClassIn(Document& document, TrackId track, const FrameRange& range, const QString& classId);
/// An attribute with scope Frame; null clears it. Shapes that are locked stay as they are.
Result<void> setAttributeIn(
    Document& document, TrackId track, const FrameRange& range, const QString& attributeId, const QJsonValue& value);
/// On: all frames take the size of the shape that shows it best: one made by hand, otherwise the surest, of several the
/// nearest. Off: each frame keeps what it has and goes its own way.
Result<void> setOneSize(Document& document, TrackId track, bool isOne);
/// Shapes that are locked stay.
Result<void> deleteTrack(Document& document, TrackId track);
Result<void> deleteIn(Document& document, TrackId track, const FrameRange& range);

} // namespace lunkuo
