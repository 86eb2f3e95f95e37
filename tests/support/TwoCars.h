#pragma once

#include "model/scene/Scene.h"

namespace lunkuo::test
{

/// Six frames with two cars in each: tracks 1 and 2; the shape of track t in frame f has the number 10 t + f.
Scene twoCars();

/// The track's verdicts as one character per frame: A accepted, R rejected, a answered, . none; of the frames
/// themselves where the track is invalid.
QString verdictRow(const Scene& scene, TrackId track);

} // namespace lunkuo::test
