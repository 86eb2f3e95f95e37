#pragma once

#include "model/formats/KittiLabel.h"
#include "model/scene/Calibration.h"
#include "model/scene/Shape.h"

#include <optional>

namespace lunkuo
{

/// What an image shows of a shape.
struct ProjectedBox
{
    ImageBox box;           ///< round the part inside the image: 0..width-1, 0..height-1
    double truncated = 0.0; ///< share of the whole projection's box that the image does not show
};

/// Projects the outline's surface, or the cuboid where there is none, cut at the near plane; nothing when the image
/// shows no part of it.
std::optional<ProjectedBox> projectedBox(const Shape& shape, const Camera& camera);

} // namespace lunkuo
