#include "model/tools/ShapeActions.h"

#include "model/completion/SizePriors.h"
#include "model/scene/TrackNumbers.h"

#include <QCoreApplication>
#include <map>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShapeActions)
};

const Shape* find(const Document& document, ShapeId id)
{
    const auto found = document.scene().shapes.find(id);
    return found == document.scene().shapes.end() ? nullptr : &found->second;
}

/// "Car 3", or how many.
QString namesOf(const Document& document, const std::vector<const Shape*>& shapes)
{
    if (shapes.size() != 1)
        return Text::tr("%1 objects").arg(shapes.size());
    return nameOf(document.scene(), document.scene().tracks.at(shapes.front()->track));
}

/// The shapes there are and that nothing forbids to change.
Result<std::vector<const Shape*>> changeable(const Document& document, const ShapeIds& ids)
{
    std::vector<const Shape*> shapes;
    const Shape* locked = nullptr;
    for (const ShapeId id : ids)
        if (const Shape* shape = find(document, id))
            (shape->locked ? locked = shape : shapes.emplace_back(shape));
    if (shapes.empty() && locked)
        return failure(Text::tr("“%1” is locked: unlock it before it is changed.").arg(namesOf(document, {locked})));
    return shapes;
}

} // namespace

QString nameOf(const Scene& scene, const Track& track)
{
    return QStringLiteral("%1 %2").arg(scene.taxonomy.className(track.classId)).arg(track.number);
}

AttributeValues valuesFor(const Taxonomy& taxonomy, const QString& classId, AttributeValues values)
{
    std::erase_if(values, [&](const auto& entry) {
        const AttributeDef* def = taxonomy.attribute(entry.first);
        return def && !def->appliesTo(classId);
    });
    return values;
}

Shape withCuboid(const Shape& shape, const Cuboid& cuboid)
{
    Shape result = shape;
    result.cuboid = cuboid;
    result.outline = resized(shape.outline, shape.cuboid.size, cuboid.size);
    return result;
}

Shape changedByHand(const Shape& shape, const Cuboid& cuboid)
{
    Shape result = withCuboid(shape, cuboid);
    result.held |= changedFaces(shape.cuboid, cuboid);
    result.confidence = 1.0;
    return result;
}

Shape withBodyOf(const Shape& shape, const Shape& body)
{
    Shape result = shape;
    result.cuboid = body.cuboid;
    result.outline = body.outline;
    result.held = body.held;
    result.seeds = body.seeds;
    result.origin = body.origin;
    result.confidence = body.confidence;
    return result;
}

Shape turnedRound(const Shape& shape)
{
    Shape result = shape;
    result.cuboid = shape.cuboid.flipped();
    result.outline = reversed(shape.outline);
    result.held = turnedRound(shape.held);
    return result;
}

Result<std::vector<ShapeId>> addShapes(Document& document, const QString& text, std::vector<NewShape> shapes)
{
    const Scene& scene = document.scene();
    std::vector<Change> changes;
    std::vector<ShapeId> ids;
    std::map<SequenceId, TrackNumbers> numbers;
    for (NewShape& added : shapes) {
        const auto frame = scene.frames.find(added.shape.frame);
        if (frame == scene.frames.end())
            return failure(Text::tr("There is no frame to add the object to."));
        if (!scene.tracks.contains(added.track.id)) {
            added.track.id = document.newTrackId();
            added.track.sequence = frame->second.sequence;
            const auto [taken, isFirst] = numbers.try_emplace(added.track.sequence);
            if (isFirst)
                taken->second = TrackNumbers::of(scene, added.track.sequence);
            added.track.number = taken->second.take();
            changes.push_back(ValueChange<Track>{{}, added.track});
        } else if (const Track& known = scene.tracks.at(added.track.id); !(known == added.track)) {
            changes.push_back(ValueChange<Track>{known, added.track});
        }
        const Shape* known = scene.shapes.of(added.track.id, added.shape.frame);
        const bool isDerived = known && !known->isKeyFrame();
        added.shape.id = isDerived ? known->id : document.newShapeId();
        added.shape.track = added.track.id;
        ids.push_back(added.shape.id);
        changes.push_back(isDerived ? ValueChange<Shape>{*known, added.shape} : ValueChange<Shape>{{}, added.shape});
    }
    if (auto done = document.edit(text, std::move(changes)); !done)
        return tl::unexpected(done.error());
    return ids;
}

Result<ShapeId> addShape(Document& document, const QString& text, const Shape& shape, const QString& classId)
{
    Track track;
    track.classId = classId;
    const auto added = addShapes(document, text, {{shape, track}});
    if (!added)
        return tl::unexpected(added.error());
    return added->front();
}

