#include "model/scene/Scene.h"

#include "model/scene/TrackNumbers.h"

#include <algorithm>
#include <tuple>

namespace lunkuo
{

namespace
{

/// In the order of sequences and of places in them; `wanted` may be no sequence: all of them.
std::vector<FrameId> inOrder(const std::map<FrameId, Frame>& frames, SequenceId wanted)
{
    std::vector<std::tuple<SequenceId, int, FrameId>> places;
    places.reserve(frames.size());
    for (const auto& [id, frame] : frames)
        if (!wanted.isValid() || frame.sequence == wanted)
            places.emplace_back(frame.sequence, frame.index, id);
    if (!std::is_sorted(places.begin(), places.end()))
        std::sort(places.begin(), places.end());
    std::vector<FrameId> result;
    result.reserve(places.size());
    for (const auto& [sequence, index, id] : places)
        result.push_back(id);
    return result;
}

} // namespace

std::vector<FrameId> Scene::framesOf(SequenceId sequence) const
{
    return sequence.isValid() ? inOrder(frames, sequence) : std::vector<FrameId>();
}

std::vector<FrameId> Scene::frameOrder() const
{
    return inOrder(frames, {});
}

std::vector<ShapeId> Scene::shapesOf(FrameId frame) const
{
    return shapes.ofFrame(frame);
}

std::vector<ShapeId> Scene::shapesOf(TrackId track) const
{
    std::vector<std::pair<int, ShapeId>> byPlace;
    byPlace.reserve(shapes.ofTrack(track).size());
    for (const ShapeId id : shapes.ofTrack(track))
        byPlace.emplace_back(frames.at(shapes.at(id).frame).index, id);
    if (!std::is_sorted(byPlace.begin(), byPlace.end()))
        std::sort(byPlace.begin(), byPlace.end());
    std::vector<ShapeId> result;
    result.reserve(byPlace.size());
    for (const auto& [place, id] : byPlace)
        result.push_back(id);
    return result;
}

const Track* Scene::trackOf(const Shape& shape) const
{
    const auto found = tracks.find(shape.track);
    return found == tracks.end() ? nullptr : &found->second;
}

QStringList Scene::unanswered(const Shape& shape) const
{
    const Track* track = trackOf(shape);
    return track ? taxonomy.missing(track->classId, track->attributes, shape.attributes) : QStringList();
}

bool Scene::isAccepted(const Shape& shape) const
{
    const Verdict* verdict = verdicts.of(shape.track, shape.frame);
    return verdict && !verdict->isOpen();
}

bool Scene::isAccepted(const Frame& frame) const
{
    const Verdict* verdict = verdicts.of(frame.id);
    return verdict && !verdict->isOpen();
}

bool Scene::isFinished(const Shape& shape) const
{
    const auto frame = frames.find(shape.frame);
    return shape.locked || isAccepted(shape) || (frame != frames.end() && isFinished(frame->second));
}

bool Scene::isFinished(const Frame& frame) const
{
    return frame.state == FrameState::Done || isAccepted(frame);
}

int Scene::nextTrackNumber(SequenceId sequence) const
{
    return TrackNumbers::of(*this, sequence).take();
}

} // namespace lunkuo
