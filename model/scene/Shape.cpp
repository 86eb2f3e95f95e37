#include "model/scene/Shape.h"

namespace lunkuo
{

Outline resized(const Outline& outline, const Eigen::Vector3d& from, const Eigen::Vector3d& to)
{
    const Eigen::Vector3d scale = to.cwiseQuotient(from);
    Outline result = outline;
    for (Eigen::Vector2d& vertex : result.footprint)
        vertex = vertex.cwiseProduct(scale.head<2>());
    for (Eigen::Vector2d& vertex : result.profile)
        vertex = vertex.cwiseProduct(Eigen::Vector2d(scale.x(), scale.z()));
    for (Eigen::Vector3d& vertex : result.vertices)
        vertex = vertex.cwiseProduct(scale);
    return result;
}

} // namespace lunkuo
