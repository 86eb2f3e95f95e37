#include "model/sequence/PlaceFit.h"

#include "model/completion/FaceSnap.h"
#include "model/completion/ObjectFit.h"
#include "model/completion/PreparedFrame.h"

#include <QCoreApplication>
#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlaceFit)
};

constexpr int steps = 8;
constexpr std::size_t mostSamples = 250;
constexpr std::size_t mostCells = 400;
constexpr double startStep_m = 0.7;      ///< between the places from which the search starts
constexpr std::size_t mostStarts = 3;    ///< that are followed to their end
constexpr double ownBeside_m = 0.35;     ///< so far outside a box its points may lie
constexpr double farthestSnap_m = 0.3;   ///< more is another thing
constexpr std::size_t fewestToSnap = 25; ///< points
constexpr double trustOfPoints = 0.2;    ///< neighbouring points err alike
constexpr double slackNear_m = 0.25;     ///< so far outside where the object may be its points count fully,
constexpr double slackFar_m = 0.8;       ///< so far no more
constexpr double road_m = 0.2;
constexpr double farthest_m = 5.0; ///< from where it is expected
constexpr double farthest_rad = 0.6;
constexpr std::size_t fewestAtFirst = 20; ///< where the speed is unknown, so few points may be another object's

/// Moves of a box of fixed size about its expected place.
class Mover
{
public:
    Mover(const Rectangle& expected, const PlaceInformation& information, const Evidence& evidence)
        : m_expected(expected)
        , m_information(information)
        , m_evidence(evidence)
    {
    }

    [[nodiscard]] Rectangle at(const Eigen::Vector3d& move) const
    {
        return {m_expected.center + move.head<2>(), m_expected.yaw + move.z(), m_expected.length, m_expected.width};
    }
    [[nodiscard]] double cost(const Eigen::Vector3d& move) const
    {
        return rectangleCost(at(move), m_evidence) + move.dot(m_information * move);
    }
    [[nodiscard]] Normal<3> normal(const Eigen::Vector3d& move) const
    {
        const Normal<5> plain = rectangleNormal(at(move), m_evidence);
        Normal<3> normal{plain.matrix.topLeftCorner<3, 3>(), plain.right.head<3>()};
        normal.matrix += m_information;
        normal.right -= m_information * move;
        return normal;
    }
    [[nodiscard]] Descent<3> descend(const Eigen::Vector3d& start) const
    {
        const auto admit = [](const Eigen::Vector3d& move) {
            return Eigen::Vector3d(std::clamp(move.x(), -farthest_m, farthest_m),
                std::clamp(move.y(), -farthest_m, farthest_m), std::clamp(move.z(), -farthest_rad, farthest_rad));
        };
        return lunkuo::descend<3>(
            start, steps, [this](const Eigen::Vector3d& move) { return normal(move); },
            [this](const Eigen::Vector3d& move) { return cost(move); }, admit);
    }

private:
    Rectangle m_expected;
    PlaceInformation m_information;
    const Evidence& m_evidence;
};

