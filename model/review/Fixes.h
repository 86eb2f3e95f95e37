#pragma once

#include "model/document/Document.h"
#include "model/document/FrameCache.h"
#include "model/review/Finding.h"

#include <functional>

namespace lunkuo
{

/// Where the ids of new things come from.
struct NewIds
{
    std::function<TrackId()> track;
    std::function<ShapeId()> shape;
};
/// Ids that the scene does not use, for those who have no document.
NewIds newIdsFor(const Scene& scene);

/// Whether a fix looks at the points, so that it needs the data of the finding's frame.
bool needsCloud(const Fix& fix);

/// "Delete the box": what the fix does, in the language of the moment.
QString textOf(const Fix& fix, const Scene& scene);

/// What one key does about a finding, as changes to the scene as it is now. Nothing when the finding has no fix, what
/// it is about is gone or locked, the frame's data is needed and not there, or the fix would change nothing.
std::optional<std::vector<Change>> fixOf(
    const Finding& finding, const Scene& scene, const LoadedFrame* frame, const NewIds& ids);

/// Does it, as one edit. Error: one sentence, also when there is nothing that can be done.
Result<void> applyFix(Document& document, const Finding& finding, const LoadedFrame* frame);

} // namespace lunkuo
