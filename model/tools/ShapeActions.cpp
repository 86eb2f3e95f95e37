#include "model/tools/ShapeActions.h"

#include "model/completion/SizePriors.h"

#include <QCoreApplication>

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

/// The values that a class may have.
AttributeValues valuesOf(const Taxonomy& taxonomy, const QString& classId, AttributeValues values)
{
    std::erase_if(values, [&](const auto& entry) {
        const AttributeDef* def = taxonomy.attribute(entry.first);
        return def && !def->appliesTo(classId);
    });
    return values;
}

} // namespace

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

Shape turnedRound(const Shape& shape)
{
    Shape result = shape;
    result.cuboid = shape.cuboid.flipped();
    result.outline = reversed(shape.outline);
    result.held = turnedRound(shape.held);
    return result;
}

Result<ShapeId> addShape(Document& document, const QString& text, const Shape& shape, const QString& classId)
{
    const auto frame = document.scene().frames.find(shape.frame);
    if (frame == document.scene().frames.end())
        return failure(Text::tr("There is no frame to add the object to."));
    Track track;
    track.id = document.newTrackId();
    track.sequence = frame->second.sequence;
    track.number = document.scene().nextTrackNumber(track.sequence);
    track.classId = classId;
    Shape added = shape;
    added.id = document.newShapeId();
    added.track = track.id;
    std::vector<Change> changes{ValueChange<Track>{{}, track}, ValueChange<Shape>{{}, added}};
    if (frame->second.state == FrameState::Untouched) {
        Frame inWork = frame->second;
        inWork.state = FrameState::InWork;
        changes.push_back(ValueChange<Frame>{frame->second, inWork});
    }
    if (auto done = document.edit(text, std::move(changes)); !done)
        return tl::unexpected(done.error());
    return added.id;
}

Result<void> deleteShape(Document& document, ShapeId id)
{
    const Shape* shape = find(document, id);
    if (!shape)
        return {};
    std::vector<Change> changes{ValueChange<Shape>{*shape, {}}};
    const Track& track = document.scene().tracks.at(shape->track);
    if (document.scene().shapesOf(track.id).size() == 1)
        changes.push_back(ValueChange<Track>{track, {}});
    return document.edit(
        Text::tr("Delete %1 %2").arg(document.scene().taxonomy.className(track.classId)).arg(track.number),
        std::move(changes));
}

Result<void> setCuboid(Document& document, ShapeId id, const Cuboid& cuboid, const QString& text)
{
    const Shape* shape = find(document, id);
    if (!shape || shape->cuboid == cuboid)
        return {};
    if (!cuboid.isValid())
        return failure(Text::tr("A cuboid needs finite numbers and a size above zero."));
    return document.edit(text, {ValueChange<Shape>{*shape, changedByHand(*shape, cuboid)}});
}

Result<void> flipHeading(Document& document, ShapeId id)
{
    const Shape* shape = find(document, id);
    if (!shape)
        return {};
    return document.edit(Text::tr("Flip heading"), {ValueChange<Shape>{*shape, turnedRound(*shape)}});
}

Result<void> setClass(Document& document, ShapeId id, const QString& classId)
{
    const Shape* shape = find(document, id);
    if (!shape)
        return {};
    const Track& before = document.scene().tracks.at(shape->track);
    if (before.classId == classId)
        return {};
    const Taxonomy& taxonomy = document.scene().taxonomy;
    if (!taxonomy.classOf(classId))
        return failure(Text::tr("The taxonomy has no class “%1”.").arg(classId));
    Track after = before;
    after.classId = classId;
    after.attributes = valuesOf(taxonomy, classId, before.attributes);
    std::vector<Change> changes{ValueChange<Track>{before, after}};
    for (const ShapeId sibling : document.scene().shapesOf(before.id)) {
        const Shape& old = document.scene().shapes.at(sibling);
        Shape fitting = old;
        fitting.attributes = valuesOf(taxonomy, classId, old.attributes);
        if (fitting.attributes != old.attributes)
            changes.push_back(ValueChange<Shape>{old, fitting});
    }
    return document.edit(Text::tr("Change class to %1").arg(taxonomy.className(classId)), std::move(changes));
}

Result<void> setAttribute(Document& document, ShapeId id, const QString& attributeId, const QJsonValue& value)
{
    const Shape* shape = find(document, id);
    const AttributeDef* def = document.scene().taxonomy.attribute(attributeId);
    if (!shape || !def)
        return {};
    const Track& before = document.scene().tracks.at(shape->track);
    if (!value.isNull() && (!def->accepts(value) || !def->appliesTo(before.classId)))
        return failure(Text::tr("“%1” of a %2 does not take this value.")
                           .arg(def->name.now(), document.scene().taxonomy.className(before.classId)));
    const auto put = [&](AttributeValues& values) {
        if (value.isNull())
            values.erase(attributeId);
        else
            values[attributeId] = value;
    };
    const QString text = Text::tr("Set %1").arg(def->name.now());
    if (def->scope == AttributeDef::Scope::Track) {
        Track after = before;
        put(after.attributes);
        return after == before ? Result<void>() : document.edit(text, {ValueChange<Track>{before, after}});
    }
    Shape after = *shape;
    put(after.attributes);
    return after == *shape ? Result<void>() : document.edit(text, {ValueChange<Shape>{*shape, after}});
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
