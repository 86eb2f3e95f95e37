#include "model/sequence/KnownShapes.h"

#include <QCoreApplication>
#include <map>
#include <optional>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrackActions)
};

/// First and last place at which the object stays known when those shapes are so no longer.
std::optional<std::pair<int, int>> knownSpan(const Scene& scene, TrackId track, const std::vector<ShapeId>& without)
{
    const std::set<ShapeId> ends(without.begin(), without.end());
    std::optional<std::pair<int, int>> span;
    for (const ShapeId id : scene.shapesOf(track)) {
        const Shape& shape = scene.shapes.at(id);
        const bool isKept = scene.isFinished(shape);
        if (!isKnown(scene, shape) || (ends.contains(id) && !isKept))
            continue;
        span = {span ? span->first : placeOf(scene, shape), placeOf(scene, shape)};
    }
    return span;
}

} // namespace

int placeOf(const Scene& scene, const Shape& shape)
{
    return scene.frames.at(shape.frame).index;
}

bool isKnown(const Scene& scene, const Shape& shape)
{
    return shape.derivation != Derivation::Interpolated || scene.isFinished(shape);
}

Result<void> confirmShapes(Document& document, const ShapeIds& shapes)
{
    return changeShapes(document, shapes, Text::tr("Confirm %1"), [](const Shape& shape) {
        Shape confirmed = shape;
        confirmed.derivation = Derivation::KeyFrame;
        // Whoever has looked knows better than a fit.
        confirmed.confidence = 1.0;
        return confirmed;
    });
}

bool canBeInterpolated(const Scene& scene, const Shape& shape)
{
    const Frame& frame = scene.frames.at(shape.frame);
    if (shape.derivation == Derivation::Interpolated || scene.isFinished(shape))
        return false;
    bool isKnownBefore = false;
    bool isKnownAfter = false;
    for (const ShapeId id : scene.shapes.ofTrack(shape.track)) {
        const Shape& other = scene.shapes.at(id);
        if (!isKnown(scene, other))
            continue;
        isKnownBefore = isKnownBefore || placeOf(scene, other) < frame.index;
        isKnownAfter = isKnownAfter || placeOf(scene, other) > frame.index;
    }
    return isKnownBefore && isKnownAfter;
}

Result<void> interpolateShapes(Document& document, const ShapeIds& ids)
{
    const Scene& scene = document.scene();
    std::vector<ShapeId> there = ids;
    std::erase_if(there, [&](ShapeId id) { return !scene.shapes.contains(id); });
    // Where the frames at an end are among them, those that a person has made hold the others.
    const auto isKey = [&](ShapeId id) { return scene.shapes.at(id).isKeyFrame(); };
    const auto isEnd = [&](ShapeId id) {
        const Shape& shape = scene.shapes.at(id);
        const auto span = knownSpan(scene, shape.track, {});
        return span && (placeOf(scene, shape) == span->first || placeOf(scene, shape) == span->second);
    };
    if (there.size() > 1 && !std::all_of(there.begin(), there.end(), isKey) &&
        std::any_of(there.begin(), there.end(), isEnd))
        std::erase_if(there, isKey);
    std::map<TrackId, std::optional<std::pair<int, int>>> spans;
    for (const ShapeId id : there)
        if (const TrackId track = scene.shapes.at(id).track; !spans.contains(track))
            spans[track] = knownSpan(scene, track, there);
    std::vector<ShapeId> between = there;
    std::erase_if(between, [&](ShapeId id) {
        const Shape& shape = scene.shapes.at(id);
        const auto& span = spans.at(shape.track);
        const int place = placeOf(scene, shape);
        return !canBeInterpolated(scene, shape) || !span || place < span->first || place > span->second;
    });
    if (between.empty() && !there.empty())
        return failure(Text::tr("The object has to be known before and after the frames in which it is interpolated."));
    return changeShapes(document, between, Text::tr("Interpolate %1 again"), [](const Shape& shape) {
        Shape again = shape;
        again.derivation = Derivation::Interpolated;
        again.held = {};
        again.seeds.clear();
        return again;
    });
}

} // namespace lunkuo
