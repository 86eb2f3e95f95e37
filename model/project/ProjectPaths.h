#pragma once

#include "model/scene/Scene.h"

#include <QDir>

namespace lunkuo
{

/// The scene with its file paths as a project in `folder` keeps them: relative where the data lies near the project, so
/// that both can be moved together, absolute otherwise. `from` is what the scene's relative paths start from.
Scene withPathsFor(const QDir& folder, const Scene& scene, const QDir& from);

} // namespace lunkuo
