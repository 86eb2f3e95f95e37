#pragma once

#include "model/completion/Completer.h"
#include "model/completion/FrameIndex.h"
#include "model/completion/GroundEnvelope.h"

#include <future>

namespace lunkuo
{

/// What a prepared frame holds, for those who search it.
struct PreparedFrame::Impl
{
    CloudPtr cloud;
    Eigen::Vector3d sensorOrigin;
    Eigen::Vector3d sensor; ///< relative to the cloud's offset

private:
    std::future<FrameIndex> m_indexing; ///< while the ground is looked for

public:
    GroundEnvelope ground;
    FrameIndex index;

    Impl(CloudPtr points, const Eigen::Vector3d& origin)
        : cloud(std::move(points))
        , sensorOrigin(origin)
        , sensor(origin - cloud->offset)
        , m_indexing(std::async(std::launch::async, [this] { return FrameIndex(*cloud, sensor.head<2>(), sensor); }))
        , ground(*cloud, sensor.head<2>(), sensor.z() - usualSensorHeight_m)
        , index(m_indexing.get())
    {
    }

private:
    static constexpr double usualSensorHeight_m = 1.73;
};

} // namespace lunkuo
