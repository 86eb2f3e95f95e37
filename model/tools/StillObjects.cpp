#include "model/tools/StillObjects.h"

#include "model/sequence/MergedCloud.h"
#include "model/sequence/WorldPose.h"
#include "model/tools/ShapeActions.h"

namespace lunkuo
{

namespace
{

constexpr double boxMargin_m = 0.1; ///< a box that is a little too small has its points all the same

/// The numbers of the frames that have points in the box.
std::set<int> framesWithPoints(const LoadedFrame& merged, const Cuboid& cuboid)
{
    std::set<int> numbers;
    if (const CloudField* from = merged.cloud->field(frameField))
        for (const std::uint32_t i : merged.index->inside(cuboid, boxMargin_m))
            numbers.insert(static_cast<int>(from->at(i)));
    return numbers;
}

} // namespace

std::vector<Shape> throughout(const Scene& scene, const LoadedFrame& merged, const Shape& shape)
{
    const Cuboid still = inWorld(scene.frames.at(merged.id), shape.cuboid);
    const std::set<int> seen = framesWithPoints(merged, shape.cuboid);
    std::vector<Shape> shapes;
    for (const MergedPart& part : merged.merged) {
        const auto frame = scene.frames.find(part.frame);
        if (part.frame == merged.id || frame == scene.frames.end() || scene.isFinished(frame->second))
            continue;
        Shape carried = shape;
        carried.id = {};
        carried.frame = part.frame;
        carried.cuboid = inSensor(frame->second, still);
        carried.derivation = Derivation::Propagated;
        carried.seeds.clear();
        carried.held = {};
        if (seen.contains(frame->second.index + 1) || carried.cuboid.center.norm() <= part.reach_m)
            shapes.push_back(std::move(carried));
    }
    return shapes;
}

Result<ShapeId> addObject(
    Document& document, const FrameCache& frames, const QString& text, const Shape& shape, const QString& classId)
{
    const Scene& scene = document.scene();
    const LoadedFramePtr frame = frames.loadedFrame(shape.frame);
    if (!frame || frame->merged.empty() || !scene.frames.contains(shape.frame))
        return addShape(document, text, shape, classId);
    Track track;
    track.id = document.newTrackId();
    track.sequence = scene.frames.at(shape.frame).sequence;
    track.number = scene.nextTrackNumber(track.sequence);
    track.classId = classId;
    std::vector<Shape> shapes = throughout(scene, *frame, shape);
    shapes.insert(shapes.begin(), shape);
    std::vector<Change> changes;
    changes.emplace_back(ValueChange<Track>{std::nullopt, track});
    for (Shape& added : shapes) {
        added.id = document.newShapeId();
        added.track = track.id;
        changes.emplace_back(ValueChange<Shape>{std::nullopt, added});
    }
    // Frames that were left out stay so, instead of being interpolated.
    if (auto done = document.edit(text, std::move(changes), EditBy::Algorithm); !done)
        return tl::unexpected(done.error());
    return shapes.front().id;
}

} // namespace lunkuo
