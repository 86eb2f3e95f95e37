#include "model/tools/ShapeActions.h"

#include <QCoreApplication>

#include <algorithm>

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

constexpr std::size_t enoughForAMedian = 3;

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

Shape withCuboid(const Shape& shape, const Cuboid& cuboid)
{
    Shape result = shape;
    result.cuboid = cuboid;
    result.outline = resized(shape.outline, shape.cuboid.size, cuboid.size);
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
    return document.edit(Text::tr("Delete %1 %2").arg(track.classId).arg(track.number), std::move(changes));
}

Result<void> setCuboid(Document& document, ShapeId id, const Cuboid& cuboid, const QString& text)
{
    const Shape* shape = find(document, id);
    if (!shape || shape->cuboid == cuboid)
        return {};
    if (!cuboid.isValid())
        return failure(Text::tr("A cuboid needs finite numbers and a size above zero."));
    return document.edit(text, {ValueChange<Shape>{*shape, withCuboid(*shape, cuboid)}});
}

Result<void> flipHeading(Document& document, ShapeId id)
{
    const Shape* shape = find(document, id);
    if (!shape)
        return {};
    Shape flipped = *shape;
    flipped.cuboid = shape->cuboid.flipped();
    return document.edit(Text::tr("Flip heading"), {ValueChange<Shape>{*shape, flipped}});
}

Result<void> setClass(Document& document, ShapeId id, const QString& classId)
{
    const Shape* shape = find(document, id);
    if (!shape)
        return {};
    const Track& before = document.scene().tracks.at(shape->track);
    if (before.classId == classId)
        return {};
    Track after = before;
    after.classId = classId;
    return document.edit(Text::tr("Change class to %1").arg(classId), {ValueChange<Track>{before, after}});
}

Result<void> setAttribute(Document& document, ShapeId id, const QString& attributeId, const QJsonValue& value)
{
    const Shape* shape = find(document, id);
    const AttributeDef* def = document.scene().taxonomy.attribute(attributeId);
    if (!shape || !def)
        return {};
    if (!value.isNull() && !def->accepts(value))
        return failure(Text::tr("“%1” does not take this value.").arg(attributeId));
    const auto put = [&](AttributeValues& values) {
        if (value.isNull())
            values.erase(attributeId);
        else
            values[attributeId] = value;
    };
    const QString text = Text::tr("Set %1").arg(attributeId);
    if (def->scope == AttributeDef::Scope::Track) {
        const Track& before = document.scene().tracks.at(shape->track);
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
    CompletionOptions options;
    const ClassDef* def = scene.taxonomy.classOf(classId);
    options.body = def ? def->body : BodyKind::Other;
    if (def)
        options.priorSize = def->defaultSize;
    std::array<std::vector<double>, 3> sizes;
    for (const auto& [id, shape] : scene.shapes) {
        const Track* track = scene.trackOf(shape);
        if (!track || track->classId != classId)
            continue;
        for (int axis = 0; axis < 3; ++axis)
            sizes[static_cast<std::size_t>(axis)].push_back(shape.cuboid.size[axis]);
    }
    if (sizes[0].size() >= enoughForAMedian)
        options.priorSize = {median(sizes[0]), median(sizes[1]), median(sizes[2])};
    return options;
}

} // namespace lunkuo
