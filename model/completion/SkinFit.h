#pragma once

#include "model/completion/CarShape.h"
#include "model/completion/Surroundings.h"

namespace lunkuo
{

/// A car's surface in its box: the shape with its own shares, and its details.
struct CarSkin
{
    CarShape shape;
    CarDetail detail;
};

/// Bends the usual skin of the shape onto the object's points; what no point tells stays as usual. Points in the box's
/// frame: front at +x, heights over the ground.
CarSkin fitSkin(const CarShape& shape, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points);

} // namespace lunkuo
