#include "model/tools/Subject.h"

#include <algorithm>

namespace lunkuo
{

const Shape* standIn(const Draft& draft, ShapeId shape)
{
    if (!shape.isValid() || !draft.shape)
        return nullptr;
    if (draft.replaces == shape)
        return &*draft.shape;
    const auto found =
        std::find_if(draft.along.begin(), draft.along.end(), [&](const Shape& other) { return other.id == shape; });
    return found == draft.along.end() ? nullptr : &*found;
}

std::optional<Subject> subjectOf(const Draft& draft, const Scene& scene, const Selection& selection)
{
    const auto selected = scene.shapes.find(selection.shape());
    const bool isSelected = selected != scene.shapes.end();
    if (draft.shape && (!draft.replaces.isValid() || !isSelected))
        return Subject{*draft.shape, draft.classId, !draft.replaces.isValid()};
    if (!isSelected)
        return std::nullopt;
    // Of several that move, another one may be in hand.
    const Shape* changing = standIn(draft, selected->first);
    const Track* track = scene.trackOf(selected->second);
    return Subject{changing ? *changing : selected->second, track ? track->classId : QString(), false};
}

} // namespace lunkuo
