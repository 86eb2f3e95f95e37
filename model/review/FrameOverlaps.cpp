#include "model/review/FrameOverlaps.h"

#include "model/geometry/Polygon.h"

namespace lunkuo
{

namespace
{
double reachOf(const Shape& shape)
{
    // Rolled or pitched, a box reaches further than its length and width seen from above.
    return 0.5 * shape.cuboid.size.norm();
}
} // namespace

std::vector<Overlap> overlapsOf(std::span<const Shape* const> a, std::span<const Shape* const> b)
{
    std::vector<Overlap> overlaps;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j) {
            const double apart = (a[i]->cuboid.center - b[j]->cuboid.center).head<2>().norm();
            if (apart >= reachOf(*a[i]) + reachOf(*b[j]))
                continue;
            const double bev = bevIou(a[i]->cuboid, b[j]->cuboid);
            if (bev > 0.0)
                overlaps.push_back({i, j, bev, iou3d(a[i]->cuboid, b[j]->cuboid)});
        }
    return overlaps;
}

std::vector<Overlap> bestOverlaps(const std::vector<Overlap>& overlaps, double Overlap::*measure, double least)
{
    std::vector<WeightedPair> pairs;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < overlaps.size(); ++i)
        if (const double iou = overlaps[i].*measure; iou > 0.0 && iou >= least) {
            pairs.push_back({overlaps[i].a, overlaps[i].b, iou});
            places.push_back(i);
        }
    std::vector<Overlap> best;
    for (const std::size_t i : bestAssignment(pairs))
        best.push_back(overlaps[places[i]]);
    return best;
}

} // namespace lunkuo
