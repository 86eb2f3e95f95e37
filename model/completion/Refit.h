#pragma once

#include "model/completion/Completer.h"
#include "model/geometry/FaceSet.h"

namespace lunkuo
{

/// Fits a box that a person made or changed to the points of its object. What is held stays: no held face moves, and
/// the box is not turned while its heading or one of its sides is held. Faces that the sensor cannot see stay about
/// where they are, unless points or free space speak against that. The fit stands on the ground. Clicks, if there are
/// any, tell the object's points from those of others as they do in `complete`. No alternatives.
/// Error: one sentence, when there are too few points in the box to fit it to.
Result<Completion> refit(const PreparedFrame& frame, const Cuboid& cuboid, FaceSet held,
    const CompletionOptions& options, const CompletionInput& input = {});

} // namespace lunkuo
