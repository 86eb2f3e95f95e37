#pragma once

#include "model/cloud/PointCloud.h"
#include "model/scene/Scene.h"

namespace lunkuo
{

/// Point labels that follow from a frame's cuboids: per point the class and the track of the cuboid that holds it, of
/// the smallest one where several do.
struct CuboidLabels
{
    PointArray<std::uint32_t> label;    ///< place of the class in the taxonomy, from 1; 0: no cuboid
    PointArray<std::uint32_t> instance; ///< the track's number; 0: no cuboid
};

/// For the points of the frame's cloud, by index.
CuboidLabels cuboidLabels(const PointCloud& cloud, const Scene& scene, FrameId frame);

} // namespace lunkuo
