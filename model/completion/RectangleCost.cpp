#include "model/completion/RectangleCost.h"

#include "model/completion/LeastSquares.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double evidenceCap = 60.0;  ///< so many members weigh fully, more weigh together as much
constexpr double lowShare = 0.45;     ///< of the height: below it the body reaches out to the box
constexpr double missingWeight = 5.0; ///< per metre
constexpr double bodyShare = 0.55;    ///< of the height: below it no ray goes through
constexpr double piercedFrom_m = 0.4;
constexpr double piercedSigma_m = 0.3;
constexpr double clickWeight = 10.0;
constexpr double worstExcludedClick = 200.0;

/// A term whose residual grows with the distance on one side of the edge.
struct EdgeTerm : Term
{
    double slope = 0.0; ///< of the residual by the distance
};

EdgeTerm beyond(double weight, double excess, double sigma, double sign, double limit)
{
    return excess > 0.0 ? EdgeTerm{{weight, excess / sigma, limit}, sign / sigma} : EdgeTerm();
}

EdgeTerm sampleTerm(const Evidence& e, std::size_t i, double distance)
{
    const double weight = e.weight * e.membership[i];
    if (distance > 0.0)
        return beyond(weight, distance, 0.10, 1.0, 2.0);
    if (e.samples[i].height < lowShare * e.prior.size.z())
        return beyond(weight, -distance - 0.05, 0.15, -1.0, 3.0);
    return {};
}

EdgeTerm freeTerm(const FreeCell& cell, double distance)
{
    return beyond(0.7 * cell.weight, -distance - 0.10, 0.2, -1.0, 4.0);
}

EdgeTerm insideTerm(double distance)
{
    return beyond(clickWeight, distance - 0.05, 0.15, 1.0, 0.0);
}

EdgeTerm outsideTerm(double distance)
{
    return beyond(clickWeight, -distance - 0.05, 0.15, -1.0, worstExcludedClick / clickWeight);
}

/// Calls `visit(place, termOf(distance))` for each piece of evidence that has a residual.
template <class Visit>
void visitEvidence(const Evidence& e, const Visit& visit)
{
    for (std::size_t i = 0; i < e.samples.size(); ++i)
        if (e.membership[i] > 0.0)
            visit(e.samples[i].at, [&](double d) { return sampleTerm(e, i, d); });
    for (const FreeCell& cell : e.free)
        visit(cell.at, [&](double d) { return freeTerm(cell, d); });
    for (const Sample& click : e.belongs)
        visit(click.at, insideTerm);
    for (const Sample& click : e.excluded)
        visit(click.at, outsideTerm);
}

Normal<5> normalAt(const Rectangle& r, const Evidence& e)
{
    const EdgeDistance distance(r);
    Normal<5> normal;
    visitEvidence(e, [&](const Eigen::Vector2d& place, const auto& termOf) {
        const double value = distance(place);
        const EdgeTerm term = termOf(value);
        if (term.residual != 0.0)
            normal.add(term, term.slope * distance.gradient(place));
    });
    // The prior's inverse covariance of length and width.
    const double k = 1.0 / (1.0 - SizePrior::correlation * SizePrior::correlation);
    const double sl = e.prior.deviation.x();
    const double sw = e.prior.deviation.y();
    Eigen::Matrix2d precision;
    precision << k / (sl * sl), -SizePrior::correlation * k / (sl * sw), -SizePrior::correlation * k / (sl * sw),
        k / (sw * sw);
    normal.matrix.bottomRightCorner<2, 2>() += precision;
    normal.right.tail<2>() -= precision * Eigen::Vector2d(r.length - e.prior.size.x(), r.width - e.prior.size.y());
    return normal;
}

Gradient5 toState(const Rectangle& r)
{
    Gradient5 state;
    state << r.center, r.yaw, r.length, r.width;
    return state;
}

Rectangle fromState(const Gradient5& state)
{
    return {state.head<2>(), state[2], state[3], state[4]};
}

template <class T>
std::vector<T> everyNth(const std::vector<T>& all, std::size_t most)
{
    if (all.size() <= most)
        return all;
    std::vector<T> some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(all[i * all.size() / most]);
    return some;
}

} // namespace

double SizePrior::cost(double length, double width) const
{
    const double a = (length - size.x()) / deviation.x();
    const double b = (width - size.y()) / deviation.y();
    return (a * a + b * b - 2.0 * correlation * a * b) / (1.0 - correlation * correlation);
}

Rectangle SizePrior::clamped(Rectangle rectangle) const
{
    // Kinds whose objects differ much have room to.
    const Eigen::Array3d share = deviation.array() / size.array();
    rectangle.length = std::clamp(rectangle.length, std::clamp(1.0 - 3.4 * share.x(), 0.35, 0.63) * size.x(),
        std::max(1.5, 1.0 + 4.5 * share.x()) * size.x());
    rectangle.width =
        std::clamp(rectangle.width, std::clamp(1.0 - 3.4 * share.y(), 0.55, 0.76) * size.y(), 1.45 * size.y());
    return rectangle;
}

double Evidence::missingCost(const Rectangle& rectangle) const
{
    return visibility ? missingWeight * visibility->missingSide_m(rectangle) : 0.0;
}

