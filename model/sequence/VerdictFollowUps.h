#pragma once

#include "model/document/Edit.h"

namespace lunkuo
{

/// What the changes do to the verdicts of the scene, as further changes of the same edit:
/// - what was accepted is open again when its box, its outline, its class or an attribute becomes another, and so is
///   the frame as a whole; so it is when an object comes or goes;
/// - what was rejected and is deleted is answered by that, and what was judged is kept with the verdict;
/// - verdicts go with their shapes from track to track.
/// Verdicts that the changes name themselves stay as these say.
std::vector<Change> verdictFollowUps(const Scene& scene, const std::vector<Change>& changes);

/// The shape as it is in the scene, for a verdict to keep; null when it is not there.
std::shared_ptr<const JudgedShape> judgedShape(const Scene& scene, TrackId track, FrameId frame);

} // namespace lunkuo
