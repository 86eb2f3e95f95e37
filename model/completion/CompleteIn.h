#pragma once

#include "model/completion/Completer.h"

namespace lunkuo
{

/// Completes the object whose cuboid is known already and stays as it is: which points it has and how its outline
/// looks. The clicks tell its points from those of others that reach into the box; without clicks all that hangs
/// together in the box is the object's. No alternatives. Error: one sentence, when there are too few points in the box.
Result<Completion> completeIn(
    const PreparedFrame& frame, const Cuboid& cuboid, const CompletionInput& input, const CompletionOptions& options);

} // namespace lunkuo
