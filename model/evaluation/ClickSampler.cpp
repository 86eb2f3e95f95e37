#include "model/evaluation/ClickSampler.h"

#include "model/tools/Handles.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace lunkuo
{

namespace
{

constexpr double missed_m = 0.2;
constexpr double foreign_m = 0.15;
constexpr double edge_m = 0.1;   ///< points so near the edge of a labelled box are its own for sure only inside, …
constexpr double beside_m = 0.2; ///< … and foreign for sure only so far outside

/// Mixes one 64-bit word into another (the finaliser of splitmix64).
std::uint64_t mixed(std::uint64_t word)
{
    word += 0x9E3779B97F4A7C15ULL;
    word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    word = (word ^ (word >> 27U)) * 0x94D049BB133111EBULL;
    return word ^ (word >> 31U);
}

/// How far a place is outside the box as seen from above, by the farther axis; negative inside.
double beyond(const Cuboid& box, const Eigen::Vector3d& place)
{
    return (box.toObject(place).cwiseAbs() - 0.5 * box.size).head<2>().maxCoeff();
}

double heightOver(const Cuboid& box, const Eigen::Vector3d& place)
{
    return box.toObject(place).z() + 0.5 * box.size.z();
}

std::optional<Eigen::Vector3d> farthestMissed(
    const PointCloud& cloud, const Cuboid& box, std::span<const std::uint32_t> inside, const Cuboid& found)
{
    double farthest = missed_m;
    std::optional<Eigen::Vector3d> result;
    for (const std::uint32_t i : inside) {
        const Eigen::Vector3d p = cloud.point(i);
        if (heightOver(box, p) < lowestClick_m || beyond(box, p) > -edge_m)
            continue;
        if (const double out = beyond(found, p); out > farthest) {
            farthest = out;
            result = p;
        }
    }
    return result;
}

std::optional<Eigen::Vector3d> deepestForeign(const PointCloud& cloud, const Cuboid& box, const Cuboid& found)
{
    double deepest = foreign_m;
    std::optional<Eigen::Vector3d> result;
    const double reach = 0.5 * found.size.norm();
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3d p = cloud.point(i);
        if ((p - found.center).squaredNorm() > reach * reach)
            continue;
        const double in = -beyond(found, p);
        const double height = heightOver(found, p);
        if (in > deepest && height >= lowestClick_m && height <= found.size.z() &&
            heightOver(box, p) >= lowestClick_m && !box.contains(p, beside_m)) {
            deepest = in;
            result = p;
        }
    }
    return result;
}

} // namespace

std::uint64_t clickKey(std::uint64_t seed, const QStringList& words)
{
    std::uint64_t key = mixed(seed);
    for (const QString& word : words) {
        for (const QChar letter : word)
            key = mixed(key ^ letter.unicode());
        key = mixed(key ^ 0x10000U); // so that words do not run into each other
    }
    return key;
}

std::vector<std::uint32_t> pointsInside(const PointCloud& cloud, const Cuboid& box)
{
    std::vector<std::uint32_t> result;
    const double reach = 0.5 * box.size.norm();
    const Eigen::Vector3f center = (box.center - cloud.offset).cast<float>();
    const auto reachSquared = static_cast<float>(1.01 * reach * reach);
    for (std::size_t i = 0; i < cloud.size(); ++i)
        if ((cloud.local(i) - center).squaredNorm() <= reachSquared && box.contains(cloud.point(i)))
            result.push_back(static_cast<std::uint32_t>(i));
    std::sort(result.begin(), result.end(),
        [&cloud](std::uint32_t a, std::uint32_t b) { return cloud.row(a) < cloud.row(b); });
    return result;
}

std::vector<std::uint32_t> raisedPoints(
    const PointCloud& cloud, const Cuboid& box, std::span<const std::uint32_t> inside, double above_m)
{
    std::vector<std::uint32_t> result;
    std::copy_if(inside.begin(), inside.end(), std::back_inserter(result),
        [&](std::uint32_t i) { return heightOver(box, cloud.point(i)) >= above_m; });
    return result;
}

std::optional<Eigen::Vector3d> randomClick(
    const PointCloud& cloud, const Cuboid& box, std::span<const std::uint32_t> inside, std::uint64_t key)
{
    const std::vector<std::uint32_t> raised = raisedPoints(cloud, box, inside, lowestClick_m);
    if (raised.empty())
        return std::nullopt;
    return cloud.point(raised[mixed(key) % raised.size()]);
}

std::optional<SeedClick> correctiveClick(
    const PointCloud& cloud, const Cuboid& box, std::span<const std::uint32_t> inside, const Cuboid& found)
{
    if (const auto missed = farthestMissed(cloud, box, inside, found))
        return SeedClick{*missed, true};
    if (const auto foreign = deepestForeign(cloud, box, found))
        return SeedClick{*foreign, false};
    return std::nullopt;
}

std::optional<FaceDrag> correctiveDrag(const Cuboid& box, const Cuboid& found)
{
    constexpr double farOff_m = 0.15;
    const Eigen::Vector3d middle = found.toObject(box.center);
    // Found across, the sides of the one belong where the ends of the other are.
    const bool isAcross = std::abs(std::cos(found.yaw() - box.yaw())) < std::numbers::sqrt2 / 2.0;
    const Eigen::Vector2d half =
        0.5 * (isAcross ? Eigen::Vector2d(box.size.y(), box.size.x()) : Eigen::Vector2d(box.size.head<2>()));
    std::optional<FaceDrag> drag;
    double worst = farOff_m;
    for (const int axis : {0, 1})
        for (const int sign : {1, -1}) {
            const double out = sign * middle[axis] + half[axis];
            if (std::abs(out - 0.5 * found.size[axis]) <= worst)
                continue;
            worst = std::abs(out - 0.5 * found.size[axis]);
            Handle handle;
            handle.side[axis] = sign;
            Eigen::Vector3d place = Eigen::Vector3d::Zero();
            place[axis] = sign * out;
            drag = {dragged(found, handle, found.toSensor(place)), facesOf(handle)};
        }
    return drag;
}

} // namespace lunkuo
