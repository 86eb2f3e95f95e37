#pragma once

#include "tests/support/Workbench.h"

namespace lunkuo::test
{

/// Gives every frame of the workbench pictures of the cameras: one that looks ahead as KITTI's does, and, where wanted,
/// one that looks back. Each is green on the left and blue on the right.
void putPictures(Workbench& bench, bool withRear = false);

/// The camera that looks back, "rear".
Camera rearCamera();

} // namespace lunkuo::test
