#pragma once

#include "model/document/Edit.h"

#include <functional>
#include <optional>

namespace lunkuo
{

/// What following up asks of the document.
struct FollowUpNeeds
{
    std::function<ShapeId()> newShapeId;
    /// Where the LiDAR of a frame is, in its sensor frame.
    std::function<Eigen::Vector3d(const Frame&)> sensorOf;
};

/// Who makes an edit: a person, whose word nothing else changes, or an algorithm that fills in what follows from it.
enum class EditBy { Person, Algorithm };

/// The edit with everything that follows from it through the sequence, so that one undo takes all of it back:
/// - what a person changes about where a derived shape is and what it looks like makes it a key frame; an answer alone
///   says nothing of that, but what was interpolated stands for itself from then on, so that it keeps the answer;
/// - where a person deletes a shape of a track that goes on, the object is absent until there is a shape again;
/// - frames that nobody had touched are in work as soon as they have a shape;
/// - in a track with one size for all frames a new size goes to all of them, away from the sensor; shapes that are
///   added take it;
/// - interpolated shapes between two frames where the object is known are moved with these, in the world and in time;
///   a shape that a person adds to a track is joined so to its neighbours, through all frames between that have none;
/// - interpolated shapes beyond the first or last known one go, and tracks without a shape.
/// - what was accepted and becomes another is open again (see verdictFollowUps).
/// Shapes that are locked or accepted and those of frames that are done or accepted stay; they count as known.
std::vector<Change> withFollowUps(
    const Scene& scene, std::vector<Change> changes, EditBy by, const FollowUpNeeds& needs);

} // namespace lunkuo
