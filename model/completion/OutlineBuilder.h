#pragma once

#include "model/completion/SkinFit.h"
#include "model/scene/Outline.h"

#include <functional>

namespace lunkuo
{

/// The inside of an object in the frame of its box's bottom: negative inside, front at +x, heights from the ground.
using Solid = std::function<double(const Eigen::Vector3d& place)>;

/// The solid of what has no shape of its own: the box with rounded upright edges.
Solid roundedBox(const Eigen::Vector3d& size);

/// The solid of a small thing that its points go nearly all round: their hull and that of their mirror images seen from
/// above, drawn up to the height of the box that it fills.
Solid hullPrism(const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points);

/// The outline of a solid that fills a box of that size: its footprint, its side profile and a closed surface. What
/// lies near one of the points, given in the same frame, is seen; what mirrors such a part is there by symmetry; the
/// rest is the prior's.
Outline buildOutline(const Solid& solid, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points);

} // namespace lunkuo
