#pragma once

#include "model/geometry/PointIndex.h"

#include <vector>

namespace lunkuo::test
{

/// Points as the rasteriser takes them: places side by side, each with its number.
class Places
{
public:
    explicit Places(const std::vector<IndexedPoint>& points)
    {
        for (const IndexedPoint& point : points) {
            m_xyz.insert(m_xyz.end(), point.xyz.begin(), point.xyz.end());
            m_numbers.push_back(point.index);
        }
    }
    [[nodiscard]] PointRun run() const { return {m_xyz.data(), m_numbers.data(), 0, m_numbers.size()}; }

private:
    std::vector<float> m_xyz;
    std::vector<std::uint32_t> m_numbers;
};

} // namespace lunkuo::test
