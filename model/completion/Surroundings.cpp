#include "model/completion/Surroundings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>

namespace lunkuo
{

namespace
{

constexpr double planeRadius_m = 7.0;
constexpr double cell_m = 0.10;
constexpr double cellHeight_m = 0.12;
constexpr std::size_t manySamples = 1800;      ///< beyond that coarser cells tell as much
constexpr double coarse = 4.0;                 ///< cells so many times as large would blur cars, …
constexpr std::size_t mostSamples = 6000;      ///< … but so many samples nobody has the time to look at
constexpr std::size_t tellingPoints = 200'000; ///< so many tell as much as millions of them; no frame has more so near

std::uint64_t keyOf(const Sample& p, double coarseness)
{
    const auto part = [](double value) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::floor(value)) + (1 << 20));
    };
    return (part(p.at.x() / (cell_m * coarseness)) << 42) | (part(p.at.y() / (cell_m * coarseness)) << 21) |
           part(p.height / (cellHeight_m * coarseness));
}

/// Averages the raised points, or each so manieth of them, cell by cell.
void thinOut(Surroundings& around, const std::vector<Sample>& points, double coarseness, std::size_t stride)
{
    std::unordered_map<std::uint64_t, std::uint32_t> cells;
    std::vector<double> counts;
    around.samples.clear();
    around.sampleOf.clear();
    for (std::size_t k = 0; k < points.size(); k += stride) {
        const Sample& p = points[k];
        const auto [cell, isNew] =
            cells.try_emplace(keyOf(p, coarseness), static_cast<std::uint32_t>(around.samples.size()));
        if (isNew) {
            around.samples.emplace_back();
            counts.push_back(0.0);
        }
        Sample& sum = around.samples[cell->second];
        sum.at += p.at;
        sum.height += p.height;
        counts[cell->second] += 1.0;
        around.sampleOf.push_back(cell->second);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        around.samples[i].at /= counts[i];
        around.samples[i].height /= counts[i];
    }
}

/// In cells as large as it takes for them not to be too many.
void thinOut(Surroundings& around, const std::vector<Sample>& points)
{
    const std::size_t stride = 1 + points.size() / tellingPoints;
    double coarseness = 1.0;
    thinOut(around, points, coarseness, stride);
    while (around.samples.size() > (1.5 * coarseness < coarse ? manySamples : mostSamples)) {
        coarseness *= 1.5;
        thinOut(around, points, coarseness, stride);
    }
    if (stride > 1)
        thinOut(around, points, coarseness, 1);
}

/// Which columns of points go on without a break from below the given height to above it, as walls, poles and trees do.
class Columns
{
public:
    Columns(double height, double range)
        : m_height(height)
        , m_widestBreak(std::max(0.4, 0.012 * range))
    {
    }

    void add(const Sample& p)
    {
        if (p.height < m_height + above_m)
            m_heights[keyOf(p)].push_back(p.height);
    }

    void findBreaks()
    {
        for (auto& [key, heights] : m_heights) {
            std::sort(heights.begin(), heights.end(), std::greater<>());
            double lowest = std::numeric_limits<double>::infinity();
            if (heights.front() > m_height)
                for (lowest = heights.front(); const double height : heights) {
                    if (lowest - height > m_widestBreak)
                        break;
                    lowest = height;
                }
            heights = {lowest};
        }
    }

    /// After `findBreaks`. False of what lies so high that it was not even added.
    [[nodiscard]] bool reaches(const Sample& p) const
    {
        const auto column = m_heights.find(keyOf(p));
        return column != m_heights.end() && p.height >= column->second.front();
    }

private:
    static constexpr double cell_m = 0.3;
    static constexpr double above_m = 0.8;

    static std::int64_t keyOf(const Sample& p)
    {
        return static_cast<std::int64_t>(std::floor(p.at.x() / cell_m)) * 4096 +
               static_cast<std::int64_t>(std::floor(p.at.y() / cell_m));
    }

    double m_height;
    double m_widestBreak;
    std::unordered_map<std::int64_t, std::vector<double>> m_heights;
};

} // namespace

Surroundings lookAround(const PointCloud& cloud, const FrameIndex& index, const GroundEnvelope& ground,
    const Eigen::Vector3d& sensor, const Eigen::Vector2d& click, const Reach& reach)
{
    Surroundings around;
    around.click = click;
    around.lowest_m = reach.lowest_m;
    around.nearby = index.near(click, std::max(reach.radius_m, planeRadius_m));
    around.plane = fitGroundPlane(cloud, around.nearby, ground, click, planeRadius_m);
    const Sample eye = around.localize(sensor);
    around.sensor = eye.at;
    around.sensorHeight = eye.height;
    std::vector<Sample> points;
    Columns columns(reach.tall_m, around.range());
    for (const std::uint32_t i : around.nearby) {
        const Sample p = around.localize(cloud.local(i).cast<double>());
        if (p.height > reach.lowest_m && p.at.norm() < reach.radius_m)
            columns.add(p);
        if (p.height > reach.lowest_m && p.height < reach.highest_m && p.at.norm() < reach.radius_m) {
            around.raised.push_back(i);
            points.push_back(p);
        }
    }
    thinOut(around, points);
    columns.findBreaks();
    std::vector<int> tall(around.samples.size(), 0);
    for (std::size_t k = 0; k < points.size(); ++k)
        tall[around.sampleOf[k]] += columns.reaches(points[k]) ? 1 : -1;
    for (std::size_t i = 0; i < tall.size(); ++i)
        around.samples[i].isTall = tall[i] > 0;
    return around;
}

std::vector<Sample> localized(
    const std::vector<Eigen::Vector3d>& clicks, const Surroundings& around, const Eigen::Vector3d& offset)
{
    std::vector<Sample> result;
    for (const Eigen::Vector3d& click : clicks)
        if (click.allFinite())
            result.push_back(around.localize(click - offset));
    return result;
}

} // namespace lunkuo
