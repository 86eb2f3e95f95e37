#include "model/tools/Subject.h"

namespace lunkuo
{

std::optional<Subject> subjectOf(const Draft& draft, const Scene& scene, const Selection& selection)
{
    if (draft.shape)
        return Subject{*draft.shape, draft.classId, !draft.replaces.isValid()};
    const auto selected = scene.shapes.find(selection.shape());
    if (selected == scene.shapes.end())
        return std::nullopt;
    const Track* track = scene.trackOf(selected->second);
    return Subject{selected->second, track ? track->classId : QString(), false};
}

} // namespace lunkuo
