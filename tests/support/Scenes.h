#pragma once

#include "model/scene/Scene.h"

namespace lunkuo::test
{

/// A sequence of frames 000000, 000001, … in `folder`/velodyne with Lunkuo's taxonomy and one calibration; no
/// annotation.
Scene sceneOf(int frames, const QString& folder);

/// A car in the frame, with an outline, seeds and attributes that no rounding survives.
Track carTrack(TrackId id, int number);
Shape carShape(ShapeId id, TrackId track, FrameId frame, double x);

/// Whether two scenes hold the same, to the last bit.
bool isSame(const Scene& a, const Scene& b);

} // namespace lunkuo::test
