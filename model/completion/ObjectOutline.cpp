#include "model/completion/ObjectOutline.h"

#include "model/completion/LeastSquares.h"
#include "model/completion/OutlineBuilder.h"
#include "model/completion/SkinFit.h"

#include <limits>

namespace lunkuo
{

namespace
{

constexpr double thin_m = 1.1; ///< narrower things are people, two-wheelers and cones

/// What the points have against a body, far ones hardly more than near ones.
double costOf(const CarSolid& solid, const std::vector<Eigen::Vector3d>& points)
{
    constexpr double sigma_m = 0.08;
    double cost = 0.0;
    for (const Eigen::Vector3d& p : points) {
        const CarSolid::Distance distance = solid.distance(p);
        // Behind glass there are seats.
        const double limit = distance.isInCabin && distance.value < 0.0 ? 1.0 : 4.0;
        cost += Term{1.0, distance.value / sigma_m, limit}.cost();
    }
    return cost;
}

} // namespace

Outline outlineOf(const Cuboid& cuboid, const CarShape* shape, const std::vector<Eigen::Vector3d>& points)
{
    if (!shape) {
        const bool isThin = cuboid.size.head<2>().minCoeff() < thin_m;
        return buildOutline(isThin ? hullPrism(cuboid.size, points) : roundedBox(cuboid.size), cuboid.size, points);
    }
    const CarSkin skin = fitSkin(*shape, cuboid.size, points);
    const CarSolid solid(skin.shape, cuboid.size, skin.detail);
    return buildOutline(
        [&solid](const Eigen::Vector3d& place) { return solid.distance(place).value; }, cuboid.size, points);
}

const CarShape* likeliestShape(BodyKind body, const Eigen::Vector3d& size, const std::vector<Eigen::Vector3d>& points)
{
    const CarShape* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const CarShape& shape : carShapes(body))
        if (const double cost = costOf(CarSolid(shape, size), points); cost < least) {
            least = cost;
            best = &shape;
        }
    return best;
}

} // namespace lunkuo
