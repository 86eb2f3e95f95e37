#include "model/completion/ClusterFinder.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double slice_m = 0.2;
constexpr std::uint32_t tall = 1U << 31;    ///< the column goes on above what is looked for
constexpr std::uint32_t hanging = 1U << 30; ///< it begins too high over the ground
constexpr int none = -1;

/// The height up to which a column goes on from its lowest slice without a gap larger than `gap_m`.
double continuousTop(std::uint32_t slices, double gap_m)
{
    const int widest = static_cast<int>(gap_m / slice_m);
    int top = 0;
    int empty = 0;
    bool begun = false;
    for (int slice = 0; slice < 30 && empty <= widest; ++slice) {
        const bool isFilled = (slices >> slice & 1U) != 0;
        begun = begun || isFilled;
        empty = isFilled || !begun ? 0 : empty + 1;
        if (isFilled)
            top = slice + 1;
    }
    return top * slice_m;
}

double bottomOf(std::uint32_t slices)
{
    int slice = 0;
    while (slice < 30 && (slices >> slice & 1U) == 0)
        ++slice;
    return slice * slice_m;
}

} // namespace

ClusterFinder::ClusterFinder(const PreparedFrame& frame, const ClusterOptions& options)
    : m_options(options)
    , m_columns(static_cast<std::size_t>(side) * side, 0)
{
    raise(frame.impl());
    judgeColumns();
}

void ClusterFinder::raise(const PreparedFrame::Impl& frame)
{
    const PointCloud& cloud = *frame.cloud;
    const Eigen::Vector2f corner = (frame.sensor.head<2>().array() - 0.5 * side * cell_m).cast<float>();
    constexpr auto most = static_cast<float>(side);
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3f p = cloud.local(i);
        const Eigen::Vector2f place = (p.head<2>() - corner) / static_cast<float>(cell_m);
        if (!(place.x() >= 0.0F && place.y() >= 0.0F && place.x() < most && place.y() < most))
            continue;
        const double height = static_cast<double>(p.z()) -
                              frame.ground.likelyHeight(static_cast<double>(p.x()), static_cast<double>(p.y()));
        if (!(height > m_options.lowest_m && height < m_options.top_m))
            continue;
        const auto cell = static_cast<std::uint32_t>(static_cast<int>(place.y()) * side + static_cast<int>(place.x()));
        if (m_columns[cell] == 0)
            m_occupied.push_back(cell);
        m_columns[cell] |= 1U << static_cast<unsigned>(height / slice_m);
        m_raised.push_back({static_cast<std::uint32_t>(i), cell, static_cast<float>(height)});
    }
}

void ClusterFinder::judgeColumns()
{
    for (const std::uint32_t cell : m_occupied) {
        const Eigen::Vector2d place(cell % side - 0.5 * side, static_cast<double>(cell / side) - 0.5 * side);
        std::uint32_t& slices = m_columns[cell];
        if (bottomOf(slices) > m_options.startsBelow_m)
            slices |= hanging;
        else if (continuousTop(slices, m_options.verticalGap_m + m_options.verticalGapAt * cell_m * place.norm()) >
                 m_options.highest_m + slice_m)
            slices |= tall;
    }
}

int ClusterFinder::reachAt(std::uint32_t cell) const
{
    const Eigen::Vector2d place(cell % side - 0.5 * side, static_cast<double>(cell / side) - 0.5 * side);
    return 1 + static_cast<int>(cell_m * place.norm() / m_options.reachEvery_m);
}

void ClusterFinder::spread(std::uint32_t from, int label, bool withTall, std::vector<int>& labels) const
{
    std::vector<std::uint32_t> open{from};
    labels[from] = label;
    while (!open.empty()) {
        const std::uint32_t cell = open.back();
        open.pop_back();
        const int x = static_cast<int>(cell % side);
        const int y = static_cast<int>(cell / side);
        const int reach = reachAt(cell);
        for (int j = std::max(0, y - reach); j <= std::min(side - 1, y + reach); ++j)
            for (int i = std::max(0, x - reach); i <= std::min(side - 1, x + reach); ++i) {
                const auto other = static_cast<std::uint32_t>(j * side + i);
                const std::uint32_t slices = m_columns[other];
                if (slices == 0 || labels[other] != none || (slices & hanging) != 0 ||
                    ((slices & tall) != 0 && !withTall))
                    continue;
                labels[other] = label;
                open.push_back(other);
            }
    }
}

bool ClusterFinder::touchesTall(std::uint32_t cell) const
{
    const int x = static_cast<int>(cell % side);
    const int y = static_cast<int>(cell / side);
    for (int j = std::max(0, y - 1); j <= std::min(side - 1, y + 1); ++j)
        for (int i = std::max(0, x - 1); i <= std::min(side - 1, x + 1); ++i)
            if ((m_columns[static_cast<std::size_t>(j * side + i)] & tall) != 0)
                return true;
    return false;
}

std::vector<Cluster> ClusterFinder::clusters(bool withTall) const
{
    std::vector<int> labels(m_columns.size(), none);
    std::vector<double> area;
    std::vector<double> tallArea;
    for (const std::uint32_t cell : m_occupied)
        if (labels[cell] == none && (m_columns[cell] & hanging) == 0 && (withTall || (m_columns[cell] & tall) == 0)) {
            spread(cell, static_cast<int>(area.size()), withTall, labels);
            area.push_back(0.0);
            tallArea.push_back(0.0);
        }
    for (const std::uint32_t cell : m_occupied)
        if (labels[cell] != none) {
            area[static_cast<std::size_t>(labels[cell])] += 1.0;
            tallArea[static_cast<std::size_t>(labels[cell])] += touchesTall(cell) ? 1.0 : 0.0;
        }
    std::vector<Cluster> clusters(area.size());
    const auto highest = static_cast<float>(withTall ? m_options.top_m : m_options.highest_m);
    for (const Raised& raised : m_raised)
        if (labels[raised.cell] != none && raised.height < highest)
            clusters[static_cast<std::size_t>(labels[raised.cell])].points.push_back(raised.point);
    for (std::size_t i = 0; i < clusters.size(); ++i)
        clusters[i].tallShare = tallArea[i] / area[i];
    std::erase_if(clusters, [this](const Cluster& c) { return c.points.size() < m_options.fewestPoints; });
    return clusters;
}

} // namespace lunkuo
