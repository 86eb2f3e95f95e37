#pragma once

#include "model/document/Document.h"
#include "model/document/FrameCache.h"

namespace lunkuo
{

// Fits of annotated shapes to the points of their frame, each as one edit through the document. What a person has fixed
// stays as it is. An invalid id does nothing. Errors say in one sentence why there is no fit.

/// The box and its outline anew.
Result<void> fitToPoints(Document& document, const LoadedFrame& frame, ShapeId shape);
/// All faces drawn in to the points inside.
Result<void> shrinkToPoints(Document& document, const LoadedFrame& frame, ShapeId shape);
/// From now on fits may move all of the shape.
Result<void> releaseFaces(Document& document, ShapeId shape);

/// The shape fitted around what is held of it.
Result<Shape> fitted(const Scene& scene, const LoadedFrame& frame, const Shape& shape);

/// "front, left, heading"; in the language of the moment.
QString namesOf(FaceSet faces);

} // namespace lunkuo
