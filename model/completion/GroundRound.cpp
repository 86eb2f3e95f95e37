#include "model/completion/GroundRound.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lunkuo
{

namespace
{
constexpr double usualSensorHeight_m = 1.7;
}

double groundRound(const PreparedFrame& frame, const Eigen::Vector3d& sensor)
{
    std::vector<double> heights;
    for (const double radius : {5.0, 8.0})
        for (int step = 0; step < 12; ++step) {
            const double angle = 2.0 * std::numbers::pi * step / 12;
            const double height =
                frame.groundHeight(sensor.x() + radius * std::cos(angle), sensor.y() + radius * std::sin(angle));
            if (std::isfinite(height))
                heights.push_back(height);
        }
    if (heights.empty())
        return sensor.z() - usualSensorHeight_m;
    // Where nothing was measured the ground envelope rises: the lower ones are what was seen.
    const auto low = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 4);
    std::nth_element(heights.begin(), low, heights.end());
    return *low;
}

} // namespace lunkuo
