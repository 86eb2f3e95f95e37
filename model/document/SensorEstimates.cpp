#include "model/document/SensorEstimates.h"

#include <algorithm>
#include <vector>

namespace lunkuo
{

namespace
{

Eigen::Vector3d medianOf(const std::map<FrameId, Eigen::Vector3d>& estimates)
{
    Eigen::Vector3d result;
    for (int axis = 0; axis < 3; ++axis) {
        std::vector<double> values;
        for (const auto& [frame, estimate] : estimates)
            values.push_back(estimate[axis]);
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        result[axis] = *middle;
    }
    return result;
}

} // namespace

void SensorEstimates::add(SequenceId sequence, FrameId frame, const Eigen::Vector3d& estimate, std::size_t frames)
{
    if (m_settled.contains(sequence))
        return;
    auto& estimates = m_estimates[sequence];
    estimates[frame] = estimate;
    if (estimates.size() >= std::min(enough, frames))
        m_settled[sequence] = medianOf(estimates);
}

std::optional<Eigen::Vector3d> SensorEstimates::of(SequenceId sequence) const
{
    const auto found = m_settled.find(sequence);
    return found == m_settled.end() ? std::nullopt : std::optional(found->second);
}

} // namespace lunkuo
