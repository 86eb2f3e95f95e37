#pragma once

#include "model/review/Assignment.h"
#include "model/scene/Scene.h"

#include <span>

namespace lunkuo
{

/// Two boxes of one frame, one of each annotation, that have something in common.
struct Overlap
{
    std::size_t a = 0; ///< places in the lists
    std::size_t b = 0;
    double bev = 0.0; ///< IoU seen from above
    double solid = 0.0;
};

/// All of a frame; pairs too far from each other to touch cost nothing.
std::vector<Overlap> overlapsOf(std::span<const Shape* const> a, std::span<const Shape* const> b);

/// Those that overlap most together when each box is given once, of those of at least that IoU.
std::vector<Overlap> bestOverlaps(const std::vector<Overlap>& overlaps, double Overlap::*measure, double least);

} // namespace lunkuo
