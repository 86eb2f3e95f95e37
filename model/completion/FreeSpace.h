#pragma once

#include "model/completion/Surroundings.h"

namespace lunkuo
{

/// A place that rays went through at the height of a car's body, so that none can stand there.
struct FreeCell
{
    Eigen::Vector2d at = Eigen::Vector2d::Zero(); ///< relative to the click
    double weight = 0.0;                          ///< 0..1, more for more rays
};

/// The free cells of 0.2 m round the click.
std::vector<FreeCell> findFreeSpace(const FrameIndex& index, const Surroundings& around);

} // namespace lunkuo