Result<void> deleteShapes(Document& document, const ShapeIds& ids)
{
    const auto shapes = changeable(document, ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    const Scene& scene = document.scene();
    std::vector<Change> changes;
    for (const Shape* shape : *shapes) {
        changes.push_back(ValueChange<Shape>{*shape, {}});
        if (scene.shapesOf(shape->track).size() == 1)
            changes.push_back(ValueChange<Track>{scene.tracks.at(shape->track), {}});
    }
    return document.edit(Text::tr("Delete %1").arg(namesOf(document, *shapes)), std::move(changes));
}

Result<void> changeShapes(
    Document& document, const ShapeIds& ids, const QString& text, const std::function<Shape(const Shape&)>& changed)
{
    const auto shapes = changeable(document, ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    std::vector<Change> changes;
    for (const Shape* shape : *shapes)
        if (Shape after = changed(*shape); !(after == *shape))
            changes.push_back(ValueChange<Shape>{*shape, std::move(after)});
    return document.edit(text.contains(u'%') ? text.arg(namesOf(document, *shapes)) : text, std::move(changes));
}

Result<void> setLocked(Document& document, const ShapeIds& ids, bool locked)
{
    std::vector<Change> changes;
    std::vector<const Shape*> shapes;
    for (const ShapeId id : ids)
        if (const Shape* shape = find(document, id); shape && shape->locked != locked) {
            Shape after = *shape;
            after.locked = locked;
            shapes.push_back(shape);
            changes.push_back(ValueChange<Shape>{*shape, after});
        }
    if (shapes.empty())
        return {};
    const QString text = locked ? Text::tr("Lock %1") : Text::tr("Unlock %1");
    return document.edit(text.arg(namesOf(document, shapes)), std::move(changes));
}

Result<void> setCuboid(Document& document, ShapeId id, const Cuboid& cuboid, const QString& text)
{
    const Shape* shape = find(document, id);
    if (!shape || shape->cuboid == cuboid)
        return {};
    if (shape->locked)
        return tl::unexpected(changeable(document, id).error());
    if (!cuboid.isValid())
        return failure(Text::tr("A cuboid needs finite numbers and a size above zero."));
    return document.edit(text, {ValueChange<Shape>{*shape, changedByHand(*shape, cuboid)}});
}

Result<void> flipHeading(Document& document, const ShapeIds& ids)
{
    return changeShapes(document, ids, Text::tr("Flip heading"), [](const Shape& shape) { return turnedRound(shape); });
}

Result<void> setClass(Document& document, const ShapeIds& ids, const QString& classId)
{
    const auto shapes = changeable(document, ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    const Scene& scene = document.scene();
    const Taxonomy& taxonomy = scene.taxonomy;
    if (!taxonomy.classOf(classId))
        return failure(Text::tr("The taxonomy has no class “%1”.").arg(classId));
    std::vector<Change> changes;
    for (const Shape* shape : *shapes) {
        const Track& before = scene.tracks.at(shape->track);
        if (before.classId == classId)
            continue;
        Track after = before;
        after.classId = classId;
        after.attributes = valuesFor(taxonomy, classId, before.attributes);
        changes.push_back(ValueChange<Track>{before, after});
        for (const ShapeId sibling : scene.shapesOf(before.id)) {
            const Shape& old = scene.shapes.at(sibling);
            Shape fitting = old;
            fitting.attributes = valuesFor(taxonomy, classId, old.attributes);
            if (fitting.attributes != old.attributes)
                changes.push_back(ValueChange<Shape>{old, fitting});
        }
    }
    // That answers go which the class does not have confirms no box: nobody has said anything about where it is.
    return document.edit(
        Text::tr("Change class to %1").arg(taxonomy.className(classId)), std::move(changes), EditBy::Algorithm);
}

Result<void> setAttribute(Document& document, const ShapeIds& ids, const QString& attributeId, const QJsonValue& value)
{
    const auto shapes = changeable(document, ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    const Scene& scene = document.scene();
    const AttributeDef* def = scene.taxonomy.attribute(attributeId);
    if (!def || shapes->empty())
        return {};
    const auto takes = [&](const Shape& shape) {
        return value.isNull() || (def->accepts(value) && def->appliesTo(scene.trackOf(shape)->classId));
    };
    if (!takes(*shapes->back()))
        return failure(Text::tr("“%1” of a %2 does not take this value.")
                           .arg(def->name.now(), scene.taxonomy.className(scene.trackOf(*shapes->back())->classId)));
    const auto put = [&](const auto& before) {
        auto after = before;
        if (value.isNull())
            after.attributes.erase(attributeId);
        else
            after.attributes[attributeId] = value;
        return after;
    };
    std::vector<Change> changes;
    const auto add = [&](const auto& before, const auto& after) {
        if (!(after == before))
            changes.push_back(ValueChange<std::decay_t<decltype(before)>>{before, after});
    };
    for (const Shape* shape : *shapes) {
        if (!takes(*shape))
            continue;
        if (const Track& track = *scene.trackOf(*shape); def->scope == AttributeDef::Scope::Track)
            add(track, put(track));
        else
            add(*shape, put(*shape));
    }
    return document.edit(Text::tr("Set %1").arg(def->name.now()), std::move(changes));
}

Result<void> setFrameState(Document& document, FrameId id, FrameState state)
{
    const auto frame = document.scene().frames.find(id);
    if (frame == document.scene().frames.end() || frame->second.state == state)
        return {};
    Frame after = frame->second;
    after.state = state;
    return document.edit(Text::tr("Mark frame %1").arg(after.name), {ValueChange<Frame>{frame->second, after}});
}

CompletionOptions completionOptions(const Scene& scene, const QString& classId)
{
    const ClassDef* def = scene.taxonomy.classOf(classId);
    return withLearntSizes(def ? usualOptions(*def) : usualOptions({}), sizeExamples(scene, classId));
}

} // namespace lunkuo
