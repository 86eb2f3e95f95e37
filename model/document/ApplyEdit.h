#pragma once

#include "model/document/Edit.h"

namespace lunkuo
{

/// Makes the scene what the edit says; whether it may is asked before.
void applyEdit(Scene& scene, const Edit& edit);

} // namespace lunkuo