double Evidence::piercedCost(const Rectangle& r) const
{
    const double c = std::cos(r.yaw);
    const double s = std::sin(r.yaw);
    const Eigen::Array2d half(0.5 * r.length, 0.5 * r.width);
    double cost = 0.0;
    for (const SightLine& line : lines) {
        const Eigen::Vector2d d = line.at - r.center;
        double enter = 0.0;
        double leave = line.low_m;
        const std::array<double, 2> place{c * d.x() + s * d.y(), -s * d.x() + c * d.y()};
        const std::array<double, 2> way{
            c * line.towards.x() + s * line.towards.y(), -s * line.towards.x() + c * line.towards.y()};
        for (const std::size_t axis : {0U, 1U}) {
            const double w = std::abs(way[axis]) < 1e-6 ? 1e-6 : way[axis];
            const double a = (-half[static_cast<Eigen::Index>(axis)] - place[axis]) / w;
            const double b = (half[static_cast<Eigen::Index>(axis)] - place[axis]) / w;
            enter = std::max(enter, std::min(a, b));
            leave = std::min(leave, std::max(a, b));
        }
        cost += beyond(line.weight, leave - enter - piercedFrom_m, piercedSigma_m, 1.0, 3.0).cost();
    }
    return weight * cost;
}

Evidence Evidence::thinned(std::size_t mostSamples, std::size_t mostCells) const
{
    Evidence result = *this;
    result.samples = everyNth(samples, mostSamples);
    result.membership = everyNth(membership, mostSamples);
    result.free = everyNth(free, mostCells);
    if (!result.samples.empty())
        result.weight *= static_cast<double>(samples.size()) / static_cast<double>(result.samples.size());
    result.lines = everyNth(lines, mostSamples);
    for (SightLine& line : result.lines)
        line.weight *= static_cast<double>(lines.size() * result.samples.size()) /
                       static_cast<double>(result.lines.size() * samples.size());
    for (FreeCell& cell : result.free)
        cell.weight *= static_cast<double>(free.size()) / static_cast<double>(result.free.size());
    return result;
}

Evidence collectEvidence(const Surroundings& around, const Growth& growth, std::vector<FreeCell> free,
    std::shared_ptr<const Visibility> visibility, const std::vector<Sample>& belongs,
    const std::vector<Sample>& excluded, const SizePrior& prior, BodyKind body)
{
    Evidence evidence{
        around.samples, growth.membership, std::move(free), {}, belongs, excluded, prior, std::move(visibility), 1.0};
    const SolidBand band = solidBandOf(body);
    const double solid_m = band.isOpenBelow ? band.to_m : bodyShare * prior.size.z();
    for (std::size_t i = 0; i < around.samples.size(); ++i) {
        const Sample& sample = around.samples[i];
        const Eigen::Vector2d way = around.sensor - sample.at;
        const double room = solid_m - sample.height;
        if (growth.membership[i] <= 0.0 || (band.isOpenBelow && sample.height < band.from_m) || room <= 0.0 ||
            way.norm() < 1.0)
            continue;
        const double rise = (around.sensorHeight - sample.height) / way.norm();
        evidence.lines.push_back(
            {sample.at, way.normalized(), rise > 1e-3 ? std::min(20.0, room / rise) : 20.0, growth.membership[i]});
    }
    evidence.weight = std::min(1.0, evidenceCap / std::max(1.0, growth.memberCount()));
    return evidence;
}

Gradient5 EdgeDistance::gradient(const Eigen::Vector2d& place) const
{
    const Eigen::Vector2d d = place - m_center;
    const double u = m_cos * d.x() + m_sin * d.y();
    const double v = -m_sin * d.x() + m_cos * d.y();
    const double a = std::abs(u) - m_inner.x();
    const double b = std::abs(v) - m_inner.y();
    Eigen::Vector2d slope = a > b ? Eigen::Vector2d(1.0, 0.0) : Eigen::Vector2d(0.0, 1.0); // by a and b
    if (a > 0.0 && b > 0.0)
        slope = Eigen::Vector2d(a, b).normalized();
    const double su = std::copysign(slope.x(), u);
    const double sv = std::copysign(slope.y(), v);
    Gradient5 result;
    result << -m_cos * su + m_sin * sv, -m_sin * su - m_cos * sv, v * su - u * sv, -0.5 * slope.x(), -0.5 * slope.y();
    return result;
}

namespace
{

/// Of a box that reaches the car which carries the sensor nothing at all was seen.
double reachCost(const Rectangle& r, const std::optional<Eigen::Vector2d>& sensor)
{
    constexpr double carried_m = 0.6; ///< nothing else is so near the sensor
    const Eigen::Array2d half(0.5 * r.length, 0.5 * r.width);
    return sensor && (r.toObject(*sensor).array().abs() < half + carried_m).all() ? 4.0 * missingWeight * half.sum()
                                                                                  : 0.0;
}

} // namespace

double rectangleCost(const Rectangle& r, const Evidence& e)
{
    constexpr double deep_m = 0.25;
    const EdgeDistance distance(r);
    double cost = e.prior.cost(r.length, r.width) + e.missingCost(r) + e.piercedCost(r) + reachCost(r, e.sensor);
    visitEvidence(e, [&](const Eigen::Vector2d& place, const auto& termOf) { cost += termOf(distance(place)).cost(); });
    for (std::size_t i = 0; i < e.samples.size(); ++i)
        if (e.membership[i] < 1.0 && distance(e.samples[i].at) < -deep_m)
            cost += e.weight * (1.0 - e.membership[i]);
    return cost;
}

Normal<5> rectangleNormal(const Rectangle& r, const Evidence& e)
{
    return normalAt(r, e);
}

Rectangle refineRectangle(const Rectangle& r, const Evidence& e, int steps)
{
    const auto normalOf = [&e](const Gradient5& state) { return normalAt(fromState(state), e); };
    const auto costAt = [&e](const Gradient5& state) { return rectangleCost(fromState(state), e); };
    const auto admit = [&e](const Gradient5& state) { return toState(e.prior.clamped(fromState(state))); };
    return fromState(descend<5>(toState(r), steps, normalOf, costAt, admit).state);
}

} // namespace lunkuo
