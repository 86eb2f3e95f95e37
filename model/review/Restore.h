#pragma once

#include "model/document/Document.h"

namespace lunkuo
{

/// What an edit says of one object: its shapes in single frames, and the object itself.
struct ObjectState
{
    TrackId track;
    std::optional<Track> object;
    std::vector<Shape> shapes;

    [[nodiscard]] bool isEmpty() const { return !object && shapes.empty(); }
};

/// The objects that an edit is about, the one with most changes first.
std::vector<TrackId> objectsOf(const Edit& edit);

/// How the edit left the object; where it took something away, how that was before.
ObjectState stateAfter(const Edit& edit, TrackId track);

/// Brings that state back, as a new edit: shapes that are gone come again, others become what they were. Other frames
/// stay as they are. Where the object itself is gone, `object` must say what it was. Error when its frames are gone or
/// something is locked.
Result<void> restore(Document& document, const ObjectState& state);

} // namespace lunkuo
