#include "model/sequence/StaticTracks.h"

#include "model/geometry/Angles.h"
#include "model/geometry/Quantile.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <Eigen/LU>
#include <numbers>

namespace lunkuo
{

namespace
{

constexpr std::size_t mostSamples = 120;
constexpr std::size_t mostCells = 150;
constexpr int steps = 10;
constexpr double visibleFrom_m = 0.3;
constexpr double margin_m = 0.05; ///< bumpers bulge: faces lie a little outside nearly all points
constexpr std::size_t fewestOnFace = 6;
constexpr double farthestFace_m = 0.45;

double yawOf(const Eigen::Isometry3d& pose)
{
    return std::atan2(pose.linear()(1, 0), pose.linear()(0, 0));
}

Cuboid placed(const Cuboid& world, const Gradient5& state)
{
    Cuboid result = world.withYaw(state[2]);
    result.center.head<2>() = state.head<2>();
    result.size.head<2>() = state.tail<2>();
    return result;
}

/// Where the frames that see a side of the box find it, outwards from the middle of the box; nothing where none does.
std::optional<double> sideFound(
    const std::vector<FrameEvidence>& frames, const Cuboid& world, int axis, double sign, double height)
{
    std::vector<double> found;
    for (const FrameEvidence& frame : frames) {
        const Rectangle box = frame.seen(world);
        const double half = 0.5 * world.size[axis];
        const double otherHalf = 0.5 * world.size[1 - axis];
        if (sign * box.toObject(frame.sensor)[axis] < half + visibleFrom_m)
            continue;
        std::vector<double> near;
        for (std::size_t i = 0; i < frame.evidence.samples.size(); ++i) {
            const Sample& sample = frame.evidence.samples[i];
            const Eigen::Vector2d at = box.toObject(sample.at);
            const double out = sign * at[axis];
            if (frame.evidence.membership[i] > 0.0 && sample.height < 0.75 * height &&
                std::abs(at[1 - axis]) < otherHalf + 0.1 && std::abs(out - half) < farthestFace_m)
                near.push_back(out);
        }
        if (near.size() >= fewestOnFace)
            found.push_back(nearestRank(std::move(near), 0.97));
    }
    return found.empty() ? std::nullopt : std::optional(nearestRank(std::move(found), 0.5) + margin_m);
}

/// Puts the sides that some frame sees onto the points; where only one of two is seen the other keeps the size.
Cuboid snappedInWorld(const std::vector<FrameEvidence>& frames, const Cuboid& world, const SizePrior& prior)
{
    constexpr double mostDeviations = 2.5;
    Cuboid result = world;
    Eigen::Vector3d shift = Eigen::Vector3d::Zero();
    for (const int axis : {0, 1}) {
        const double half = 0.5 * world.size[axis];
        const auto front = sideFound(frames, world, axis, 1.0, world.size.z());
        const auto back = sideFound(frames, world, axis, -1.0, world.size.z());
        double high = front.value_or(half);
        double low = back.value_or(half);
        if (front && !back)
            low = world.size[axis] - high;
        else if (back && !front)
            high = world.size[axis] - low;
        const double least = prior.size[axis] - mostDeviations * prior.deviation[axis];
        const double most = prior.size[axis] + mostDeviations * prior.deviation[axis];
        if (high + low < least || high + low > most)
            continue;
        result.size[axis] = high + low;
        shift[axis] = 0.5 * (high - low);
    }
    result.center = world.toSensor(shift);
    return result;
}

} // namespace

FrameEvidence::FrameEvidence(const Frame& frame, const PreparedFrame& prepared, const PlaceFit& fit)
    : sensor_world(world_sensor(frame).m.inverse())
    , origin(fit.view.around.click + prepared.cloud()->offset.head<2>())
    , sensor(fit.view.around.sensor)
    , evidence(fit.evidence.thinned(mostSamples, mostCells))
{
    evidence.visibility.reset(); // it looks things up in the frame
    constexpr double any_m = 1e6;
    evidence.prior.deviation.setConstant(any_m); // sizes are judged once, not frame by frame
}

Rectangle FrameEvidence::seen(const Cuboid& world) const
{
    const Eigen::Vector3d center = sensor_world * world.center;
    return {center.head<2>() - origin, wrapAngle(world.yaw() + yawOf(sensor_world)), world.size.x(), world.size.y()};
}

double costIn(const FrameEvidence& frame, const Cuboid& world)
{
    const Rectangle box = frame.seen(world);
    return rectangleCost(box, frame.evidence) - frame.evidence.prior.cost(box.length, box.width);
}

namespace
{

/// Fits one box to all frames.
class StillFitter
{
public:
    StillFitter(const std::vector<FrameEvidence>& frames, const SizePrior& prior)
        : m_frames(frames)
        , m_prior(prior)
        // Frames err alike: many of them outvote the prior, but only as the root of their number.
        , m_share(1.0 / std::sqrt(static_cast<double>(frames.size())))
    {
        const double k = 1.0 / (1.0 - SizePrior::correlation * SizePrior::correlation);
        const Eigen::Vector2d deviation = prior.deviation.head<2>();
        const double mixed = -SizePrior::correlation * k / deviation.prod();
        m_precision << k / (deviation.x() * deviation.x()), mixed, mixed, k / (deviation.y() * deviation.y());
    }

