#include "model/tools/Grasp.h"

#include "model/tools/Picking.h"

#include <cmath>

namespace lunkuo
{

namespace
{

/// A cursor that trembles less than this between press and release has clicked.
constexpr double clickSlack_px = 3.0;
constexpr double middleRadius_px = 2.0 * pickRadius_px;
/// Parallel views whose direction climbs less than this look from the side.
constexpr double sideView = 0.15;

/// The point of the vertical line through `start` that the ray passes nearest.
std::optional<Eigen::Vector3d> onVertical(const Ray& ray, const Eigen::Vector3d& start)
{
    const double along = ray.direction.z();
    const double denominator = 1.0 - along * along;
    if (denominator < 1e-6)
        return std::nullopt;
    const Eigen::Vector3d offset = start - ray.origin;
    const double height = (along * ray.direction.dot(offset) - offset.z()) / denominator;
    return start + height * Eigen::Vector3d::UnitZ();
}

bool hasLeft(const Ray& pressed, const ToolEvent& event)
{
    const double turned = pressed.direction.cross(event.ray.direction).norm();
    const double shifted = (pressed.origin - event.ray.origin).norm();
    return event.pixelSize_m > 0.0 ? shifted > clickSlack_px * event.pixelSize_m
                                   : turned > clickSlack_px * event.tanPixel;
}

} // namespace

Grasp::Grasp(const ToolEvent& pressed, const Eigen::Vector3d& grabbed, bool isLift)
    : m_pressed(pressed.ray)
    , m_grabbed(grabbed)
    , m_isLift(isLift)
    , m_isUpright(pressed.pixelSize_m > 0.0 && std::abs(pressed.ray.direction.z()) < sideView)
{
    m_offset = grabbed - meeting(pressed.ray).value_or(grabbed);
}

Grasp Grasp::of(const Handle& handle, const Cuboid& cuboid, const ToolEvent& pressed)
{
    return {pressed, positionOf(handle, cuboid), handle.side.z() != 0};
}

std::optional<Eigen::Vector3d> Grasp::meeting(const Ray& ray) const
{
    if (m_isLift)
        return onVertical(ray, m_grabbed);
    if (!m_isUpright)
        return onPlane(ray, m_grabbed);
    const Eigen::Vector3d& sight = m_pressed.direction;
    return onPlane(ray, m_grabbed, Eigen::Vector3d(sight.x(), sight.y(), 0.0).normalized());
}

std::optional<Eigen::Vector3d> Grasp::target(const ToolEvent& event)
{
    m_hasBegun = m_hasBegun || hasLeft(m_pressed, event);
    const auto met = meeting(event.ray);
    if (!met || !m_hasBegun)
        return std::nullopt;
    return *met + m_offset;
}

std::optional<Handle> handleUnder(const ToolEvent& event, const Cuboid& cuboid)
{
    if (!hasRoomForGrips(cuboid, event.ray.origin, event.tanPixel, event.pixelSize_m))
        return std::nullopt;
    return handleAt(cuboid, event.ray, pickRadius_px * event.tanPixel, pickRadius_px * event.pixelSize_m);
}

bool isMiddleUnder(const ToolEvent& event, const Cuboid& cuboid)
{
    if (!hasRoomForGrips(cuboid, event.ray.origin, event.tanPixel, event.pixelSize_m))
        return false;
    const Eigen::Vector3d to = cuboid.center - event.ray.origin;
    const double pixel_m = event.pixelSize_m > 0.0 ? event.pixelSize_m : event.tanPixel * to.norm();
    return to.cross(event.ray.direction).norm() < middleRadius_px * pixel_m;
}

} // namespace lunkuo
