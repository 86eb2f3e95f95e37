#pragma once

#include "model/tools/SideSight.h"
#include "model/tools/Tool.h"

namespace lunkuo
{

/// Whether the key moves an object by a little: the arrows.
bool isNudge(int key);

/// The cuboid after an arrow key, as it is seen: moved by a hundredth of its side, at least 2 cm, or with Ctrl turned
/// by half a degree (left and up: counter-clockwise). With Shift ten times as far.
Cuboid nudged(const Cuboid& cuboid, const SideSight& sight, int key, Qt::KeyboardModifiers modifiers);

/// The cuboid after an arrow key that is meant for the faces in hand: the one of them that the key points along is
/// moved by a hundredth of that side, at least 2 cm, with Shift ten times as far; the opposite one stays.
Cuboid nudgedFace(
    const Cuboid& cuboid, const SideSight& sight, const SideGrip& grip, int key, Qt::KeyboardModifiers modifiers);

/// The look from above at a cuboid, turned by quarters so that its right is nearest to the right of the screen that the
/// event comes from.
SideSight sightFromAbove(const Cuboid& cuboid, const ToolEvent& event);

} // namespace lunkuo
