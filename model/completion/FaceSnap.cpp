#include "model/completion/FaceSnap.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double visibleFrom_m = 0.3; ///< so far before a face's plane the sensor must be
constexpr std::size_t fewestPoints = 4;
constexpr double outside_m = 0.35;

double quantile(std::vector<double>& values, double share)
{
    const auto place = values.begin() + std::lround(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

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
        const double front = quantile(near, 0.985) + 0.03;
        const double back = std::max(size - front, behind.empty() ? -front : quantile(behind, 0.97));
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

double roofHeight(const Rectangle& rectangle, const std::vector<Sample>& points, double otherwise)
{
    constexpr std::size_t enough = 5;
    const EdgeDistance distance(rectangle);
    std::vector<double> heights;
    for (const Sample& p : points)
        if (distance(p.at) < 0.05 && p.height > 0.85 * otherwise && p.height < 1.2 * otherwise + 0.1)
            heights.push_back(p.height);
    return heights.size() < enough ? otherwise : quantile(heights, 0.97) + 0.02;
}

} // namespace lunkuo