/// Where to begin: as expected, and along the way that it may have gone; the most promising first.
std::vector<Eigen::Vector3d> startsOf(const Mover& mover, const Rectangle& expected, double ahead_m)
{
    const Eigen::Vector2d heading(std::cos(expected.yaw), std::sin(expected.yaw));
    std::vector<std::pair<double, Eigen::Vector3d>> starts;
    const int count = static_cast<int>(std::ceil(ahead_m / startStep_m));
    for (int i = -count; i <= count; ++i) {
        const double way = count == 0 ? 0.0 : ahead_m * i / count;
        const Eigen::Vector3d move(way * heading.x(), way * heading.y(), 0.0);
        starts.emplace_back(mover.cost(move), move);
    }
    std::stable_sort(starts.begin(), starts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Eigen::Vector3d> result{Eigen::Vector3d::Zero()};
    for (const auto& [cost, move] : starts)
        if (result.size() < mostStarts && !move.isZero())
            result.push_back(move);
    return result;
}

/// What lies farther away than the object can be is somebody else's, however it hangs together.
void leaveOutFar(BoxView& view, const Rectangle& footprint, double ahead_m)
{
    Rectangle room = footprint;
    room.length += 2.0 * ahead_m;
    const EdgeDistance edge(room);
    for (std::size_t i = 0; i < view.around.samples.size(); ++i)
        view.growth.membership[i] *=
            std::clamp((slackFar_m - edge(view.around.samples[i].at)) / (slackFar_m - slackNear_m), 0.0, 1.0);
}

std::vector<Sample> ownSamples(const BoxView& view, const Rectangle& rectangle)
{
    const EdgeDistance edge(rectangle);
    std::vector<Sample> own;
    for (std::size_t i = 0; i < view.around.samples.size(); ++i)
        if (view.growth.membership[i] > 0.0 && edge(view.around.samples[i].at) <= ownBeside_m)
            own.push_back(view.around.samples[i]);
    return own;
}

/// The box moved so that the sides that the sensor sees lie on the points; it keeps its size.
Rectangle snapped(const Rectangle& fit, const BoxView& view, double height)
{
    const std::vector<Sample> own = ownSamples(view, fit);
    if (own.size() < fewestToSnap)
        return fit;
    const Rectangle snap = snapFaces(fit, own, view.around.sensor, height);
    const Eigen::Vector2d eye = fit.toObject(view.around.sensor);
    const Eigen::Vector2d shift = fit.toObject(snap.center);
    const Eigen::Vector2d more(0.5 * (snap.length - fit.length), 0.5 * (snap.width - fit.width));
    Eigen::Vector2d move = Eigen::Vector2d::Zero();
    for (const int axis : {0, 1}) {
        const double half = 0.5 * (axis == 0 ? fit.length : fit.width);
        if (std::abs(eye[axis]) < half + farthestSnap_m)
            continue;
        const double sign = eye[axis] > 0.0 ? 1.0 : -1.0;
        move[axis] = std::clamp(shift[axis] + sign * more[axis], -farthestSnap_m, farthestSnap_m);
    }
    Rectangle result = fit;
    result.center = fit.fromObject(move);
    return result;
}

struct Members
{
    double all = 0.0;
    double outside = 0.0;
};

Members membersOf(const BoxView& view, const Rectangle& rectangle)
{
    constexpr double outside_m = 0.25;
    const EdgeDistance edge(rectangle);
    Members members;
    for (std::size_t i = 0; i < view.around.samples.size(); ++i) {
        members.all += view.growth.membership[i];
        members.outside += edge(view.around.samples[i].at) > outside_m ? view.growth.membership[i] : 0.0;
    }
    return members;
}

std::size_t pointsOf(const BoxView& view, const Rectangle& rectangle)
{
    constexpr double margin_m = 0.15;
    const EdgeDistance edge(rectangle);
    std::vector<bool> isOwn(view.around.samples.size());
    for (std::size_t i = 0; i < isOwn.size(); ++i)
        isOwn[i] = view.growth.membership[i] > 0.0 && edge(view.around.samples[i].at) <= margin_m;
    return static_cast<std::size_t>(std::count_if(view.around.sampleOf.begin(), view.around.sampleOf.end(),
        [&isOwn](std::uint32_t sample) { return isOwn[sample]; }));
}

Cuboid standingAt(const PreparedFrame& frame, const BoxView& view, const Rectangle& r, const Cuboid& expected)
{
    const Eigen::Vector2d at = r.center + view.around.click + frame.cloud()->offset.head<2>();
    Cuboid result = expected.withYaw(r.yaw);
    result.center = {at.x(), at.y(), expected.center.z()};
    result.center.z() = view.groundBelow(frame, result) + 0.5 * expected.size.z();
    return result;
}

/// The box where it is expected or, where hardly anything is there, farther along its way; nothing where there are too
/// few points anywhere.
std::optional<Cuboid> occupiedNear(const PreparedFrame& frame, const ExpectedPlace& expected)
{
    const std::size_t here = raisedPointsIn(frame, expected.cuboid);
    std::pair<std::size_t, Cuboid> best{here, expected.cuboid};
    if (expected.ahead_m > 0.0 && here < fewestAtFirst)
        for (const double way : {-0.7 * expected.ahead_m, 0.7 * expected.ahead_m}) {
            Cuboid there = expected.cuboid;
            there.center = expected.cuboid.toSensor({way, 0.0, 0.0});
            if (const std::size_t count = raisedPointsIn(frame, there); count > best.first)
                best = {count, there};
        }
    return best.first >= fewestPlacePoints ? std::optional(best.second) : std::nullopt;
}

/// A logistic model, see ObjectFit::confidence, without what a known size answers.
double confidenceOf(const PlaceFit& fit, double missing, double pierced)
{
    const double evidence = 1.6 + 0.55 * std::log(std::max(5.0, static_cast<double>(fit.points)) / 20.0) -
                            0.05 * std::min(40.0, fit.cost) - 0.06 * std::min(10.0, pierced) -
                            0.1 * std::min(10.0, missing) - 2.0 * fit.spilled;
    return 1.0 / (1.0 + std::exp(-evidence));
}

} // namespace

