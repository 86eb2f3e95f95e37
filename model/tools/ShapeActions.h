#pragma once

#include "model/completion/Completer.h"
#include "model/document/Document.h"
#include "model/document/Draft.h"

namespace lunkuo
{

// What people do to objects, each as one edit through the document. Menus, panels and tools share them. An invalid id
// does nothing.

/// A new track with this shape in the frame; the track's number and ids are given here. The first shape of an untouched
/// frame puts the frame in work.
Result<ShapeId> addShape(Document& document, const QString& text, const Shape& shape, const QString& classId);
/// The track goes with its last shape.
Result<void> deleteShape(Document& document, ShapeId shape);
Result<void> flipHeading(Document& document, ShapeId shape);
/// By a person's hand, see `changedByHand`.
Result<void> setCuboid(Document& document, ShapeId shape, const Cuboid& cuboid, const QString& text);
/// Values of attributes that the new class does not have go with the old one.
Result<void> setClass(Document& document, ShapeId shape, const QString& classId);
/// Null clears the value. Goes to the track or the shape as the taxonomy says. Error when the taxonomy refuses the
/// value.
Result<void> setAttribute(Document& document, ShapeId shape, const QString& attributeId, const QJsonValue& value);
Result<void> setFrameState(Document& document, FrameId frame, FrameState state);

/// The shape with another cuboid and its outline resized to it.
Shape withCuboid(const Shape& shape, const Cuboid& cuboid);
/// The same by a person's hand: the confidence becomes 1, and the faces that changed its size or heading are held from
/// now on.
Shape changedByHand(const Shape& shape, const Cuboid& cuboid);
/// The shape with front and rear exchanged.
Shape turnedRound(const Shape& shape);

/// What completion should expect of a class: the taxonomy's default size, and more and more what the objects of the
/// class that are annotated already teach.
CompletionOptions completionOptions(const Scene& scene, const QString& classId);

} // namespace lunkuo
