#include "model/tools/FitActions.h"

#include "model/completion/CompleteIn.h"
#include "model/completion/Refit.h"
#include "model/completion/Shrink.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <array>

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

CompletionOptions optionsFor(const Scene& scene, const Shape& shape)
{
    const Track* track = scene.trackOf(shape);
    return completionOptions(scene, track ? track->classId : QString());
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

Result<Shape> fitted(const Scene& scene, const LoadedFrame& frame, const Shape& shape)
{
    Result<Completion> fit = refit(*frame.prepared, shape.cuboid, shape.held, optionsFor(scene, shape));
    if (!fit)
        return tl::unexpected(fit.error());
    return completed(shape, std::move(*fit));
}

Result<void> fitToPoints(Document& document, const LoadedFrame& frame, ShapeId id)
{
    const Shape* shape = find(document, id);
    if (!shape || shape->frame != frame.id)
        return {};
    const Result<Shape> after = fitted(document.scene(), frame, *shape);
    if (!after)
        return tl::unexpected(after.error());
    return replace(document, *shape, *after, Text::tr("Fit %1 to points"));
}

Result<void> shrinkToPoints(Document& document, const LoadedFrame& frame, ShapeId id)
{
    const Shape* shape = find(document, id);
    if (!shape || shape->frame != frame.id)
        return {};
    const Result<Cuboid> cuboid = shrunk(*frame.prepared, shape->cuboid, everyFace & ~shape->held);
    if (!cuboid)
        return tl::unexpected(cuboid.error());
    auto completion = completeIn(*frame.prepared, *cuboid, {}, optionsFor(document.scene(), *shape));
    if (!completion)
        return tl::unexpected(completion.error());
    return replace(document, *shape, completed(*shape, std::move(*completion)), Text::tr("Shrink %1 to points"));
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
