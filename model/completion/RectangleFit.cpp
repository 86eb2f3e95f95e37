#include "model/completion/RectangleFit.h"

#include "model/geometry/Angles.h"

#include <algorithm>
#include <cmath>
#include <Eigen/Eigenvalues>
#include <limits>

namespace lunkuo
{

namespace
{

constexpr int headingStep_deg = 2;
constexpr std::size_t scanSamples = 220;
constexpr std::size_t fewestSamples = 4;
constexpr std::size_t refinedCount = 14;
constexpr int refineSteps = 6;

struct Extent
{
    double low = 0.0;
    double high = 0.0;

    [[nodiscard]] double length() const { return high - low; }
    [[nodiscard]] double middle() const { return 0.5 * (low + high); }
};

/// 1 % and 99 % quantile, so that single strays do not count.
Extent robustExtent(std::vector<double>& values)
{
    const auto at = [&values](double share) {
        const auto place = values.begin() + std::lround(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    return {at(0.01), at(0.99)};
}

struct Projection
{
    std::vector<double> u;
    std::vector<double> v;
    Extent along;
    Extent across;
};

Projection project(const std::vector<Sample>& samples, double yaw)
{
    Projection result;
    const Eigen::Rotation2Dd turn(-yaw);
    for (const Sample& s : samples) {
        const Eigen::Vector2d p = turn * s.at;
        result.u.push_back(p.x());
        result.v.push_back(p.y());
    }
    std::vector<double> scratch = result.u;
    result.along = robustExtent(scratch);
    scratch = result.v;
    result.across = robustExtent(scratch);
    return result;
}

/// How near the points are to the sides of the rectangle round them (Zhang et al., IV 2017).
double closeness(const Projection& p)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < p.u.size(); ++i) {
        const double du = std::max(0.0, std::min(p.u[i] - p.along.low, p.along.high - p.u[i]));
        const double dv = std::max(0.0, std::min(p.v[i] - p.across.low, p.across.high - p.v[i]));
        sum += 1.0 / std::max(0.02, std::min(du, dv));
    }
    return sum;
}

/// The three best local maxima of closeness and the heading of the smallest area, in a quarter turn.
std::vector<double> scannedHeadings(const std::vector<Sample>& samples)
{
    constexpr int count = 90 / headingStep_deg;
    std::vector<double> scores;
    double smallestArea = std::numeric_limits<double>::infinity();
    double areaHeading = 0.0;
    for (int k = 0; k < count; ++k) {
        const double yaw = radians(k * headingStep_deg);
        const Projection p = project(samples, yaw);
        scores.push_back(closeness(p));
        if (const double area = p.along.length() * p.across.length(); area < smallestArea) {
            smallestArea = area;
            areaHeading = yaw;
        }
    }
    std::vector<std::pair<double, double>> peaks;
    for (std::size_t k = 0; k < count; ++k)
        if (scores[k] >= scores[(k + 1) % count] && scores[k] >= scores[(k + count - 1) % count])
            peaks.emplace_back(-scores[k], radians(static_cast<double>(k) * headingStep_deg));
    std::sort(peaks.begin(), peaks.end());
    std::vector<double> headings;
    for (std::size_t k = 0; k < std::min<std::size_t>(3, peaks.size()); ++k)
        headings.push_back(peaks[k].second);
    headings.push_back(areaHeading);
    return headings;
}

/// The part of the samples that shows the heading best: the low ones, and not too many.
std::vector<Sample> scanned(const std::vector<Sample>& members, double height)
{
    std::vector<Sample> low;
    for (const Sample& s : members)
        if (s.height < 0.6 * height)
            low.push_back(s);
    const std::vector<Sample>& chosen = low.size() < fewestSamples ? members : low;
    std::vector<Sample> some;
    const std::size_t count = std::min(scanSamples, chosen.size());
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(chosen[i * chosen.size() / count]);
    return some;
}

std::vector<double> headings(const std::vector<Sample>& members, const Evidence& evidence)
{
    const std::vector<Sample> some = scanned(members, evidence.prior.size.z());
    std::vector<double> result = scannedHeadings(some);
    result.push_back(mainHeading(some));
    if (evidence.belongs.size() > 1)
        if (const Eigen::Vector2d d = evidence.belongs.back().at - evidence.belongs.front().at; d.norm() > 1.5)
            result.push_back(std::atan2(d.y(), d.x()));
    return result;
}

/// The full extents that what was seen may be a part of.
std::vector<Extent> amodalExtents(const Extent& seen, double expected, double sensor, double click)
{
    if (seen.length() > 1.35 * expected) {
        std::vector<Extent> windows{{seen.low, seen.low + expected}, {seen.high - expected, seen.high}};
        for (const double share : {0.2, 0.5, 0.8})
            windows.push_back({click - share * expected, click + (1.0 - share) * expected});
        std::erase_if(windows, [click](const Extent& e) { return click < e.low - 0.1 || click > e.high + 0.1; });
        return windows;
    }
    if (seen.length() >= 0.93 * expected)
        return {seen};
    const Extent fromLow{seen.low, seen.low + expected};
    const Extent fromHigh{seen.high - expected, seen.high};
    const bool sensorIsLow = sensor < seen.middle();
    std::vector<Extent> result{sensorIsLow ? fromLow : fromHigh, sensorIsLow ? fromHigh : fromLow,
        {seen.middle() - 0.5 * expected, seen.middle() + 0.5 * expected}};
    if (seen.length() > 0.6 * expected)
        result.push_back(seen);
    return result;
}

void addHypotheses(std::vector<Rectangle>& result, const std::vector<Sample>& members, double yaw,
    const Surroundings& around, const Evidence& evidence)
{
    const Projection p = project(members, yaw);
    const Eigen::Rotation2Dd turn(-yaw);
    const Eigen::Vector2d sensor = turn * around.sensor;
    const Eigen::Vector2d click = turn * evidence.belongs.front().at;
    const Eigen::Vector3d& size = evidence.prior.size;
    for (const bool isLengthAlong : {true, false}) {
        const double along = isLengthAlong ? size.x() : size.y();
        const double across = isLengthAlong ? size.y() : size.x();
        for (const Extent& u : amodalExtents(p.along, along, sensor.x(), click.x()))
            for (const Extent& v : amodalExtents(p.across, across, sensor.y(), click.y())) {
                const Eigen::Vector2d center = turn.inverse() * Eigen::Vector2d(u.middle(), v.middle());
                const Rectangle r = isLengthAlong
                                        ? Rectangle{center, yaw, u.length(), v.length()}
                                        : Rectangle{center, yaw + 0.5 * std::numbers::pi, v.length(), u.length()};
                result.push_back(evidence.prior.clamped(r));
            }
    }
}

void addHypotheses(std::vector<Rectangle>& result, const std::vector<Sample>& members, const Surroundings& around,
    const Evidence& evidence)
{
    if (members.size() < fewestSamples)
        return;
    for (const double yaw : headings(members, evidence))
        addHypotheses(result, members, yaw, around, evidence);
}

bool isSame(const Rectangle& a, const Rectangle& b)
{
    const double turn = std::abs(std::remainder(a.yaw - b.yaw, std::numbers::pi));
    return turn < 0.06 && (a.center - b.center).norm() < 0.25 && std::abs(a.length - b.length) < 0.3;
}

/// Best first, each unlike all better ones.
std::vector<ScoredRectangle> distinct(std::vector<ScoredRectangle> all, std::size_t most)
{
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
    std::vector<ScoredRectangle> result;
    for (const ScoredRectangle& r : all) {
        if (result.size() == most)
            break;
        if (std::none_of(result.begin(), result.end(),
                [&](const auto& better) { return isSame(better.rectangle, r.rectangle); }))
            result.push_back(r);
    }
    return result;
}

std::vector<ScoredRectangle> scored(const std::vector<Rectangle>& rectangles, const Evidence& evidence)
{
    std::vector<ScoredRectangle> result;
    for (const Rectangle& r : rectangles)
        result.push_back({r, rectangleCost(r, evidence)});
    return result;
}

} // namespace

double mainHeading(const std::vector<Sample>& samples)
{
    Eigen::Vector2d mean = Eigen::Vector2d::Zero();
    for (const Sample& s : samples)
        mean += s.at / static_cast<double>(samples.size());
    Eigen::Matrix2d covariance = Eigen::Matrix2d::Zero();
    for (const Sample& s : samples)
        covariance += (s.at - mean) * (s.at - mean).transpose();
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> solver(covariance);
    const Eigen::Vector2d axis = solver.eigenvectors().col(1);
    return std::atan2(axis.y(), axis.x());
}

std::vector<ScoredRectangle> fitRectangles(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, std::size_t most)
{
    std::vector<Rectangle> hypotheses;
    const double range = around.range();
    for (const double level : {std::max(0.28 + 0.005 * range, 2.5 * growth.spacing),
             std::max(0.5 + 0.007 * range, 3.25 * growth.spacing), std::max(0.8 + 0.010 * range, 4.0 * growth.spacing)})
        addHypotheses(hypotheses, growth.members(around.samples, level), around, evidence);
    if (hypotheses.empty()) // the click hit a lonely point far from the others
        addHypotheses(hypotheses, growth.members(around.samples, growth.sureGap), around, evidence);
    const Evidence some = evidence.thinned(250, 500);
    std::vector<Rectangle> refined;
    for (const ScoredRectangle& r : distinct(scored(hypotheses, some), refinedCount))
        refined.push_back(refineRectangle(r.rectangle, some, refineSteps));
    return distinct(scored(refined, evidence), most);
}

} // namespace lunkuo