Result<PlaceFit> fitPlace(const PreparedFrame& frame, const ExpectedPlace& expected, const CompletionOptions& options)
{
    const auto seat = occupiedNear(frame, expected);
    Result<BoxView> view = lookAtBox(frame, seat.value_or(expected.cuboid));
    if (!view)
        return tl::unexpected(view.error());
    if (view->inside.empty() || !seat)
        return failure(Text::tr("There are too few points where the object should be."));
    const Rectangle footprint = view->footprint(frame, expected.cuboid);
    leaveOutFar(*view, footprint, expected.ahead_m);
    PlaceFit fit;
    fit.evidence = evidenceOf(frame, *view, {expected.cuboid.size, options.priorDeviation}, options.body);
    const Evidence some = fit.evidence.thinned(mostSamples, mostCells);
    const Mover mover(footprint, expected.information, some);
    Descent<3> best{Eigen::Vector3d::Zero(), std::numeric_limits<double>::infinity()};
    for (const Eigen::Vector3d& start : startsOf(mover, footprint, expected.ahead_m))
        if (const Descent<3> found = mover.descend(start); found.cost < best.cost)
            best = found;
    const Rectangle found = snapped(mover.at(best.state), *view, expected.cuboid.size.z());
    fit.information = trustOfPoints * (mover.normal(best.state).matrix - expected.information);
    fit.cost = rectangleCost(found, fit.evidence);
    const Members members = membersOf(*view, found);
    fit.spilled = members.all > 0.0 ? members.outside / members.all : 1.0;
    fit.points = pointsOf(*view, found);
    fit.confidence = confidenceOf(fit, fit.evidence.missingCost(found), fit.evidence.piercedCost(found));
    fit.cuboid = standingAt(frame, *view, found, expected.cuboid);
    fit.view = std::move(*view);
    if (fit.points < fewestPlacePoints)
        return failure(Text::tr("There are too few points where the object should be."));
    return fit;
}

std::size_t raisedPointsIn(const PreparedFrame& frame, const Cuboid& cuboid, std::size_t most)
{
    const PreparedFrame::Impl& impl = frame.impl();
    const Eigen::Vector2d at = (cuboid.center - impl.cloud->offset).head<2>();
    const double bottom = -0.5 * cuboid.size.z() + road_m;
    std::size_t count = 0;
    for (const std::uint32_t i : impl.index().near(at, 0.5 * cuboid.size.head<2>().norm() + 0.1)) {
        const Eigen::Vector3d point = impl.cloud->point(i);
        if (cuboid.contains(point, 0.1) && cuboid.toObject(point).z() > bottom && ++count >= most)
            break;
    }
    return count;
}

} // namespace lunkuo
