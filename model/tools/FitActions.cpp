#include "model/tools/FitActions.h"

#include "model/completion/CompleteIn.h"
#include "model/completion/Refit.h"
#include "model/completion/Shrink.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <array>
#include <bit>
#include <functional>

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

/// Those for which `fit` finds one, in one edit; the error says how many are left, and why the last of them is.
Result<void> fitEach(Document& document, const LoadedFrame& frame, const ShapeIds& ids, const QString& text,
    const std::function<Result<Shape>(const Shape&)>& fit)
{
    std::vector<ShapeId> here;
    for (const ShapeId id : ids)
        if (const Shape* shape = find(document, id); shape && shape->frame == frame.id)
            here.push_back(id);
    if (here.empty())
        return {};
    std::size_t left = 0;
    QString why;
    const auto done = changeShapes(document, here, text, [&](const Shape& shape) {
        const Result<Shape> after = fit(shape);
        if (after)
            return *after;
        ++left;
        why = after.error().sentence;
        return shape;
    });
    if (!done || left == 0)
        return done;
    return here.size() == 1
               ? failure(why)
               : failure(Text::tr("%1 of %2 objects stay as they are. %3").arg(left).arg(here.size()).arg(why));
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

Result<void> fitToPoints(Document& document, const LoadedFrame& frame, const ShapeIds& shapes)
{
    const Scene& scene = document.scene();
    return fitEach(document, frame, shapes, Text::tr("Fit %1 to points"),
        [&](const Shape& shape) { return fitted(scene, frame, shape, classOf(scene, shape)); });
}

Result<void> shrinkToPoints(Document& document, const LoadedFrame& frame, const ShapeIds& shapes)
{
    if (shapes.size() == 1)
        if (const Shape* shape = find(document, shapes.front()))
            return drawIn(document, frame, shape->id, freeFaces(*shape));
    const Scene& scene = document.scene();
    return fitEach(document, frame, shapes, Text::tr("Shrink %1 to points"),
        [&](const Shape& shape) { return drawnIn(scene, frame, shape, freeFaces(shape), classOf(scene, shape)); });
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

Result<void> releaseFaces(Document& document, const ShapeIds& shapes)
{
    return changeShapes(document, shapes, Text::tr("Release %1"), [](Shape shape) {
        shape.held = {};
        return shape;
    });
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
