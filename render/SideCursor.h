#pragma once

#include "model/tools/SideSight.h"

#include <QCursor>

namespace lunkuo
{

/// The cursor that tells what a drag of that grip will do; an arrow over nothing.
QCursor cursorOf(const std::optional<SideGrip>& grip, const SideSight& sight);

} // namespace lunkuo
