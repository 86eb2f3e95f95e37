#include "model/completion/RectangleCost.h"

#include <algorithm>
#include <cmath>
#include <Eigen/Cholesky>

namespace lunkuo
{

namespace
{

constexpr double evidenceCap = 60.0; ///< so many members weigh fully, more weigh together as much
constexpr double lowShare = 0.38;    ///< of the height: below it the body reaches out to the box
constexpr double clickWeight = 10.0;
constexpr double worstExcludedClick = 200.0;

/// One residual that grows with the distance on one side of the edge.
struct Term
{
    double weight = 0.0;
    double residual = 0.0;
    double slope = 0.0; ///< of the residual by the distance
    double limit = 0.0; ///< robust limit; 0: plain square

    [[nodiscard]] double cost() const
    {
        const double squared = residual * residual;
        return weight * (limit > 0.0 ? robust(squared, limit) : squared);
    }
};

Term beyond(double weight, double excess, double sigma, double sign, double limit)
{
    return excess > 0.0 ? Term{weight, excess / sigma, sign / sigma, limit} : Term();
}

Term sampleTerm(const Evidence& e, std::size_t i, double distance)
{
    const double weight = e.weight * e.membership[i];
    if (distance > 0.0)
        return beyond(weight, distance, 0.10, 1.0, 2.0);
    if (e.samples[i].height < lowShare * e.prior.size.z())
        return beyond(weight, -distance - 0.05, 0.15, -1.0, 3.0);
    return {};
}

Term freeTerm(const FreeCell& cell, double distance)
{
    return beyond(0.7 * cell.weight, -distance - 0.10, 0.2, -1.0, 4.0);
}

Term insideTerm(double distance)
{
    return beyond(clickWeight, distance - 0.05, 0.15, 1.0, 0.0);
}

Term outsideTerm(double distance)
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

struct Normal
{
    Eigen::Matrix<double, 5, 5> matrix = Eigen::Matrix<double, 5, 5>::Zero();
    Gradient5 right = Gradient5::Zero();
};

Normal linearize(const Rectangle& r, const Evidence& e)
{
    const EdgeDistance distance(r);
    Normal normal;
    visitEvidence(e, [&](const Eigen::Vector2d& place, const auto& termOf) {
        const double value = distance(place);
        const Term term = termOf(value);
        if (term.residual == 0.0)
            return;
        const Gradient5 row = term.slope * distance.gradient(place);
        const double weight =
            term.weight * (term.limit > 0.0 ? robustWeight(term.residual * term.residual, term.limit) : 1.0);
        normal.matrix += weight * row * row.transpose();
        normal.right -= weight * term.residual * row;
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

Rectangle moved(const Rectangle& r, const Gradient5& step)
{
    return {r.center + step.head<2>(), r.yaw + step[2], r.length + step[3], r.width + step[4]};
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
    rectangle.length = std::clamp(rectangle.length, 0.63 * size.x(), 1.5 * size.x());
    rectangle.width = std::clamp(rectangle.width, 0.76 * size.y(), 1.45 * size.y());
    return rectangle;
}

Evidence Evidence::thinned(std::size_t mostSamples, std::size_t mostCells) const
{
    Evidence result = *this;
    result.samples = everyNth(samples, mostSamples);
    result.membership = everyNth(membership, mostSamples);
    result.free = everyNth(free, mostCells);
    if (!result.samples.empty())
        result.weight *= static_cast<double>(samples.size()) / static_cast<double>(result.samples.size());
    for (FreeCell& cell : result.free)
        cell.weight *= static_cast<double>(free.size()) / static_cast<double>(result.free.size());
    return result;
}

Evidence collectEvidence(const Surroundings& around, const Growth& growth, std::vector<FreeCell> free,
    const std::vector<Sample>& belongs, const std::vector<Sample>& excluded, const SizePrior& prior)
{
    Evidence evidence{around.samples, growth.membership, std::move(free), belongs, excluded, prior, 1.0};
    double members = 0.0;
    for (const double m : growth.membership)
        members += m;
    evidence.weight = std::min(1.0, evidenceCap / std::max(1.0, members));
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

double rectangleCost(const Rectangle& r, const Evidence& e)
{
    constexpr double deep_m = 0.25;
    const EdgeDistance distance(r);
    double cost = e.prior.cost(r.length, r.width);
    visitEvidence(e, [&](const Eigen::Vector2d& place, const auto& termOf) { cost += termOf(distance(place)).cost(); });
    for (std::size_t i = 0; i < e.samples.size(); ++i)
        if (e.membership[i] < 1.0 && distance(e.samples[i].at) < -deep_m)
            cost += e.weight * (1.0 - e.membership[i]);
    return cost;
}

Rectangle refineRectangle(Rectangle r, const Evidence& e, int steps)
{
    double cost = rectangleCost(r, e);
    double damping = 1e-3;
    for (int step = 0; step < steps; ++step) {
        const Normal normal = linearize(r, e);
        Eigen::Matrix<double, 5, 5> matrix = normal.matrix;
        matrix.diagonal() += damping * (normal.matrix.diagonal() + Gradient5::Constant(1.0));
        const Rectangle next = e.prior.clamped(moved(r, matrix.ldlt().solve(normal.right)));
        const double nextCost = rectangleCost(next, e);
        if (nextCost < cost) {
            r = next;
            cost = nextCost;
            damping *= 0.3;
        } else {
            damping *= 10.0;
        }
    }
    return r;
}

} // namespace lunkuo
