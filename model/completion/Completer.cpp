#include "model/completion/Completer.h"

#include "model/base/CancelScope.h"
#include "model/completion/ObjectFit.h"
#include "model/completion/ObjectOutline.h"
#include "model/completion/PreparedFrame.h"
#include "model/completion/SmallFit.h"

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

constexpr double clickReach_m = 1.0; ///< so far from a click its point may be
constexpr double road_m = 0.12;      ///< so high over the plane points may still be road
constexpr std::size_t fewestPoints = 5;
constexpr double highestOnCar_m = 3.0; ///< of a sensor over the ground; masts and gantries have cars below them

} // namespace

PreparedFrame::PreparedFrame(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

PreparedFrame::~PreparedFrame() = default;

std::shared_ptr<const PreparedFrame> PreparedFrame::prepare(CloudPtr cloud, const Eigen::Vector3d& sensorOrigin)
{
    GroundEnvelope ground(LowestPoints(cloud->xyz, sensorOrigin - cloud->offset));
    return prepare(std::move(cloud), sensorOrigin, std::move(ground));
}

std::shared_ptr<const PreparedFrame> PreparedFrame::prepare(
    CloudPtr cloud, const Eigen::Vector3d& sensorOrigin, GroundEnvelope ground)
{
    return std::shared_ptr<const PreparedFrame>(
        new PreparedFrame(std::make_unique<Impl>(std::move(cloud), sensorOrigin, std::move(ground))));
}

const CloudPtr& PreparedFrame::cloud() const
{
    return m_impl->cloud;
}

const Eigen::Vector3d& PreparedFrame::sensorOrigin() const
{
    return m_impl->sensorOrigin;
}

double PreparedFrame::groundHeight(double x, double y) const
{
    const Eigen::Vector3d& offset = m_impl->cloud->offset;
    return m_impl->ground.likelyHeight(x - offset.x(), y - offset.y()) + offset.z();
}

namespace
{

/// Higher than the tallest of their kind objects have no points: crowns of trees and walls do.
Reach reachOf(const CompletionOptions& options)
{
    const Eigen::Vector3d& size = options.priorSize;
    return {std::max(7.0, 1.3 * size.x()), std::min(0.30, 0.2 * size.z()), 1.35 * size.z(), 1.25 * size.z()};
}

Cuboid standing(const FittedBox& box, const Surroundings& around, const Eigen::Vector3d& offset)
{
    const Rectangle& r = box.rectangle;
    const Eigen::Vector2d at = r.center + around.click;
    return Cuboid::fromYaw(Eigen::Vector3d(at.x(), at.y(), around.plane.height(at) + 0.5 * box.height) + offset,
        {r.length, r.width, box.height}, r.yaw);
}

/// Which of the raised points are the object's, as positions in `around.raised`.
std::vector<std::size_t> ownPoints(const Surroundings& around, const Growth& growth, const ObjectFit& fit)
{
    constexpr double margin_m = 0.15;
    const EdgeDistance distance(fit.box.rectangle);
    std::vector<std::size_t> own;
    for (std::size_t k = 0; k < around.raised.size(); ++k) {
        const std::uint32_t sample = around.sampleOf[k];
        if (growth.gap[sample] <= fit.widestGap && distance(around.samples[sample].at) <= margin_m)
            own.push_back(k);
    }
    return own;
}

/// Adds the points between road and body that stand inside the box.
void addWheels(
    std::vector<std::uint32_t>& points, const PointCloud& cloud, const Surroundings& around, const Rectangle& rectangle)
{
    const std::size_t bodyCount = points.size();
    const EdgeDistance distance(rectangle);
    for (const std::uint32_t i : around.nearby)
        if (const Sample p = around.localize(cloud.local(i).cast<double>());
            p.height > road_m && p.height <= around.lowest_m && distance(p.at) < 0.0)
            points.push_back(i);
    std::inplace_merge(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(bodyCount), points.end());
}

/// One of the points for each sample, in the frame of the box's bottom.
std::vector<Eigen::Vector3d> thinnedOnto(
    const Cuboid& cuboid, const PointCloud& cloud, const Surroundings& around, const std::vector<std::size_t>& own)
{
    std::vector<bool> isTaken(around.samples.size(), false);
    std::vector<Eigen::Vector3d> result;
    for (const std::size_t k : own) {
        if (isTaken[around.sampleOf[k]])
            continue;
        isTaken[around.sampleOf[k]] = true;
        result.push_back(
            cuboid.toObject(cloud.point(around.raised[k])) + Eigen::Vector3d(0.0, 0.0, 0.5 * cuboid.size.z()));
    }
    return result;
}

/// Whether the sensor sees nearly all of such an object.
bool isSmall(const CompletionOptions& options)
{
    constexpr double smallWidth_m = 1.0;
    return carShapes(options.body).empty() && options.priorSize.y() < smallWidth_m;
}

/// Cars park a car's width apart, people stand as near to each other as they are wide.
double gapScale(const Eigen::Vector3d& size)
{
    constexpr double carWidth_m = 1.7;
    return std::clamp(size.y() / carWidth_m, 0.35, 1.6);
}

std::optional<ObjectFit> fitAs(
    const CompletionOptions& options, const Surroundings& around, const Growth& growth, const Evidence& evidence)
{
    if (isSmall(options))
        return fitSmall(around, growth, evidence);
    return options.standsAlone ? fitAlone(around, growth, evidence, options.body)
                               : fitObject(around, growth, evidence, options.body);
}

/// Whether the click hit the road, be it near an object: it lies in the plane among other points that do. Far away,
/// where the road shows hardly any points, nobody knows.
bool isOnRoad(const PointCloud& cloud, const Surroundings& around, const Sample& click)
{
    constexpr double beside_m = 0.3; ///< wheels stand below bodies
    constexpr double near_m = 1.0;
    constexpr std::ptrdiff_t enough = 8;
    const auto isWithin = [&click](const Sample& s, double reach) { return (s.at - click.at).norm() < reach; };
    if (click.height >= road_m || std::any_of(around.samples.begin(), around.samples.end(),
                                      [&](const Sample& s) { return isWithin(s, beside_m); }))
        return false;
    return std::count_if(around.nearby.begin(), around.nearby.end(), [&](std::uint32_t i) {
        const Sample p = around.localize(cloud.local(i).cast<double>());
        return std::abs(p.height) < road_m && isWithin(p, near_m);
    }) >= enough;
}

/// Says so when what was clicked goes on above the tallest objects of the kind and is no object's width either.
Result<void> refuseScenery(
    const Surroundings& around, const Growth& growth, const Sample& click, const Eigen::Vector3d& size)
{
    const Sample* clicked = nullptr;
    for (const Sample& s : around.samples)
        if (!clicked || (s.at - click.at).squaredNorm() < (clicked->at - click.at).squaredNorm())
            clicked = &s;
    if (!clicked || !clicked->isTall)
        return {};
    constexpr double tooLong = 1.25; ///< of the usual length
    constexpr double tooThin = 0.35; ///< of the usual width
    double farthest = 0.0;
    for (const Sample& s : growth.members(around.samples, growth.sureGap))
        farthest = std::max(farthest, (s.at - clicked->at).norm());
    if (farthest > tooLong * size.x())
        return failure(Text::tr("What stands at the click is too high and too long: a wall, a hedge or a building."));
    if (farthest < tooThin * size.y())
        return failure(Text::tr("What stands at the click is too high and too thin: a pole or a trunk."));
    return {};
}

Result<Completion> givenUp()
{
    return failure(Text::tr("The completion was given up."));
}

} // namespace

CompletionOptions usualOptions(const ClassDef& def)
{
    // Shares of length, width and height by which objects of one kind differ; those of cars as in the default options.
    const auto shares = [](BodyKind body) -> Eigen::Array3d {
        switch (body) {
        case BodyKind::Car:
        case BodyKind::Van:
            return {0.11, 0.07, 0.082};
        case BodyKind::Truck:
        case BodyKind::Bus:
            return {0.20, 0.07, 0.15}; // from light lorries of 5 m on; from minibuses to those for the city
        default:
            return {0.20, 0.20, 0.10};
        }
    };
    CompletionOptions options;
    options.body = def.body;
    options.priorSize = def.defaultSize;
    options.priorDeviation = (shares(def.body) * def.defaultSize.array()).max(0.06);
    return options;
}

Result<Completion> complete(const PreparedFrame& frame, const CompletionInput& input, const CompletionOptions& options)
{
    const PreparedFrame::Impl& impl = frame.impl();
    if (input.belongs.empty() || !input.belongs.front().allFinite())
        return failure(Text::tr("Click on a point of the object first."));
    const Eigen::Vector3d& offset = impl.cloud->offset;
    const Surroundings around = lookAround(*impl.cloud, impl.index(), impl.ground, impl.sensor,
        (input.belongs.front() - offset).head<2>(), reachOf(options));
    const std::vector<Sample> belongs = localized(input.belongs, around, offset);
    const std::vector<Sample> excluded = localized(input.excluded, around, offset);
    if (nearestSample(around.samples, belongs.front()) > clickReach_m || isOnRoad(*impl.cloud, around, belongs.front()))
        return failure(Text::tr("Nothing stands on the ground at the click: click on a point of the object."));
    const Growth growth = grow(around, belongs, excluded, gapScale(options.priorSize));
    if (auto isObject = refuseScenery(around, growth, belongs.front(), options.priorSize); !isObject)
        return tl::unexpected(isObject.error());
    if (CancelScope::isCancelled())
        return givenUp();
    const SolidBand band = solidBandOf(options.body);
    Evidence evidence = collectEvidence(around, growth, findFreeSpace(impl.index(), around, band),
        std::make_shared<const Visibility>(impl.index(), around, band), belongs, excluded,
        {options.priorSize, options.priorDeviation}, options.body);
    if (around.sensorHeight < highestOnCar_m)
        evidence.sensor = around.sensor;
    if (CancelScope::isCancelled())
        return givenUp();
    const auto fit = fitAs(options, around, growth, evidence);
    if (CancelScope::isCancelled())
        return givenUp();
    if (!fit)
        return failure(Text::tr("No object can be made out here: there are too few points above the ground."));
    Completion result;
    const std::vector<std::size_t> own = ownPoints(around, growth, *fit);
    if (own.size() < fewestPoints)
        return failure(
            Text::tr("No object can be made out here: there are only %1 points above the ground.").arg(own.size()));
    for (const std::size_t k : own)
        result.points.push_back(around.raised[k]);
    addWheels(result.points, *impl.cloud, around, fit->box.rectangle);
    result.cuboid = standing(fit->box, around, offset);
    result.outline = outlineOf(result.cuboid, fit->shape, thinnedOnto(result.cuboid, *impl.cloud, around, own));
    result.confidence = fit->confidence(own.size());
    result.alternatives = {result.cuboid.flipped()};
    for (const FittedBox& other : fit->others)
        result.alternatives.push_back(standing(other, around, offset));
    return result;
}

} // namespace lunkuo
