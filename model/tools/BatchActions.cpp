#include "model/tools/BatchActions.h"

#include "model/sequence/KnownShapes.h"
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

/// The shapes that may be changed; one sentence when that is none of those that there are.
Result<ShapeIds> changeable(const Scene& scene, const ShapeIds& shapes)
{
    ShapeIds result = changeableOf(scene, shapes);
    if (result.empty() &&
        std::any_of(shapes.begin(), shapes.end(), [&](ShapeId id) { return scene.shapes.contains(id); }))
        return failure(Text::tr("These are locked or accepted, or their frames are done: nothing changes them."));
    return result;
}

} // namespace

ShapeIds changeableOf(const Scene& scene, const ShapeIds& shapes)
{
    ShapeIds result = shapes;
    std::erase_if(result, [&scene](ShapeId id) {
        const auto shape = scene.shapes.find(id);
        return shape == scene.shapes.end() || scene.isFinished(shape->second);
    });
    return result;
}

Result<void> interpolate(Document& document, const ShapeIds& ids)
{
    const auto shapes = changeable(document.scene(), ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    return interpolateShapes(document, *shapes);
}

Result<void> confirm(Document& document, const ShapeIds& ids)
{
    const auto shapes = changeable(document.scene(), ids);
    if (!shapes)
        return tl::unexpected(shapes.error());
    return confirmShapes(document, *shapes);
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
                       : withCuboid(shape,
                             resizedAwayFrom(document.sensorOf(scene.frames.at(shape.frame)), shape.cuboid, size));
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
