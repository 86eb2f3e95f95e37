#pragma once

#include "model/base/Result.h"
#include "model/document/Edit.h"

namespace lunkuo
{

/// Whether the edit can be applied to the scene and leaves it sound: every `before` is what the scene holds, shapes
/// refer to tracks and frames that exist, at most one shape per track and frame, cuboids valid, verdicts
/// about what exists or with what they judged, one for each shape and each frame, waivers of something. Error: one
/// sentence.
Result<void> checkEdit(const Scene& scene, const Edit& edit);

} // namespace lunkuo
