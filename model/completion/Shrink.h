#pragma once

#include "model/completion/Completer.h"
#include "model/geometry/FaceSet.h"

namespace lunkuo
{

/// Draws the faces in to the points inside, none out; the bottom at most to the ground. Error: one sentence, when there
/// are too few points inside.
Result<Cuboid> shrunk(const PreparedFrame& frame, const Cuboid& cuboid, FaceSet faces);

} // namespace lunkuo
