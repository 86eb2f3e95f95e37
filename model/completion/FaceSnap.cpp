#include "model/completion/FaceSnap.h"

#include "model/geometry/Quantile.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lunkuo
{

namespace
{

constexpr double visibleFrom_m = 0.3; ///< so far before a face's plane the sensor must be
constexpr std::size_t fewestPoints = 4;
constexpr double outside_m = 0.35;
constexpr std::size_t fewestAlong = 20;
constexpr double mostlyThrough = 0.6;
constexpr double beamStep_rad = 0.0035; ///< between neighbouring columns of a usual sensor
constexpr double fewestColumns = 3.0;
constexpr double depth_m = 0.3;      ///< so far behind a side rays cannot come any more where it is there
constexpr double endMargin_m = 0.20; ///< corners are round and bumpers overhang

/// The faces across one axis of the box, at `low` and `high` along it.
struct Axis
{
    int index;       ///< 0: along the length, 1: along the width
    double inside_m; ///< so deep inside a face its points may lie
    double low = 0.0;
    double high = 0.0;
};

/// One of the two faces: where it is along its outward direction, and the opposite one along the other.
void snap(Axis& axis, const std::vector<Sample>& local, double otherHalf, double sensor, double height)
{
    const double size = axis.high - axis.low;
    for (const double sign : {1.0, -1.0}) {
        const double face = sign > 0.0 ? axis.high : -axis.low;
        if (sign * sensor < face + visibleFrom_m)
            continue;
        std::vector<double> near;
        std::vector<double> behind;
        for (const Sample& p : local) {
            const double along = sign * p.at[axis.index];
            if (std::abs(p.at[1 - axis.index]) > otherHalf + 0.1)
                continue;
            if (p.height < 0.75 * height && along > face - axis.inside_m && along < face + outside_m)
                near.push_back(along);
            if (along > face - size - outside_m)
                behind.push_back(-along);
        }
        if (near.size() < fewestPoints)
            return;
        const double front = nearestRank(near, 0.985) + 0.05;
        const double back = std::max(size - front, behind.empty() ? -front : nearestRank(behind, 0.97) + 0.04);
        axis.low = sign > 0.0 ? -back : -front;
        axis.high = sign > 0.0 ? front : back;
        return;
    }
}

} // namespace

Rectangle snapFaces(
    const Rectangle& rectangle, const std::vector<Sample>& points, const Eigen::Vector2d& sensor, double height)
{
    std::vector<Sample> local;
    for (const Sample& p : points)
        local.push_back({rectangle.toObject(p.at), p.height});
    const Eigen::Vector2d eye = rectangle.toObject(sensor);
    Axis length{0, 0.60, -0.5 * rectangle.length, 0.5 * rectangle.length};
    Axis width{1, 0.42, -0.5 * rectangle.width, 0.5 * rectangle.width};
    snap(length, local, 0.5 * rectangle.width, eye.x(), height);
    snap(width, local, 0.5 * rectangle.length, eye.y(), height);
    return {rectangle.fromObject({0.5 * (length.low + length.high), 0.5 * (width.low + width.high)}), rectangle.yaw,
        length.high - length.low, width.high - width.low};
}

namespace
{

/// A side that the sensor sees, along `axis` of the box: where its points end and where the box does, both measured
/// away from the sensor.
struct SeenSide
{
    int axis;
    double away; ///< sign of the axis that leads away from the sensor
    double side; ///< of the places just inside it, across the axis
    double pointsEnd;
    double boxEnd;

    [[nodiscard]] Eigen::Vector2d placeAt(double along) const
    {
        return axis == 0 ? Eigen::Vector2d(away * along, side) : Eigen::Vector2d(side, away * along);
    }
};

std::optional<SeenSide> seenSide(
    const Rectangle& r, int axis, const std::vector<Sample>& local, const Eigen::Vector2d& eye)
{
    const Eigen::Array2d half(0.5 * r.length, 0.5 * r.width);
    const int other = 1 - axis;
    if (std::abs(eye[other]) < half[other] + visibleFrom_m)
        return std::nullopt;
    const double away = eye[axis] > 0.0 ? -1.0 : 1.0;
    std::vector<double> along;
    for (const Sample& p : local)
        if ((p.at.array().abs() < half + 0.1).all())
            along.push_back(away * p.at[axis]);
    if (along.size() < fewestAlong)
        return std::nullopt;
    return SeenSide{axis, away, std::copysign(half[other] - depth_m, eye[other]),
        nearestRank(along, 0.99) + endMargin_m, half[axis]};
}

/// How much of the side's end is not there: enough rays would have met it and most of them went on.
double emptyEnd_m(const SeenSide& side, const Rectangle& r, const Eigen::Vector2d& eye, const Visibility& visibility)
{
    const double length = side.boxEnd - side.pointsEnd;
    const Eigen::Vector2d ray = side.placeAt(side.boxEnd) - eye;
    const double slant = std::abs(ray[1 - side.axis]) / ray.norm();
    if (length * slant / (beamStep_rad * ray.norm()) < fewestColumns)
        return 0.0;
    int all = 0;
    int through = 0;
    for (double along = side.pointsEnd; along < side.boxEnd - 0.05; along += 0.1) {
        ++all;
        through += visibility.isSeenThrough(r.fromObject(side.placeAt(along))) ? 1 : 0;
    }
    return through > mostlyThrough * all ? length : 0.0;
}

} // namespace

Rectangle trimEnds(const Rectangle& rectangle, const std::vector<Sample>& points, const Eigen::Vector2d& sensor,
    const Visibility& visibility)
{
    std::vector<Sample> local;
    for (const Sample& p : points)
        local.push_back({rectangle.toObject(p.at), p.height});
    const Eigen::Vector2d eye = rectangle.toObject(sensor);
    Eigen::Vector2d less = Eigen::Vector2d::Zero();
    for (const int axis : {0, 1})
        if (const auto side = seenSide(rectangle, axis, local, eye))
            less[axis] = emptyEnd_m(*side, rectangle, eye, visibility);
    const Eigen::Vector2d shift(std::copysign(0.5 * less.x(), eye.x()), std::copysign(0.5 * less.y(), eye.y()));
    return {rectangle.fromObject(shift), rectangle.yaw, rectangle.length - less.x(), rectangle.width - less.y()};
}

double roofHeight(const Rectangle& rectangle, const std::vector<Sample>& points, double otherwise)
{
    constexpr std::size_t enough = 5;
    const EdgeDistance distance(rectangle);
    std::vector<double> heights;
    for (const Sample& p : points)
        if (distance(p.at) < 0.05 && p.height > 0.85 * otherwise && p.height < 1.2 * otherwise + 0.1)
            heights.push_back(p.height);
    return heights.size() < enough ? otherwise : nearestRank(heights, 0.97) + 0.05;
}

} // namespace lunkuo
