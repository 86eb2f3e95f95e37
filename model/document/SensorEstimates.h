#pragma once

#include "model/base/Ids.h"

#include <Eigen/Core>
#include <map>
#include <optional>

namespace lunkuo
{

/// Where the sensor of each sequence probably is, from single estimates of some of its frames. Once there are enough,
/// their median holds, so that all frames of a sequence are looked at from the same place.
class SensorEstimates
{
public:
    static constexpr std::size_t enough = 5;

    /// `frames`: how many the sequence has; with all of them estimated there is nothing to wait for.
    void add(SequenceId sequence, FrameId frame, const Eigen::Vector3d& estimate, std::size_t frames);
    /// Nothing until there are enough.
    [[nodiscard]] std::optional<Eigen::Vector3d> of(SequenceId sequence) const;

private:
    std::map<SequenceId, std::map<FrameId, Eigen::Vector3d>> m_estimates;
    std::map<SequenceId, Eigen::Vector3d> m_settled;
};

} // namespace lunkuo
