#include "model/scene/Scene.h"

#include <algorithm>

namespace lunkuo
{

std::vector<FrameId> Scene::framesOf(SequenceId sequence) const
{
    std::vector<FrameId> result;
    for (const auto& [id, frame] : frames)
        if (frame.sequence == sequence)
            result.push_back(id);
    std::sort(result.begin(), result.end(),
        [this](FrameId a, FrameId b) { return frames.at(a).index < frames.at(b).index; });
    return result;
}

std::vector<FrameId> Scene::frameOrder() const
{
    std::vector<FrameId> result;
    result.reserve(frames.size());
    for (const auto& [id, frame] : frames)
        result.push_back(id);
    std::sort(result.begin(), result.end(), [this](FrameId a, FrameId b) {
        const Frame& fa = frames.at(a);
        const Frame& fb = frames.at(b);
        return std::pair(fa.sequence, fa.index) < std::pair(fb.sequence, fb.index);
    });
    return result;
}

std::vector<ShapeId> Scene::shapesOf(FrameId frame) const
{
    std::vector<ShapeId> result;
    for (const auto& [id, shape] : shapes)
        if (shape.frame == frame)
            result.push_back(id);
    return result;
}

std::vector<ShapeId> Scene::shapesOf(TrackId track) const
{
    std::vector<ShapeId> result;
    for (const auto& [id, shape] : shapes)
        if (shape.track == track)
            result.push_back(id);
    std::sort(result.begin(), result.end(), [this](ShapeId a, ShapeId b) {
        return frames.at(shapes.at(a).frame).index < frames.at(shapes.at(b).frame).index;
    });
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

int Scene::nextTrackNumber(SequenceId sequence) const
{
    int highest = 0;
    for (const auto& [id, track] : tracks)
        if (track.sequence == sequence)
            highest = std::max(highest, track.number);
    return highest + 1;
}

} // namespace lunkuo
