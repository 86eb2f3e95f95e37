#pragma once

#include "model/completion/Completer.h"
#include "model/document/Document.h"
#include "model/document/Draft.h"

#include <functional>

namespace lunkuo
{

// What people do to objects, each as one edit through the document. Menus, panels and tools share them. An invalid id
// does nothing. Of several, those that are locked stay as they are; when all are, the error says so.

/// One shape or several that are meant together.
struct ShapeIds : std::vector<ShapeId>
{
    ShapeIds(ShapeId id)
        : std::vector<ShapeId>{id}
    {
    }
    ShapeIds(std::vector<ShapeId> ids)
        : std::vector<ShapeId>(std::move(ids))
    {
    }
};

/// A shape, and the object that it shows: a new one gets a number and ids when it is added, one that the project has
/// becomes what is said here of it.
struct NewShape
{
    Shape shape;
    Track track;
};

/// What is derived of the same object in the frame gives way.
Result<std::vector<ShapeId>> addShapes(Document& document, const QString& text, std::vector<NewShape> shapes);
/// A new track with this shape in the frame.
Result<ShapeId> addShape(Document& document, const QString& text, const Shape& shape, const QString& classId);
/// A track goes with its last shape.
Result<void> deleteShapes(Document& document, const ShapeIds& shapes);
Result<void> flipHeading(Document& document, const ShapeIds& shapes);
/// What is locked refuses every other change.
Result<void> setLocked(Document& document, const ShapeIds& shapes, bool locked);
/// Changes each shape as the function says.
Result<void> changeShapes(
    Document& document, const ShapeIds& shapes, const QString& text, const std::function<Shape(const Shape&)>& changed);
/// By a person's hand, see `changedByHand`.
Result<void> setCuboid(Document& document, ShapeId shape, const Cuboid& cuboid, const QString& text);
/// Values of attributes that the new class does not have go with the old one.
Result<void> setClass(Document& document, const ShapeIds& shapes, const QString& classId);
/// Null clears the value. Goes to the track or the shape as the taxonomy says. Error when the taxonomy refuses the
/// value for the last of them; others that cannot have it are left out.
Result<void> setAttribute(
    Document& document, const ShapeIds& shapes, const QString& attributeId, const QJsonValue& value);
Result<void> setFrameState(Document& document, FrameId frame, FrameState state);

/// "Car 3"
QString nameOf(const Scene& scene, const Track& track);
/// Those of the values that a class may have.
AttributeValues valuesFor(const Taxonomy& taxonomy, const QString& classId, AttributeValues values);

/// The shape with another cuboid and its outline resized to it.
Shape withCuboid(const Shape& shape, const Cuboid& cuboid);
/// The same by a person's hand: the confidence becomes 1, and the faces that changed its size or heading are held from
/// now on.
Shape changedByHand(const Shape& shape, const Cuboid& cuboid);
/// The shape with what a tool has made of its body, whatever else has been said of it since the tool took it up.
Shape withBodyOf(const Shape& shape, const Shape& body);
/// The shape with front and rear exchanged.
Shape turnedRound(const Shape& shape);

/// What completion should expect of a class: the taxonomy's default size, and more and more what the objects of the
/// class that are annotated already teach.
CompletionOptions completionOptions(const Scene& scene, const QString& classId);

} // namespace lunkuo
