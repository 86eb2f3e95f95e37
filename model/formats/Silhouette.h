#pragma once

#include "model/geometry/Polygon.h"
#include "model/scene/Calibration.h"
#include "model/scene/Shape.h"

#include <optional>

namespace lunkuo
{

/// What an image shows of a shape's outline, whatever stands in front of it.
struct Silhouette
{
    std::vector<Polygon2>
        polygons;            ///< pixels, outer edges only, each closed by its first vertex; to about half a pixel
    Eigen::AlignedBox2d box; ///< round all that lies inside the image: 0..width-1, 0..height-1
    double area_px2 = 0.0;
};

/// Projects the outline's surface, or the cuboid where there is none, through the camera's lens, cut at the near plane
/// and at the image's edge; nothing when the image shows no part of it.
std::optional<Silhouette> silhouetteOf(const Shape& shape, const Camera& camera);

} // namespace lunkuo
