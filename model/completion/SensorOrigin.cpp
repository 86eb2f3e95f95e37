#include "model/completion/SensorOrigin.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lunkuo
{

namespace
{
constexpr double usualHeight_m = 1.73; ///< of a roof-mounted sensor over the ground
constexpr double near_m = 12.0;
constexpr double originNearGround_m = 0.9;
constexpr std::size_t fewest = 50;
} // namespace

Eigen::Vector3d estimateSensorOrigin(const PointCloud& cloud)
{
    // The road around the sensor is most of what is near and low: the 20 % quantile of the heights there lies on it.
    std::vector<double> heights;
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3d p = cloud.point(i);
        if (p.head<2>().norm() < near_m)
            heights.push_back(p.z());
    }
    if (heights.size() < fewest)
        return Eigen::Vector3d::Zero();
    const auto low = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 5);
    std::nth_element(heights.begin(), low, heights.end());
    const double ground = *low;
    return std::abs(ground) < originNearGround_m ? Eigen::Vector3d(0, 0, ground + usualHeight_m)
                                                 : Eigen::Vector3d::Zero();
}

} // namespace lunkuo
