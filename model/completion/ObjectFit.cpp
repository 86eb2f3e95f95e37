#include "model/completion/ObjectFit.h"

#include "model/completion/FaceSnap.h"
#include "model/geometry/Angles.h"
#include "model/geometry/Polygon.h"

#include <cmath>

namespace lunkuo
{

namespace
{

constexpr std::size_t rectangleCount = 6;
constexpr double beside_m = 0.35; ///< so far from a body its points may lie
constexpr double tightGrip = 0.5;
constexpr double fewestKept = 0.2; ///< a smaller share of the members is a splinter of the object
constexpr double spilledFrom_m = 0.2;
constexpr double muchSpilled = 0.1;
constexpr double noRival = 50.0; ///< margin where there is no other box
constexpr double agreeing = 0.6; ///< from this overlap on two boxes are two measurements of one

/// The samples that hang together with the clicks and pass the test.
template <class Test>
std::vector<Sample> ownSamples(const Surroundings& around, const Growth& growth, const Test& isNear)
{
    std::vector<Sample> own;
    for (std::size_t i = 0; i < around.samples.size(); ++i)
        if (growth.gap[i] <= growth.wideGap && isNear(around.samples[i]))
            own.push_back(around.samples[i]);
    return own;
}

FittedBox snappedRectangle(const Rectangle& rectangle, const Surroundings& around, const Growth& growth,
    const Evidence& evidence, double height)
{
    const EdgeDistance edge(rectangle);
    const auto own = ownSamples(around, growth, [&edge](const Sample& s) { return edge(s.at) <= beside_m; });
    const Rectangle snapped =
        trimEnds(snapFaces(rectangle, own, around.sensor, height), around.samples, around.sensor, *evidence.visibility);
    return {snapped, roofHeight(snapped, own, height)};
}

FittedBox snappedCar(const CarPose& pose, const Surroundings& around, const Growth& growth, const Evidence& evidence)
{
    const auto own = ownSamples(around, growth, [&pose](const Sample& s) { return carDistance(pose, s) <= beside_m; });
    const Rectangle snapped = trimEnds(snapFaces(pose.rectangle, own, around.sensor, pose.height), around.samples,
        around.sensor, *evidence.visibility);
    return {snapped, roofHeight(snapped, own, pose.height)};
}

double overlap(const Rectangle& a, const Rectangle& b)
{
    const auto cuboid = [](const Rectangle& r) {
        return Cuboid::fromYaw({r.center.x(), r.center.y(), 0.0}, {r.length, r.width, 1.0}, r.yaw);
    };
    return bevIou(cuboid(a), cuboid(b));
}

/// Between two boxes of the same object, heading as `a` does.
Rectangle mean(const Rectangle& a, const Rectangle& b)
{
    const double turn = std::remainder(b.yaw - a.yaw, std::numbers::pi);
    return {0.5 * (a.center + b.center), wrapAngle(a.yaw + 0.5 * turn), 0.5 * (a.length + b.length),
        0.5 * (a.width + b.width)};
}

/// Heads a box-like body by its windscreen: behind the end that rays went into at the height of windows there is a cab.
/// The boxes of lorries are closed at the rear.
Rectangle headedByGlass(Rectangle r, const Surroundings& around, double height)
{
    constexpr double behind_m = 0.4;
    constexpr double cab_m = 3.0;
    constexpr double sill_m = 1.1;
    constexpr double behindGlass = 0.03; ///< share of what is seen of the end
    const double eye = r.toObject(around.sensor).x();
    const double half = 0.5 * r.length;
    if (std::abs(eye) < half)
        return r;
    double end = 0.0;
    double cab = 0.0;
    for (const Sample& s : around.samples) {
        const Eigen::Vector2d p = r.toObject(s.at);
        const double depth = half - std::copysign(p.x(), p.x() * eye);
        if (std::abs(p.y()) > 0.5 * r.width - 0.2 || s.height < sill_m || s.height > 0.9 * height)
            continue;
        end += std::abs(depth) < behind_m ? 1.0 : 0.0;
        cab += depth > behind_m && depth < cab_m ? 1.0 : 0.0;
    }
    const bool isFrontSeen = cab > behindGlass * end;
    if ((eye > 0.0) != isFrontSeen)
        r.yaw = wrapAngle(r.yaw + std::numbers::pi);
    return r;
}

ObjectFit fitWithoutShape(const std::vector<ScoredRectangle>& rectangles, const Surroundings& around,
    const Growth& growth, const Evidence& evidence, double height)
{
    ObjectFit fit;
    fit.cost = rectangles.front().cost;
    fit.rivalMargin = rectangles.size() > 1 ? rectangles[1].cost - fit.cost : noRival;
    fit.box = snappedRectangle(rectangles.front().rectangle, around, growth, evidence, height);
    fit.box.rectangle = headedByGlass(fit.box.rectangle, around, fit.box.height);
    for (std::size_t i = 1; i < rectangles.size(); ++i)
        fit.others.push_back(snappedRectangle(rectangles[i].rectangle, around, growth, evidence, height));
    return fit;
}

std::optional<ObjectFit> fitHeld(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, BodyKind body)
{
    const auto rectangles = fitRectangles(around, growth, evidence, rectangleCount);
    if (rectangles.empty())
        return std::nullopt;
    const std::vector<CarPose> cars = fitCars(carShapes(body), rectangles, evidence);
    if (cars.empty())
        return fitWithoutShape(rectangles, around, growth, evidence, evidence.prior.size.z());
    const CarPose& best = cars.front();
    ObjectFit fit;
    fit.box = snappedCar(best, around, growth, evidence);
    fit.cost = best.cost;
    fit.shape = best.shape;
    fit.rivalMargin = cars.size() > 1 ? cars[1].cost - best.cost : noRival;
    const Rectangle plain =
        snappedRectangle(rectangles.front().rectangle, around, growth, evidence, evidence.prior.size.z()).rectangle;
    fit.agreement = overlap(fit.box.rectangle, plain);
    if (fit.agreement > agreeing)
        fit.box.rectangle = mean(fit.box.rectangle, plain);
    for (std::size_t i = 1; i < cars.size(); ++i)
        fit.others.push_back(snappedCar(cars[i], around, growth, evidence));
    return fit;
}

/// Which share of what was taken for the object's lies outside its box.
double spilledShare(const Growth& growth, const Surroundings& around, const Rectangle& rectangle)
{
    const EdgeDistance edge(rectangle);
    double all = 0.0;
    double outside = 0.0;
    for (std::size_t i = 0; i < around.samples.size(); ++i) {
        all += growth.membership[i];
        outside += edge(around.samples[i].at) > spilledFrom_m ? growth.membership[i] : 0.0;
    }
    return all > 0.0 ? outside / all : 0.0;
}

/// The better one of what fits the object as it was grown and as it is when held tighter.
std::optional<ObjectFit> fitEither(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, BodyKind body)
{
    std::optional<ObjectFit> wide = fitHeld(around, growth, evidence, body);
    if (!wide)
        return wide;
    wide->widestGap = growth.wideGap;
    if (spilledShare(growth, around, wide->box.rectangle) < muchSpilled)
        return wide;
    // What does not fit into one box is probably two things that almost touch.
    const Growth held = growth.held(tightGrip * growth.sureGap, tightGrip * growth.wideGap);
    if (held.memberCount() < fewestKept * growth.memberCount())
        return wide;
    Evidence own = evidence;
    own.membership = held.membership;
    std::optional<ObjectFit> tight = fitHeld(around, held, own, body);
    if (!tight)
        return wide;
    const auto costInBoth = [&](const ObjectFit& fit) {
        return rectangleCost(fit.box.rectangle, evidence) + rectangleCost(fit.box.rectangle, own);
    };
    if (costInBoth(*tight) > costInBoth(*wide))
        return wide;
    tight->widestGap = held.wideGap;
    return tight;
}

std::optional<ObjectFit> judged(std::optional<ObjectFit> fit, const Evidence& evidence)
{
    if (fit) {
        const Rectangle& r = fit->box.rectangle;
        fit->missing = evidence.missingCost(r);
        fit->pierced = evidence.piercedCost(r);
        fit->strangeness = evidence.prior.cost(r.length, r.width);
    }
    return fit;
}

} // namespace

double ObjectFit::confidence(std::size_t points) const
{
    // A logistic model of "overlaps the true box by more than 0.7 seen from above", fitted to labelled real frames and
    // moved down until 97 % of what gets 0.8 and more does.
    const double evidence = -1.0 + 0.55 * std::log(std::max(5.0, static_cast<double>(points)) / 20.0) -
                            0.05 * std::min(40.0, cost) + 1.8 * agreement + 0.046 * std::clamp(rivalMargin, 0.0, 20.0) -
                            0.06 * std::min(10.0, pierced) - 0.1 * std::min(10.0, missing) -
                            0.2 * std::min(12.0, strangeness);
    return 1.0 / (1.0 + std::exp(-evidence));
}

std::optional<ObjectFit> fitObject(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, BodyKind body)
{
    return judged(fitEither(around, growth, evidence, body), evidence);
}

std::optional<ObjectFit> fitAlone(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, BodyKind body)
{
    std::optional<ObjectFit> fit = fitHeld(around, growth, evidence, body);
    if (fit)
        fit->widestGap = growth.wideGap;
    return judged(std::move(fit), evidence);
}

} // namespace lunkuo
