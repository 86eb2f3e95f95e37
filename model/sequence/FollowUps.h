#pragma once

#include "model/document/Edit.h"

#include <functional>

namespace lunkuo
{

/// Who makes an edit: a person, whose word nothing else changes, or an algorithm that fills in what follows from it.
enum class EditBy { Person, Algorithm };

/// The edit with everything that follows from it through the sequence, so that one undo takes all of it back:
/// - what a person changes about a derived shape makes it a key frame;
/// - in a track with one size for all frames a new size goes to all of them, away from the sensor; shapes that are
///   added take it;
/// - interpolated shapes between two frames where the object is known are moved with these, in the world and in time;
///   a shape that a person adds to a track is joined so to its neighbours, through all frames between that have none;
/// - interpolated shapes beyond the first or last known one go, and tracks without a shape.
/// Locked shapes and those of frames that are done stay; they count as known.
std::vector<Change> withFollowUps(
    const Scene& scene, std::vector<Change> changes, EditBy by, const std::function<ShapeId()>& newShapeId);

} // namespace lunkuo
