#pragma once

#include "model/completion/Completer.h"
#include "model/completion/FrameIndex.h"
#include "model/completion/GroundEnvelope.h"

namespace lunkuo
{

/// What a prepared frame holds, for those who search it.
struct PreparedFrame::Impl
{
    CloudPtr cloud;
    Eigen::Vector3d sensorOrigin;
    Eigen::Vector3d sensor; ///< relative to the cloud's offset
    GroundEnvelope ground;
    FrameIndex index;

    Impl(CloudPtr points, const Eigen::Vector3d& origin)
        : cloud(std::move(points))
        , sensorOrigin(origin)
        , sensor(origin - cloud->offset)
        , ground(*cloud, sensor.head<2>(), sensor.z() - usualSensorHeight_m)
        , index(*cloud, sensor.head<2>(), sensor)
    {
    }

private:
    static constexpr double usualSensorHeight_m = 1.73;
};

} // namespace lunkuo
