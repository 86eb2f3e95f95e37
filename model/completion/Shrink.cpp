#include "model/completion/Shrink.h"

#include "model/completion/BoxView.h"
#include "model/geometry/Quantile.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completer)
};

constexpr std::size_t fewestPoints = 5;
constexpr double road_m = 0.12; ///< so high over the plane points may still be road
constexpr double rim_m = 0.02;
constexpr double shortestSide_m = 0.2;
constexpr double strays = 0.002; ///< share of the points that may stay outside

/// In the cuboid's frame.
std::vector<Eigen::Vector3d> pointsIn(const Cuboid& cuboid, const PointCloud& cloud, const Surroundings& around)
{
    std::vector<Eigen::Vector3d> inside;
    for (const std::uint32_t i : around.nearby)
        if (const Eigen::Vector3d point = cloud.point(i);
            cuboid.contains(point) && around.localize(cloud.local(i).cast<double>()).height > road_m)
            inside.push_back(cuboid.toObject(point));
    return inside;
}

/// Two opposite faces along their axis.
struct Span
{
    double low;
    double high;

    void drawIn(std::vector<double> points, bool movesLow, bool movesHigh)
    {
        const double shortest = std::min(shortestSide_m, high - low);
        if (movesHigh)
            high = std::min(high, nearestRank(points, 1.0 - strays) + rim_m);
        if (movesLow)
            low = std::max(low, nearestRank(points, strays) - rim_m);
        const double lacking = shortest - (high - low);
        if (lacking > 0.0)
            (movesHigh ? high : low) += movesHigh ? lacking : -lacking;
    }
};

} // namespace

Result<Cuboid> shrunk(const PreparedFrame& frame, const Cuboid& cuboid, FaceSet faces)
{
    const Result<BoxView> view = lookAtBox(frame, cuboid);
    if (!view)
        return tl::unexpected(view.error());
    const std::vector<Eigen::Vector3d> inside = pointsIn(cuboid, *frame.cloud(), view->around);
    if (inside.size() < fewestPoints)
        return failure(Text::tr("There are too few points in the box: move it onto the object first."));
    Cuboid result = cuboid;
    Eigen::Vector3d middle = Eigen::Vector3d::Zero();
    for (int axis = 0; axis < 3; ++axis) {
        std::vector<double> along;
        for (const Eigen::Vector3d& p : inside)
            along.push_back(p[axis]);
        Span span{-0.5 * cuboid.size[axis], 0.5 * cuboid.size[axis]};
        span.drawIn(along, faces.testFlag(faceOf(axis, -1)), faces.testFlag(faceOf(axis, 1)));
        // An object stands on the ground, even where its lowest points were not seen.
        if (axis == 2 && faces.testFlag(Face::Bottom))
            span.low =
                std::clamp(view->groundBelow(frame, cuboid) - cuboid.center.z(), -0.5 * cuboid.size.z(), span.low);
        result.size[axis] = span.high - span.low;
        middle[axis] = 0.5 * (span.high + span.low);
    }
    result.center = cuboid.toSensor(middle);
    return result;
}

} // namespace lunkuo
