#include "model/images/CameraSight.h"

#include <cmath>

namespace lunkuo
{

std::optional<Eigen::Vector3d> eyeOf(const Camera& camera)
{
    const auto eye = camera.model.eye();
    return eye ? std::optional<Eigen::Vector3d>((camera.camera_sensor.inverse() * *eye).v) : std::nullopt;
}

std::optional<Eigen::Vector2d> pixelOf(const Camera& camera, const Eigen::Vector3d& point)
{
    return camera.model.project(camera.camera_sensor * Point3<SensorFrame>{point});
}

bool isInPicture(const Camera& camera, const Eigen::Vector3d& point)
{
    const auto pixel = pixelOf(camera, point);
    return pixel && camera.model.contains(*pixel);
}

std::vector<PixelCurve> pixelsOfLine(const Camera& camera, const Eigen::Vector3d& from, const Eigen::Vector3d& to)
{
    return camera.model.projectLine(
        camera.camera_sensor * Point3<SensorFrame>{from}, camera.camera_sensor * Point3<SensorFrame>{to});
}

std::optional<Ray> rayThrough(const Camera& camera, const Eigen::Vector2d& pixel)
{
    const auto eye = eyeOf(camera);
    const auto direction = camera.model.unproject(pixel);
    if (!eye || !direction)
        return std::nullopt;
    return Ray{*eye, camera.camera_sensor.m.linear().transpose() * *direction};
}

double tanPixelAt(const Camera& camera, const Eigen::Vector2d& pixel)
{
    const auto here = camera.model.unproject(pixel);
    const auto beside = camera.model.unproject(pixel + Eigen::Vector2d(1.0, 0.0));
    if (!here || !beside)
        return 0.0;
    return here->cross(*beside).norm() / std::max(here->dot(*beside), 1e-3);
}

} // namespace lunkuo
