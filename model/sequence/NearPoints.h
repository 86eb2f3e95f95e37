#pragma once

#include "model/document/FrameCache.h"

namespace lunkuo
{

/// The points of a frame round an object, without the frame: a few thousand instead of all.
struct NearPoints
{
    struct Point
    {
        Eigen::Vector3f place; ///< in the base's own frame, metres
        bool isGround;
    };

    Cuboid base; ///< sensor frame
    std::vector<Point> points;
};

/// What lies within `extent_m` (the full length, width and height along the base's axes) about the base's centre.
NearPoints nearPoints(const LoadedFrame& frame, const Cuboid& base, const Eigen::Vector3d& extent_m);

} // namespace lunkuo
