#pragma once

#include "model/review/FramePairs.h"

namespace lunkuo::test
{

/// A scene of one sequence "street" from a picture: one text per frame, in it "C1@0,0" for Car 1 (4 × 2 × 1.5 m, "P2"
/// for Pedestrian 2, likewise) with its centre at x, y, and "C1@0,0/180" for its heading in degrees. Frames are named
/// 000000, 000001, …
Scene pictured(const QStringList& frames);

} // namespace lunkuo::test
