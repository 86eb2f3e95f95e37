#pragma once

#include "model/tools/ShapeActions.h"

namespace lunkuo
{

// What people do to one object in several frames at once, each as one edit. Shapes that are locked, and those of frames
// that are done, stay as they are; when that leaves none, the error says so in one sentence.

/// They follow their neighbours from now on instead of standing for themselves. Those before the first and after the
/// last frame in which the object is known cannot, and stay.
Result<void> interpolate(Document& document, const ShapeIds& shapes);
/// A person says that they are right: key frames, which no algorithm moves, with nothing doubtful about them.
Result<void> confirm(Document& document, const ShapeIds& shapes);
/// They take the size of `model`; the faces that look to the sensor and the bottom stay where they are.
Result<void> takeSizeOf(Document& document, ShapeId model, const ShapeIds& shapes);
/// Front and rear are exchanged.
Result<void> turnRound(Document& document, const ShapeIds& shapes);
/// The object is not there in these frames.
Result<void> removeFromFrames(Document& document, const ShapeIds& shapes);

/// Those of them that an edit of several frames may change.
ShapeIds changeableOf(const Scene& scene, const ShapeIds& shapes);

} // namespace lunkuo
