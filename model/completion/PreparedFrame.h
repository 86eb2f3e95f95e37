#pragma once

#include "model/completion/Completer.h"
#include "model/completion/FrameIndex.h"
#include "model/completion/GroundEnvelope.h"

#include <mutex>
#include <optional>

namespace lunkuo
{

/// What a prepared frame holds, for those who search it.
struct PreparedFrame::Impl
{
    CloudPtr cloud;
    Eigen::Vector3d sensorOrigin;
    Eigen::Vector3d sensor; ///< relative to the cloud's offset
    GroundEnvelope ground;

    Impl(CloudPtr points, const Eigen::Vector3d& origin, GroundEnvelope envelope)
        : cloud(std::move(points))
        , sensorOrigin(origin)
        , sensor(origin - cloud->offset)
        , ground(std::move(envelope))
    {
    }

    /// Made when it is first asked for, as a frame's picture does without. Safe on any thread.
    [[nodiscard]] const FrameIndex& index() const
    {
        std::call_once(m_indexed, [this] { m_index.emplace(*cloud, sensor.head<2>(), sensor); });
        return *m_index;
    }

private:
    mutable std::once_flag m_indexed;
    mutable std::optional<FrameIndex> m_index;
};

} // namespace lunkuo
