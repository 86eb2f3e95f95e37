#include "model/tools/BatchActions.h"

#include "model/sequence/WorldPose.h"

#include <QCoreApplication>
#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BatchActions)
};

bool isDone(const Scene& scene, const Shape& shape)
{
    return scene.frames.at(shape.frame).state == FrameState::Done;
}

/// The shapes that may be changed; one sentence when that is none of those that there are.
Result<ShapeIds> changeable(const Scene& scene, const ShapeIds& shapes)
{
    ShapeIds result = changeableOf(scene, shapes);
    if (result.empty() &&
        std::any_of(shapes.begin(), shapes.end(), [&](ShapeId id) { return scene.shapes.contains(id); }))
        return failure(Text::tr("These are locked, or their frames are done: nothing changes them."));
    return result;
}

/// First and last place at which the object stays known when those shapes are so no longer.
std::optional<std::pair<int, int>> knownSpan(const Scene& scene, TrackId track, const ShapeIds& without)
{
    std::optional<std::pair<int, int>> span;
    for (const ShapeId id : scene.shapesOf(track)) {
        const Shape& shape = scene.shapes.at(id);
        const bool isKnown = shape.locked || isDone(scene, shape) ||
                             (shape.derivation != Derivation::Interpolated &&
                                 std::find(without.begin(), without.end(), id) == without.end());
        if (!isKnown)
            continue;
        const int place = scene.frames.at(shape.frame).index;
        span = {span ? span->first : place, place};
    }
    return span;
}

Eigen::Vector3d sensorOf(const Scene& scene, FrameId frame)
{
    const auto found = scene.calibrations.find(scene.frames.at(frame).calibration);
    return found == scene.calibrations.end() ? Eigen::Vector3d::Zero().eval()
                                             : found->second.sensorOrigin.value_or(Eigen::Vector3d::Zero());
}

} // namespace

ShapeIds changeableOf(const Scene& scene, const ShapeIds& shapes)
{
    ShapeIds result = shapes;
    std::erase_if(result, [&scene](ShapeId id) {
        const auto shape = scene.shapes.find(id);
        return shape == scene.shapes.end() || shape->second.locked || isDone(scene, shape->second);
    });
    return result;
}

Result<void> interpolate(Document& document, const ShapeIds& ids)
{
    const Scene& scene = document.scene();
    auto shapes = changeable(scene, ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    if (shapes->empty())
        return {};
    const auto span = knownSpan(scene, scene.shapes.at(shapes->front()).track, *shapes);
    std::erase_if(*shapes, [&](ShapeId id) {
        const int place = scene.frames.at(scene.shapes.at(id).frame).index;
        return !span || place < span->first || place > span->second;
    });
    if (shapes->empty())
        return failure(Text::tr("The object has to be known before and after the frames in which it is interpolated."));
    return changeShapes(document, *shapes, Text::tr("Interpolate %1 frames").arg(shapes->size()), [](Shape shape) {
        shape.derivation = Derivation::Interpolated;
        shape.held = {};
        return shape;
    });
}

Result<void> confirm(Document& document, const ShapeIds& ids)
{
    const auto shapes = changeable(document.scene(), ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    return changeShapes(document, *shapes, Text::tr("Confirm %1 frames").arg(shapes->size()), [](Shape shape) {
        shape.derivation = Derivation::KeyFrame;
        shape.confidence = 1.0;
        return shape;
    });
}

Result<void> takeSizeOf(Document& document, ShapeId model, const ShapeIds& ids)
{
    const Scene& scene = document.scene();
    const auto shapes = changeable(scene, ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    const auto found = scene.shapes.find(model);
    if (found == scene.shapes.end())
        return {};
    const Eigen::Vector3d size = found->second.cuboid.size;
    return changeShapes(
        document, *shapes, Text::tr("Same size in %1 frames").arg(shapes->size()), [&](const Shape& shape) {
            return shape.cuboid.size == size
                       ? shape
                       : withCuboid(shape, resizedAwayFrom(sensorOf(scene, shape.frame), shape.cuboid, size));
        });
}

Result<void> turnRound(Document& document, const ShapeIds& ids)
{
    const auto shapes = changeable(document.scene(), ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    return flipHeading(document, *shapes);
}

Result<void> removeFromFrames(Document& document, const ShapeIds& ids)
{
    const auto shapes = changeable(document.scene(), ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    std::vector<Change> changes;
    for (const ShapeId id : *shapes)
        changes.push_back(ValueChange<Shape>{document.scene().shapes.at(id), {}});
    return document.edit(Text::tr("Delete in %1 frames").arg(shapes->size()), std::move(changes));
}

} // namespace lunkuo
