#pragma once

#include "model/completion/Surroundings.h"
#include "model/scene/Taxonomy.h"

namespace lunkuo
{

/// The heights over the ground, in metres, between which bodies of a kind let no ray through: above are windows, below
/// is the road.
struct SolidBand
{
    double from_m = 0.25;
    double to_m = 0.75;
    bool isOpenBelow = false; ///< what is seen below is wheels, axles and tanks, no side of the body
};

/// Lorries are open underneath up to the load floor, a metre or so high, and rays go into their cabs above the band.
SolidBand solidBandOf(BodyKind body);

/// A place that rays went through at the height of a solid body, so that none can stand there.
struct FreeCell
{
    Eigen::Vector2d at = Eigen::Vector2d::Zero(); ///< relative to the click
    double weight = 0.0;                          ///< 0..1, more for more rays
};

/// The free cells of 0.2 m round the click.
std::vector<FreeCell> findFreeSpace(const FrameIndex& index, const Surroundings& around, const SolidBand& band);

} // namespace lunkuo
