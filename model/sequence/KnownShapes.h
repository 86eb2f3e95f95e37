#pragma once

#include "model/tools/ShapeActions.h"

namespace lunkuo
{

/// The index of the shape's frame.
int placeOf(const Scene& scene, const Shape& shape);
/// Known where it is, whatever lies beside it.
bool isKnown(const Scene& scene, const Shape& shape);

/// A person has looked at them and says that they are right: key frames, which no algorithm moves, with nothing
/// doubtful about them.
Result<void> confirmShapes(Document& document, const ShapeIds& shapes);
/// They follow the frames beside them again instead of standing for themselves; key frames stay where
/// the object's first or last frame is among them too. Error when none of them lies between
/// frames where its object stays known.
Result<void> interpolateShapes(Document& document, const ShapeIds& shapes);
/// Whether the shape is one that `interpolateShapes` takes.
bool canBeInterpolated(const Scene& scene, const Shape& shape);

} // namespace lunkuo
