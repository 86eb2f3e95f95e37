#pragma once

#include "model/scene/Scene.h"

namespace lunkuo
{

/// Whether everything in the scene refers to what exists and is what the rest of the program takes for granted; for
/// scenes that come from a file.
[[nodiscard]] bool isSound(const Scene& scene);

} // namespace lunkuo
