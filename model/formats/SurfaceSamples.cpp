#include "model/formats/SurfaceSamples.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace lunkuo
{

namespace
{
double areaOf(const Outline& outline, const std::array<std::uint32_t, 3>& triangle)
{
    const Eigen::Vector3d& a = outline.vertices[triangle[0]];
    return 0.5 * (outline.vertices[triangle[1]] - a).cross(Eigen::Vector3d(outline.vertices[triangle[2]] - a)).norm();
}

/// std's distributions differ between libraries; the bits of the generator do not.
double unit(std::mt19937_64& random)
{
    return static_cast<double>(random() >> 11U) * 0x1.0p-53;
}
} // namespace

SurfaceSamples sampleSurface(const Outline& outline, int count, std::uint64_t seed)
{
    std::vector<double> upTo;
    double total = 0.0;
    for (const auto& triangle : outline.triangles)
        upTo.push_back(total += areaOf(outline, triangle));
    SurfaceSamples result;
    if (!(total > 0.0))
        return result;
    std::mt19937_64 random(seed);
    for (int i = 0; i < count; ++i) {
        const auto found = std::upper_bound(upTo.begin(), upTo.end(), unit(random) * total);
        const auto place = std::min<std::ptrdiff_t>(found - upTo.begin(), std::ssize(upTo) - 1);
        const auto& triangle = outline.triangles[static_cast<std::size_t>(place)];
        const double root = std::sqrt(unit(random));
        const double along = unit(random);
        const std::array<double, 3> weights{1.0 - root, root * (1.0 - along), root * along};
        Eigen::Vector3d point = Eigen::Vector3d::Zero();
        std::size_t nearest = 0;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            point += weights[corner] * outline.vertices[triangle[corner]];
            nearest = weights[corner] > weights[nearest] ? corner : nearest;
        }
        result.points.push_back(point);
        result.provenance.push_back(outline.provenance[triangle[nearest]]);
    }
    return result;
}

double seenShare(const Outline& outline)
{
    double total = 0.0;
    double seen = 0.0;
    for (const auto& triangle : outline.triangles) {
        const double area = areaOf(outline, triangle);
        total += area;
        for (const std::uint32_t corner : triangle)
            seen += outline.provenance[corner] == Provenance::Seen ? area / 3.0 : 0.0;
    }
    return total > 0.0 ? seen / total : 0.0;
}

} // namespace lunkuo
