#pragma once

#include "model/scene/Scene.h"

#include <optional>

namespace lunkuo
{

/// A derived shape with less confidence (0..1) than this is for a person to look at.
inline constexpr double leastConfidence = 0.5;

/// Whether an algorithm has put the shape where it is and is not sure of it.
bool isDoubtful(const Shape& shape);

enum class Direction { Back, On };

/// The nearest frame that way in which a person has said where the track is.
std::optional<FrameId> keyFrameFrom(const Scene& scene, TrackId track, FrameId here, Direction direction);

/// The nearest frame that way in which something is wrong with the track: its shape there is doubtful, or it is the
/// first of frames between two of its shapes in which it has none.
std::optional<FrameId> problemFrom(const Scene& scene, TrackId track, FrameId here, Direction direction);

/// The nearest problem of any track, in the frames' order.
struct TrackProblem
{
    TrackId track;
    FrameId frame;
};
std::optional<TrackProblem> problemFrom(const Scene& scene, FrameId here, Direction direction);

} // namespace lunkuo
