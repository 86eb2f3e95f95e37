#include "model/completion/Growth.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lunkuo
{

namespace
{

constexpr double farthestStep_m = 1.45;
constexpr double lonelyStep_m = 3.5; ///< where a click hit the only point of an object's far side
constexpr std::ptrdiff_t fewestReached = 6;
constexpr double heightWeight = 0.5; ///< beams leave larger steps in height than sideways
constexpr double never = std::numeric_limits<double>::infinity();
constexpr double tieBreak = 0.03; ///< per metre from a click, between clicks that are joined alike

struct Flat
{
    float x, y, z;

    [[nodiscard]] float squaredDistance(const Flat& other) const
    {
        const float dx = x - other.x;
        const float dy = y - other.y;
        const float dz = z - other.z;
        return dx * dx + dy * dy + dz * dz;
    }
};

Flat flatten(const Sample& s)
{
    return {static_cast<float>(s.at.x()), static_cast<float>(s.at.y()), static_cast<float>(heightWeight * s.height)};
}

struct Nearest
{
    std::size_t index = 0;
    double distance = never;
};

Nearest nearest(const std::vector<Sample>& samples, const Sample& place)
{
    Nearest best;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (const double d = std::sqrt(static_cast<double>(flatten(samples[i]).squaredDistance(flatten(place))));
            d < best.distance)
            best = {i, d};
    return best;
}

/// Prim's algorithm: the samples in the order in which they are reached by ever the smallest step there is.
std::vector<double> flood(
    const std::vector<Sample>& samples, const std::vector<Sample>& seeds, double farthest_m, bool overTall)
{
    struct Open
    {
        Flat at;
        float step; ///< squared
        std::uint32_t index;
    };
    std::vector<double> gap(samples.size(), never);
    std::vector<Open> open;
    for (std::size_t i = 0; i < samples.size(); ++i)
        open.push_back({flatten(samples[i]), std::numeric_limits<float>::infinity(), static_cast<std::uint32_t>(i)});
    for (const Sample& seed : seeds)
        if (const Nearest start = nearest(samples, seed); start.distance < farthestStep_m)
            open[start.index].step = 0.0F;
    if (!overTall)
        std::erase_if(open, [&samples](const Open& o) { return samples[o.index].isTall && o.step > 0.0F; });
    const auto limit = static_cast<float>(farthest_m * farthest_m);
    float widest = 0.0F;
    while (!open.empty()) {
        const auto next =
            std::min_element(open.begin(), open.end(), [](const Open& a, const Open& b) { return a.step < b.step; });
        if (next->step > limit)
            break;
        const Open reached = *next;
        *next = open.back();
        open.pop_back();
        widest = std::max(widest, reached.step);
        gap[reached.index] = std::sqrt(static_cast<double>(widest));
        for (Open& other : open)
            other.step = std::min(other.step, other.at.squaredDistance(reached.at));
    }
    return gap;
}

/// Median distance to the third neighbour near the seeds.
double usualSpacing(const std::vector<Sample>& samples, const std::vector<Sample>& seeds)
{
    constexpr double near_m = 2.2;
    constexpr std::size_t enough = 80;
    std::vector<Flat> close;
    for (const Sample& s : samples)
        if (std::any_of(
                seeds.begin(), seeds.end(), [&](const Sample& seed) { return (s.at - seed.at).norm() < near_m; }))
            close.push_back(flatten(s));
    if (close.size() < 4)
        return 0.0;
    std::vector<float> thirds;
    std::vector<float> distances;
    for (std::size_t i = 0; i < close.size(); i += 1 + close.size() / enough) {
        distances.clear();
        for (const Flat& other : close)
            distances.push_back(other.squaredDistance(close[i]));
        std::nth_element(distances.begin(), distances.begin() + 3, distances.end()); // the first is the point itself
        thirds.push_back(distances[3]);
    }
    const auto middle = thirds.begin() + static_cast<std::ptrdiff_t>(thirds.size() / 2);
    std::nth_element(thirds.begin(), middle, thirds.end());
    return std::sqrt(static_cast<double>(*middle));
}

double distanceToAny(const Sample& sample, const std::vector<Sample>& places)
{
    double best = never;
    for (const Sample& place : places)
        best = std::min(best, (sample.at - place.at).norm());
    return best;
}

/// Samples nearer to a "not" click than to the object's own are out of reach.
void leaveOut(std::vector<double>& gap, const std::vector<Sample>& samples, const std::vector<Sample>& belongs,
    const std::vector<Sample>& excluded)
{
    const std::vector<double> foreign = flood(samples, excluded, farthestStep_m, true);
    for (std::size_t i = 0; i < gap.size(); ++i)
        if (foreign[i] < never && foreign[i] + tieBreak * distanceToAny(samples[i], excluded) <
                                      gap[i] + tieBreak * distanceToAny(samples[i], belongs))
            gap[i] = never;
}

/// The gap over which the clicks' first few companions are reached, be they ever so lonely: a click through a window
/// lands on a point far from the others.
double gapOfFew(std::vector<double> gap)
{
    constexpr std::ptrdiff_t few = 8;
    if (std::ssize(gap) <= few)
        return 0.0;
    std::nth_element(gap.begin(), gap.begin() + few, gap.end());
    return gap[few] < never ? gap[few] : 0.0;
}

} // namespace

std::vector<Sample> Growth::members(const std::vector<Sample>& samples, double level) const
{
    std::vector<Sample> result;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (gap[i] <= level)
            result.push_back(samples[i]);
    return result;
}

double Growth::memberCount() const
{
    return std::accumulate(membership.begin(), membership.end(), 0.0);
}

Growth Growth::held(double sure, double wide) const
{
    Growth growth = *this;
    growth.sureGap = sure;
    growth.wideGap = wide;
    growth.membership.clear();
    for (const double g : gap)
        growth.membership.push_back(g == never ? 0.0 : std::clamp((wide - g) / (wide - sure), 0.0, 1.0));
    return growth;
}

Growth grow(
    const Surroundings& around, const std::vector<Sample>& belongs, const std::vector<Sample>& excluded, double scale)
{
    Growth growth;
    growth.spacing = usualSpacing(around.samples, belongs);
    // Whoever clicks on something tall means it.
    const bool overTall = !belongs.empty() && !around.samples.empty() &&
                          around.samples[nearest(around.samples, belongs.front()).index].isTall;
    growth.gap = flood(around.samples, belongs, farthestStep_m, overTall);
    if (std::count_if(growth.gap.begin(), growth.gap.end(), [](double gap) { return gap < never; }) < fewestReached)
        growth.gap = flood(around.samples, belongs, lonelyStep_m, overTall);
    if (!excluded.empty())
        leaveOut(growth.gap, around.samples, belongs, excluded);
    const double sure = std::max({scale * (0.15 + 0.010 * around.range()), 2.5 * growth.spacing, gapOfFew(growth.gap)});
    const double wide = std::max({scale * (0.45 + 0.015 * around.range()), 4.0 * growth.spacing, sure + 0.05});
    return growth.held(sure, wide);
}

double nearestSample(const std::vector<Sample>& samples, const Sample& place)
{
    return nearest(samples, place).distance;
}

} // namespace lunkuo
