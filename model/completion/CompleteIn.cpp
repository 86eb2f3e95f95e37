#include "model/completion/CompleteIn.h"

#include "model/completion/BoxView.h"
#include "model/completion/ObjectFit.h"
#include "model/completion/ObjectOutline.h"

#include <QCoreApplication>
#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completer)
};

constexpr double margin_m = 0.15; ///< so far outside a box its points may lie
constexpr double road_m = 0.12;   ///< so high over the plane points may still be road
constexpr std::size_t fewestPoints = 5;

struct OwnPoints
{
    std::vector<std::uint32_t> indices;   ///< into the cloud, ascending
    std::vector<Eigen::Vector3d> thinned; ///< one for each sample, in the frame of the cuboid's bottom
};

OwnPoints ownPoints(const PointCloud& cloud, const BoxView& view, const Cuboid& cuboid)
{
    const Surroundings& around = view.around;
    const Eigen::Vector3d up(0.0, 0.0, 0.5 * cuboid.size.z());
    OwnPoints own;
    std::vector<bool> isTaken(around.samples.size(), false);
    for (std::size_t k = 0; k < around.raised.size(); ++k) {
        const std::uint32_t sample = around.sampleOf[k];
        const Eigen::Vector3d point = cloud.point(around.raised[k]);
        if (view.growth.gap[sample] > view.growth.wideGap || !cuboid.contains(point, margin_m))
            continue;
        own.indices.push_back(around.raised[k]);
        if (!isTaken[sample])
            own.thinned.emplace_back(cuboid.toObject(point) + up);
        isTaken[sample] = true;
    }
    return own;
}

/// Adds the points between road and body that stand inside the cuboid.
void addWheels(
    std::vector<std::uint32_t>& points, const PointCloud& cloud, const Surroundings& around, const Cuboid& cuboid)
{
    const auto bodyCount = std::ssize(points);
    for (const std::uint32_t i : around.nearby)
        if (const double height = around.localize(cloud.local(i).cast<double>()).height;
            height > road_m && height <= around.lowest_m && cuboid.contains(cloud.point(i)))
            points.push_back(i);
    std::inplace_merge(points.begin(), points.begin() + bodyCount, points.end());
}

} // namespace

Result<Completion> completeIn(
    const PreparedFrame& frame, const Cuboid& cuboid, const CompletionInput& input, const CompletionOptions& options)
{
    const Result<BoxView> view = lookAtBox(frame, cuboid, input);
    if (!view)
        return tl::unexpected(view.error());
    const PointCloud& cloud = *frame.cloud();
    OwnPoints own = ownPoints(cloud, *view, cuboid);
    if (own.indices.size() < fewestPoints)
        return failure(Text::tr("There are only %1 points of an object in the box.").arg(own.indices.size()));
    ObjectFit fit;
    const Evidence evidence = evidenceOf(frame, *view, {options.priorSize, options.priorDeviation}, options.body);
    fit.cost = rectangleCost(view->footprint(frame, cuboid), evidence);
    Completion result;
    result.cuboid = cuboid;
    result.outline = outlineOf(cuboid, likeliestShape(options.body, cuboid.size, own.thinned), own.thinned);
    result.confidence = fit.confidence(own.indices.size());
    result.points = std::move(own.indices);
    addWheels(result.points, cloud, view->around, cuboid);
    return result;
}

} // namespace lunkuo
