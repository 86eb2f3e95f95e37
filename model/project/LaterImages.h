#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/document/Edit.h"
#include "model/scene/Scene.h"

#include <QDir>
#include <map>

namespace lunkuo
{

/// Images that lie beside the clouds of a project and that its frames do not know of: they came later, or were left
/// out.
struct LaterImages
{
    std::map<QString, int> perCamera; ///< how many
    std::vector<Change> changes;      ///< that give them to the frames, with the cameras that took them

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
};

/// `data`: what opening the data again finds, with absolute paths. Its clouds say which frame is which. What the
/// project says of a camera stays. `projectFolder`: what the project's relative paths start from.
LaterImages laterImages(const Scene& scene, const Scene& data, const QDir& projectFolder);

/// Opens the data of all sequences again. Takes its time; for any thread. Error: one sentence, where none can be
/// opened.
Result<LaterImages> findLaterImages(const Scene& scene, const QDir& projectFolder, const Progress& progress = {});

} // namespace lunkuo
