#pragma once

#include "model/document/Document.h"
#include "model/document/FrameCache.h"
#include "model/tools/ShapeActions.h"

namespace lunkuo
{

// Fits of annotated shapes to the points of their frame, each as one edit through the document. What a person has fixed
// stays as it is. Shapes that do not exist, or are of another frame, are passed over. Errors say in one sentence why
// there is no fit; of several shapes those are fitted that can be.

/// The boxes and their outlines anew.
Result<void> fitToPoints(Document& document, const LoadedFrame& frame, const ShapeIds& shapes);
/// All faces drawn in to the points inside.
Result<void> shrinkToPoints(Document& document, const LoadedFrame& frame, const ShapeIds& shapes);
/// Those faces drawn in to the points inside.
Result<void> drawIn(Document& document, const LoadedFrame& frame, ShapeId shape, FaceSet faces);
/// From now on fits may move all of the shapes.
Result<void> releaseFaces(Document& document, const ShapeIds& shapes);

/// The shape, of that class, fitted around what is held of it. The second may run on any thread.
Result<Shape> fitted(const Scene& scene, const LoadedFrame& frame, const Shape& shape, const QString& classId);
Result<Shape> fitted(const LoadedFrame& frame, const Shape& shape, const CompletionOptions& options);
/// What a hand has made of the shape `before` by dragging some faces, with the fit kept on: those faces go in to the
/// points, and the rest fits itself round them. Away from all points the hand decides.
Shape fittedRound(const Scene& scene, const LoadedFrame& frame, const Shape& before, const Shape& byHand,
    FaceSet dragged, const QString& classId);
/// The shape with those faces drawn in to the points inside, and its outline anew.
Result<Shape> drawnIn(
    const Scene& scene, const LoadedFrame& frame, const Shape& shape, FaceSet faces, const QString& classId);

/// What an edit is called that draws faces of an object in: "Shrink Car to points", "Shrink Car to points: front".
QString drawnInText(const QString& name, FaceSet faces);
/// Faces that a person means who draws in all of the shape: not those that are held.
FaceSet freeFaces(const Shape& shape);

/// "front, left, heading"; in the language of the moment.
QString namesOf(FaceSet faces);

} // namespace lunkuo
