#pragma once

#include "model/tools/SideSight.h"

#include <Qt>

namespace lunkuo
{

/// Whether the key moves an object by a little: the arrows.
bool isNudge(int key);

/// The cuboid after an arrow key, as it is seen: moved by a hundredth of its side, at least 2 cm, or with Ctrl turned
/// by half a degree (left and up: counter-clockwise). With Shift ten times as far.
Cuboid nudged(const Cuboid& cuboid, const SideSight& sight, int key, Qt::KeyboardModifiers modifiers);

} // namespace lunkuo