    [[nodiscard]] StillFit fit(const Cuboid& start) const
    {
        const auto costAt = [&](const Gradient5& state) { return cost(placed(start, state)); };
        const auto normalOf = [&](const Gradient5& state) { return normal(placed(start, state)); };
        const auto admit = [this](const Gradient5& state) {
            Gradient5 result = state;
            const Rectangle clamped = m_prior.clamped({state.head<2>(), state[2], state[3], state[4]});
            result.tail<2>() = Eigen::Vector2d(clamped.length, clamped.width);
            return result;
        };
        Gradient5 state;
        state << start.center.head<2>(), start.yaw(), start.size.head<2>();
        const auto found = descend<5>(admit(state), steps, normalOf, costAt, admit);
        return {placed(start, found.state), found.cost};
    }

private:
    // A frame in which much is misunderstood, as when the sensor is abreast, must not outvote all others.
    static constexpr double mostPerFrame = 30.0;
    static double tamed(double cost) { return mostPerFrame * cost / (mostPerFrame + std::max(0.0, cost)); }
    static double tamedSlope(double cost)
    {
        const double share = mostPerFrame / (mostPerFrame + std::max(0.0, cost));
        return share * share;
    }

    [[nodiscard]] double cost(const Cuboid& box) const
    {
        double sum = m_prior.cost(box.size.x(), box.size.y());
        for (const FrameEvidence& frame : m_frames)
            sum += m_share * tamed(costIn(frame, box));
        return sum;
    }

    [[nodiscard]] Normal<5> normal(const Cuboid& box) const
    {
        Normal<5> sum;
        for (const FrameEvidence& frame : m_frames) {
            const Rectangle seen = frame.seen(box);
            Normal<5> one = rectangleNormal(seen, frame.evidence);
            Eigen::Matrix<double, 5, 5> turn = Eigen::Matrix<double, 5, 5>::Identity();
            turn.topLeftCorner<2, 2>() = frame.sensor_world.linear().topLeftCorner<2, 2>();
            const double weight = m_share * tamedSlope(costIn(frame, box));
            sum.matrix += weight * (turn.transpose() * one.matrix * turn);
            sum.right += weight * (turn.transpose() * one.right);
        }
        sum.matrix.bottomRightCorner<2, 2>() += m_precision;
        sum.right.tail<2>() -= m_precision * (box.size - m_prior.size).head<2>();
        return sum;
    }

    const std::vector<FrameEvidence>& m_frames;
    const SizePrior& m_prior;
    double m_share;
    Eigen::Matrix2d m_precision;
};

} // namespace

namespace
{

/// What speaks against a box because it is not where a person has put it.
double strayCost(const Cuboid& box, const Cuboid& byPerson, double sureness)
{
    constexpr double place_m = 0.4;
    constexpr double turn_rad = 0.15;
    constexpr double most = 25.0;
    const double off = (box.center - byPerson.center).head<2>().norm() / place_m;
    const double turn = std::remainder(box.yaw() - byPerson.yaw(), std::numbers::pi) / turn_rad;
    return Term{sureness, std::hypot(off, turn), most}.cost();
}

} // namespace

StillFit fitStill(const std::vector<FrameEvidence>& frames, const std::vector<Cuboid>& starts, const SizePrior& prior,
    double sureness)
{
    Q_ASSERT_X(!starts.empty(), "fitStill", "nowhere to start");
    if (frames.empty())
        return {starts.front(), 0.0};
    const StillFitter fitter(frames, prior);
    StillFit best{starts.front(), std::numeric_limits<double>::infinity()};
    for (const Cuboid& start : starts) {
        StillFit fit = fitter.fit(start);
        fit.cost += strayCost(fit.cuboid, starts.front(), sureness);
        if (fit.cost < best.cost)
            best = fit;
    }
    best.cuboid = snappedInWorld(frames, best.cuboid, prior);
    return best;
}

} // namespace lunkuo
