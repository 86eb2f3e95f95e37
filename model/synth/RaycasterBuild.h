#pragma once

#include <Eigen/Geometry>
#include <vector>

namespace lunkuo::synth
{

/// Half the surface of a box: how likely a ray is to meet it.
float surfaceArea(const Eigen::AlignedBox3f& box);

/// A binary tree over boxes, split by the surface area heuristic over bins of their middles.
class BoundingTree
{
public:
    static constexpr std::uint32_t leafSize = 4;

    /// Inner branch: children at `first` and `first + 1`, count 0. Leaf: `count` entries of order() from `first`.
    struct Branch
    {
        Eigen::AlignedBox3f box;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    /// `boxes` must not be empty and must outlive this.
    explicit BoundingTree(const std::vector<Eigen::AlignedBox3f>& boxes);

    [[nodiscard]] const Branch& branch(std::uint32_t index) const { return m_branches[index]; }
    [[nodiscard]] const std::vector<std::uint32_t>& order() const { return m_order; }

private:
    void split(std::uint32_t branch, std::uint32_t first, std::uint32_t count);
    std::uint32_t partition(std::uint32_t first, std::uint32_t count, const Eigen::AlignedBox3f& middles);

    const std::vector<Eigen::AlignedBox3f>& m_boxes;
    std::vector<std::uint32_t> m_order;
    std::vector<Branch> m_branches;
};

} // namespace lunkuo::synth
