#include "model/synth/RaycasterBuild.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace lunkuo::synth
{

namespace
{
constexpr int binCount = 12;

struct Bin
{
    Eigen::AlignedBox3f box;
    std::uint32_t count = 0;
};

int binOf(float middle, float low, float scale)
{
    return std::clamp(static_cast<int>((middle - low) * scale), 0, binCount - 1);
}

/// Cost of the cheapest border between bins, and the last bin before it.
std::pair<float, int> cheapestBorder(const std::array<Bin, binCount>& bins)
{
    std::array<float, binCount> rightCost{};
    Eigen::AlignedBox3f box;
    std::uint32_t count = 0;
    for (std::size_t b = binCount - 1; b > 0; --b) {
        box.extend(bins[b].box);
        count += bins[b].count;
        rightCost[b - 1] =
            count == 0 ? std::numeric_limits<float>::infinity() : surfaceArea(box) * static_cast<float>(count);
    }
    std::pair<float, int> best{std::numeric_limits<float>::infinity(), 0};
    box.setEmpty();
    count = 0;
    for (std::size_t b = 0; b + 1 < binCount; ++b) {
        box.extend(bins[b].box);
        count += bins[b].count;
        const float cost = surfaceArea(box) * static_cast<float>(count) + rightCost[b];
        if (count > 0 && cost < best.first)
            best = {cost, static_cast<int>(b)};
    }
    return best;
}
} // namespace

float surfaceArea(const Eigen::AlignedBox3f& box)
{
    if (box.isEmpty())
        return 0.0F;
    const Eigen::Vector3f d = box.sizes();
    return d.x() * d.y() + d.y() * d.z() + d.z() * d.x();
}

BoundingTree::BoundingTree(const std::vector<Eigen::AlignedBox3f>& boxes)
    : m_boxes(boxes)
    , m_order(boxes.size())
{
    std::iota(m_order.begin(), m_order.end(), 0U);
    m_branches.reserve(boxes.size());
    m_branches.resize(1);
    split(0, 0, static_cast<std::uint32_t>(boxes.size()));
}

void BoundingTree::split(std::uint32_t branch, std::uint32_t first, std::uint32_t count)
{
    Eigen::AlignedBox3f box;
    Eigen::AlignedBox3f middles;
    for (std::uint32_t i = first; i < first + count; ++i) {
        box.extend(m_boxes[m_order[i]]);
        middles.extend(m_boxes[m_order[i]].center());
    }
    m_branches[branch] = {box, first, count};
    if (count <= leafSize)
        return;
    const std::uint32_t left = partition(first, count, middles);
    const auto children = static_cast<std::uint32_t>(m_branches.size());
    m_branches.resize(children + 2);
    m_branches[branch].first = children;
    m_branches[branch].count = 0;
    split(children, first, left);
    split(children + 1, first + left, count - left);
}

/// Number of boxes that go left: at the cheapest border between bins, or half of them where all middles coincide.
std::uint32_t BoundingTree::partition(std::uint32_t first, std::uint32_t count, const Eigen::AlignedBox3f& middles)
{
    float bestCost = std::numeric_limits<float>::infinity();
    int bestAxis = 0;
    int bestBin = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const float extent = middles.sizes()[axis];
        if (extent <= 1e-6F)
            continue;
        std::array<Bin, binCount> bins;
        const float scale = static_cast<float>(binCount) / extent;
        for (std::uint32_t i = first; i < first + count; ++i) {
            const Eigen::AlignedBox3f& box = m_boxes[m_order[i]];
            Bin& bin = bins[static_cast<std::size_t>(binOf(box.center()[axis], middles.min()[axis], scale))];
            bin.box.extend(box);
            ++bin.count;
        }
        const auto [cost, bin] = cheapestBorder(bins);
        if (cost < bestCost) {
            bestCost = cost;
            bestAxis = axis;
            bestBin = bin;
        }
    }
    if (bestCost == std::numeric_limits<float>::infinity())
        return count / 2;
    const float low = middles.min()[bestAxis];
    const float scale = static_cast<float>(binCount) / middles.sizes()[bestAxis];
    const auto begin = m_order.begin() + first;
    const auto border = std::partition(begin, begin + count,
        [&](std::uint32_t index) { return binOf(m_boxes[index].center()[bestAxis], low, scale) <= bestBin; });
    return static_cast<std::uint32_t>(border - begin);
}

} // namespace lunkuo::synth
