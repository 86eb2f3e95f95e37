#pragma once

#include "model/completion/Suggester.h"
#include "model/scene/Scene.h"

namespace lunkuo
{

/// The vehicles that the project's taxonomy knows, with what is known of their sizes.
std::vector<SuggestionClass> suggestionClasses(const Scene& scene);

} // namespace lunkuo
