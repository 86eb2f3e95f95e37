#include "model/formats/PinholeCamera.h"

namespace lunkuo
{

PinholeCamera PinholeCamera::of(const Camera& camera)
{
    PinholeCamera result{camera.model.projection.leftCols<3>(), camera.camera_sensor.m};
    const Eigen::Vector3d offset = result.intrinsic.inverse() * camera.model.projection.col(3);
    if (offset.allFinite())
        result.camera_sensor.translation() += offset;
    return result;
}

} // namespace lunkuo
