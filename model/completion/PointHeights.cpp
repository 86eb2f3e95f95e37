#include "model/completion/PointHeights.h"

#include "model/cloud/EachPoint.h"
#include "model/completion/PreparedFrame.h"

#include <cmath>

namespace lunkuo
{

PointHeights::PointHeights(const PreparedFrame& frame)
    : m_steps(frame.cloud()->size())
{
    const PointCloud& cloud = *frame.cloud();
    const GroundEnvelope& ground = frame.impl().ground;
    eachPoint(m_steps.size(), [&](std::size_t i) {
        const Eigen::Vector3d point = cloud.local(i).cast<double>();
        const double height = point.z() - ground.likelyHeight(point.x(), point.y());
        // What is known to be far off counts as far off; where nothing is known it counts as on the ground.
        const double steps = std::isnan(height) ? 0.0 : std::clamp(height / step_m, -32000.0, 32000.0);
        m_steps[i] = static_cast<std::int16_t>(steps + std::copysign(0.5, steps)); // rounded, without a call
    });
}

} // namespace lunkuo
