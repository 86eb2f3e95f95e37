#pragma once

#include "model/scene/Scene.h"

namespace lunkuo
{

/// What an object of a frame is held against: the same object in another annotation, or as it was before.
struct Counterpart
{
    FrameId frame;
    Shape shape; ///< its cuboid, and its outline where there is one; sensor frame of `frame`
    QString classId;
    QString words; ///< whose it is, in the language of the moment
};

/// The object as it was rejected, where that has not been closed and it is other now: box or outline. Null when it is
/// not, or is gone.
const JudgedShape* rejectedBefore(const Scene& scene, TrackId track, FrameId frame);

} // namespace lunkuo
