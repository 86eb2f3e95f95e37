#include "model/tools/FitActions.h"

#include "model/completion/CompleteIn.h"
#include "model/completion/Refit.h"
#include "model/completion/Shrink.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <array>
#include <bit>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FitActions)
};

const Shape* find(const Document& document, ShapeId id)
{
    const auto found = document.scene().shapes.find(id);
    return found == document.scene().shapes.end() ? nullptr : &found->second;
}

QString classOf(const Scene& scene, const Shape& shape)
{
    const Track* track = scene.trackOf(shape);
    return track ? track->classId : QString();
}

Shape completed(const Shape& shape, Completion completion)
{
    Shape result = shape;
    result.cuboid = completion.cuboid;
    result.outline = std::move(completion.outline);
    result.origin = ShapeOrigin::Completed;
    result.confidence = completion.confidence;
    return result;
}

Result<void> replace(Document& document, const Shape& before, const Shape& after, const QString& text)
{
    if (after == before)
        return {};
    return document.edit(
        text.arg(document.scene().taxonomy.className(document.scene().tracks.at(before.track).classId)),
        {ValueChange<Shape>{before, after}});
}

} // namespace

Result<Shape> fitted(const Scene& scene, const LoadedFrame& frame, const Shape& shape, const QString& classId)
{
    return fitted(frame, shape, completionOptions(scene, classId));
}

Result<Shape> fitted(const LoadedFrame& frame, const Shape& shape, const CompletionOptions& options)
{
    Result<Completion> fit = refit(*frame.prepared, shape.cuboid, shape.held, options);
    if (!fit)
        return tl::unexpected(fit.error());
    return completed(shape, std::move(*fit));
}

Shape fittedRound(const Scene& scene, const LoadedFrame& frame, const Shape& before, const Shape& byHand,
    FaceSet dragged, const QString& classId)
{
    Shape snapped = byHand;
    if (const FaceSet faces = dragged & everyFace)
        if (const auto cuboid = shrunk(*frame.prepared, byHand.cuboid, faces))
            snapped = changedByHand(before, *cuboid);
    snapped.held |= dragged;
    return fitted(scene, frame, snapped, classId).value_or(byHand);
}

Result<Shape> drawnIn(
    const Scene& scene, const LoadedFrame& frame, const Shape& shape, FaceSet faces, const QString& classId)
{
    const Result<Cuboid> cuboid = shrunk(*frame.prepared, shape.cuboid, faces);
    if (!cuboid)
        return tl::unexpected(cuboid.error());
    auto completion = completeIn(*frame.prepared, *cuboid, {}, completionOptions(scene, classId));
    if (!completion)
        return tl::unexpected(completion.error());
    return completed(shape, std::move(*completion));
}

Result<void> fitToPoints(Document& document, const LoadedFrame& frame, ShapeId id)
{
    const Shape* shape = find(document, id);
    if (!shape || shape->frame != frame.id)
        return {};
    const Scene& scene = document.scene();
    const Result<Shape> after = fitted(scene, frame, *shape, classOf(scene, *shape));
    if (!after)
        return tl::unexpected(after.error());
    return replace(document, *shape, *after, Text::tr("Fit %1 to points"));
}

Result<void> shrinkToPoints(Document& document, const LoadedFrame& frame, ShapeId id)
{
    const Shape* shape = find(document, id);
    return shape ? drawIn(document, frame, id, freeFaces(*shape)) : Result<void>();
}

Result<void> drawIn(Document& document, const LoadedFrame& frame, ShapeId id, FaceSet faces)
{
    const Shape* shape = find(document, id);
    if (!shape || shape->frame != frame.id)
        return {};
    const Scene& scene = document.scene();
    const Result<Shape> after = drawnIn(scene, frame, *shape, faces, classOf(scene, *shape));
    if (!after)
        return tl::unexpected(after.error());
    if (*after == *shape)
        return {};
    return document.edit(
        drawnInText(scene.taxonomy.className(classOf(scene, *shape)), faces), {ValueChange<Shape>{*shape, *after}});
}

QString drawnInText(const QString& name, FaceSet faces)
{
    const bool isSome = std::popcount(static_cast<unsigned>(FaceSet::Int(faces & everyFace))) < 3;
    return isSome ? Text::tr("Shrink %1 to points: %2").arg(name, namesOf(faces))
                  : Text::tr("Shrink %1 to points").arg(name);
}

FaceSet freeFaces(const Shape& shape)
{
    return everyFace & ~shape.held;
}

Result<void> releaseFaces(Document& document, ShapeId id)
{
    const Shape* shape = find(document, id);
    if (!shape)
        return {};
    Shape after = *shape;
    after.held = {};
    return replace(document, *shape, after, Text::tr("Release %1"));
}

QString namesOf(FaceSet faces)
{
    const std::array<std::pair<Face, QString>, 7> names{{{Face::Front, Text::tr("front")},
        {Face::Rear, Text::tr("rear")}, {Face::Left, Text::tr("left side")}, {Face::Right, Text::tr("right side")},
        {Face::Top, Text::tr("top")}, {Face::Bottom, Text::tr("bottom")}, {Face::Heading, Text::tr("heading")}}};
    QStringList held;
    for (const auto& [face, name] : names)
        if (faces.testFlag(face))
            held << name;
    return held.join(Text::tr(", "));
}

} // namespace lunkuo
