#pragma once

#include "model/geometry/PointIndex.h"
#include "model/geometry/Ray.h"

namespace lunkuo
{

/// Where somebody points in an image, and what of the cloud is there.
struct SightLine
{
    Ray ray;                            ///< from the camera
    std::vector<std::uint32_t> points;  ///< near the line of sight
    std::optional<std::uint32_t> meant; ///< the one that a person sees there: of the foremost thing, near the line

    friend bool operator==(const SightLine& a, const SightLine& b)
    {
        return a.ray.origin == b.ray.origin && a.ray.direction == b.ray.direction && a.points == b.points &&
               a.meant == b.meant;
    }
};

/// The point that is meant by a place in an image: the foremost of those within a few pixels; a LiDAR's rows may be
/// further apart than that, so the circle grows until there is one, up to a degree.
std::optional<std::uint32_t> pointMeant(const PointIndex& index, const Ray& ray, double tanPixel);

SightLine sightLine(const PointIndex& index, const Ray& ray, double tanPixel);

} // namespace lunkuo
