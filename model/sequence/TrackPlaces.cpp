#include "model/sequence/TrackPlaces.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

/// Of a frame in the order of sequences and of places in them.
using Place = std::pair<SequenceId, int>;

Place placeOf(const Scene& scene, FrameId frame)
{
    const Frame& found = scene.frames.at(frame);
    return {found.sequence, found.index};
}

/// The nearest of ascending places that way.
std::optional<Place> nearest(const std::vector<Place>& places, const Place& here, Direction direction)
{
    if (direction == Direction::On) {
        const auto next = std::upper_bound(places.begin(), places.end(), here);
        return next == places.end() ? std::nullopt : std::optional(*next);
    }
    const auto next = std::lower_bound(places.begin(), places.end(), here);
    return next == places.begin() ? std::nullopt : std::optional(*std::prev(next));
}

/// Ascending. A gap's first frame is one whose shape is missing, though a shape came before and one comes after.
std::vector<Place> problemsOf(const Scene& scene, TrackId track)
{
    std::vector<Place> problems;
    std::optional<Place> before;
    for (const ShapeId id : scene.shapesOf(track)) {
        const Shape& shape = scene.shapes.at(id);
        const Place place = placeOf(scene, shape.frame);
        if (before && before->first == place.first && before->second + 1 < place.second)
            problems.emplace_back(place.first, before->second + 1);
        if (isDoubtful(shape))
            problems.push_back(place);
        before = place;
    }
    return problems;
}

std::optional<FrameId> frameAt(const Scene& scene, const std::optional<Place>& place)
{
    if (!place)
        return std::nullopt;
    const auto found = std::find_if(scene.frames.begin(), scene.frames.end(), [&](const auto& entry) {
        return entry.second.sequence == place->first && entry.second.index == place->second;
    });
    return found == scene.frames.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

bool isDoubtful(const Shape& shape)
{
    return !shape.isKeyFrame() && shape.confidence < leastConfidence;
}

std::optional<FrameId> keyFrameFrom(const Scene& scene, TrackId track, FrameId here, Direction direction)
{
    if (!scene.frames.contains(here))
        return std::nullopt;
    std::vector<Place> places;
    for (const ShapeId id : scene.shapesOf(track))
        if (const Shape& shape = scene.shapes.at(id); shape.isKeyFrame())
            places.push_back(placeOf(scene, shape.frame));
    return frameAt(scene, nearest(places, placeOf(scene, here), direction));
}

std::optional<FrameId> problemFrom(const Scene& scene, TrackId track, FrameId here, Direction direction)
{
    if (!scene.frames.contains(here))
        return std::nullopt;
    return frameAt(scene, nearest(problemsOf(scene, track), placeOf(scene, here), direction));
}

std::optional<TrackProblem> problemFrom(const Scene& scene, FrameId here, Direction direction)
{
    if (!scene.frames.contains(here))
        return std::nullopt;
    std::optional<Place> best;
    TrackId owner;
    for (const auto& [track, value] : scene.tracks) {
        const auto found = nearest(problemsOf(scene, track), placeOf(scene, here), direction);
        if (found && (!best || (direction == Direction::On ? *found < *best : *found > *best))) {
            best = found;
            owner = track;
        }
    }
    const auto frame = frameAt(scene, best);
    return frame ? std::optional(TrackProblem{owner, *frame}) : std::nullopt;
}

} // namespace lunkuo
