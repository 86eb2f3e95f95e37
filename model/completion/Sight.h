#pragma once

#include "model/scene/Outline.h"

#include <unordered_map>

namespace lunkuo
{

/// Says which parts of an outline lie near points, and which mirror such a part. All in the object's frame.
class Sight
{
public:
    explicit Sight(const std::vector<Eigen::Vector3d>& points);

    [[nodiscard]] Provenance of(const Eigen::Vector3d& place) const;

private:
    [[nodiscard]] bool isNear(const Eigen::Vector3d& place) const;

    std::unordered_map<std::uint64_t, std::vector<Eigen::Vector3d>> m_cells;
};

} // namespace lunkuo
