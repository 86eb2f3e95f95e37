#include "render/ViewCamera.h"

#include "model/geometry/Angles.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace lunkuo
{

namespace
{
constexpr double tanHalfAngle = 0.41421356237309503; // 45 degrees from top to bottom
constexpr double radiansPerPixel = 0.006;
constexpr double zoomPerStep = 0.85;
constexpr double nearest_m = 0.05;
constexpr double nearestZoom_m = 0.3;
constexpr double smallestHeight_m = 0.2;
constexpr double largestDistance_m = 1e7;
constexpr double straightDown = std::numbers::pi / 2.0;
constexpr double obliquely = 0.6;
constexpr double slightlyDown = 0.08;
constexpr double slightlyAside = 0.25; ///< keeps x and z apart on the screen
constexpr double strayBeyond = 0.1;    ///< share of the whole that it lies out of it
constexpr double rim_px = 64.0;        ///< round the view, so that no end of a line that is cut off can be seen

/// Quarters of an octave below and above: frames that reach about as far have the same range, and so the same depths.
double stepDown(double depth_m)
{
    return depth_m > 0.0 ? std::exp2(0.25 * std::floor(4.0 * std::log2(depth_m))) : depth_m;
}

double stepUp(double depth_m)
{
    return depth_m > 0.0 ? std::exp2(0.25 * std::ceil(4.0 * std::log2(depth_m))) : depth_m;
}

/// The part of a line that lies in the rectangle.
std::optional<QLineF> partIn(const QRectF& area, const QLineF& line)
{
    double first = 0.0;
    double last = 1.0;
    const auto keep = [&](double from, double way, double least, double most) {
        if (way == 0.0)
            return from >= least && from <= most;
        const auto [in, out] = std::minmax({(least - from) / way, (most - from) / way});
        first = std::max(first, in);
        last = std::min(last, out);
        return first <= last;
    };
    if (!keep(line.x1(), line.dx(), area.left(), area.right()) ||
        !keep(line.y1(), line.dy(), area.top(), area.bottom()))
        return std::nullopt;
    return QLineF(line.pointAt(first), line.pointAt(last));
}

/// How far out the places are across the edges of the view. What lies much farther out than all but `stray` of them (a
/// share, at each edge) does not count.
Eigen::Vector4d outermost(std::span<const Eigen::Vector3d> places, double stray, const auto& across)
{
    Eigen::Vector4d farthest = Eigen::Vector4d::Constant(-std::numeric_limits<double>::infinity());
    if (places.empty())
        return farthest;
    Eigen::Vector4d usual;
    std::vector<double> values(places.size());
    for (Eigen::Index edge = 0; edge < usual.size(); ++edge) {
        std::ranges::transform(places, values.begin(), [&](const Eigen::Vector3d& at) { return across(at)[edge]; });
        const auto last = values.end() - 1 - static_cast<std::ptrdiff_t>(stray * static_cast<double>(values.size()));
        std::nth_element(values.begin(), last, values.end());
        usual[edge] = *last;
        farthest[edge] = *std::max_element(last, values.end());
    }
    const double width = usual[0] + usual[1];
    const double height = usual[2] + usual[3];
    return farthest.cwiseMin(usual + strayBeyond * Eigen::Vector4d(width, width, height, height));
}

double meanDepth(std::span<const Eigen::Vector3d> places, const Eigen::RowVector3d& forward)
{
    double sum = 0.0;
    for (const Eigen::Vector3d& place : places)
        sum += forward * place;
    return sum / static_cast<double>(places.size());
}
} // namespace

Eigen::Matrix3d ViewCamera::rotation(double azimuth, double elevation)
{
    const Eigen::Vector3d heading(std::cos(azimuth), std::sin(azimuth), 0.0);
    const Eigen::Vector3d right(std::sin(azimuth), -std::cos(azimuth), 0.0);
    const Eigen::Vector3d forward = std::cos(elevation) * heading - std::sin(elevation) * Eigen::Vector3d::UnitZ();
    Eigen::Matrix3d columns;
    columns << right, forward.cross(right), forward;
    return columns;
}

void ViewCamera::turnTo(double azimuth, double elevation)
{
    m_azimuth = wrapAngle(azimuth);
    m_elevation = std::clamp(elevation, -straightDown, straightDown);
    m_sensor_camera = rotation(m_azimuth, m_elevation);
}

void ViewCamera::setViewport(const QSizeF& size_px)
{
    m_viewport = {std::max(1.0, size_px.width()), std::max(1.0, size_px.height())};
}

double ViewCamera::heightAtFocus_m() const
{
    return 2.0 * (m_orthographic ? m_halfHeight_m : m_distance * tanHalfAngle);
}

double ViewCamera::verticalAngle() const
{
    return 2.0 * std::atan(tanHalfAngle);
}

Eigen::Vector3d ViewCamera::drawingEye() const
{
    if (!m_orthographic || m_bounds.isEmpty())
        return m_eye;
    const double toCenter = (m_bounds.center() - m_eye).dot(forward());
    const double nearSide = toCenter - 0.5 * m_bounds.diagonal().norm();
    return m_eye + std::min(0.0, nearSide - 1.0) * forward();
}

ViewCamera::ClipRange ViewCamera::clipRange() const
{
    if (m_bounds.isEmpty())
        return {nearest_m, 1000.0};
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (int corner = 0; corner < 8; ++corner) {
        const double depth = depthOf(m_bounds.corner(static_cast<Eigen::AlignedBox3d::CornerType>(corner)));
        least = std::min(least, depth);
        most = std::max(most, depth);
    }
    const double near_m = std::max(stepDown(0.99 * least), nearest_m);
    return {near_m, std::max(stepUp(1.01 * most), near_m + 1.0)};
}

Ray ViewCamera::ray(const QPointF& pixel) const
{
    const double aside = pixel.x() - 0.5 * m_viewport.width();
    const double below = pixel.y() - 0.5 * m_viewport.height();
    if (m_orthographic)
        return {drawingEye() + m_sensor_camera * Eigen::Vector3d(aside, below, 0.0) * pixelSize_m(), forward()};
    return {m_eye, (m_sensor_camera * Eigen::Vector3d(aside * tanPixel(), below * tanPixel(), 1.0)).normalized()};
}

std::optional<QPointF> ViewCamera::pixelOf(const Eigen::Vector3d& point) const
{
    const Eigen::Vector3d seen = m_sensor_camera.transpose() * (point - drawingEye());
    if (!(seen.z() > 1e-6))
        return std::nullopt;
    const double pixels = 1.0 / (m_orthographic ? pixelSize_m() : seen.z() * tanPixel());
    return QPointF(0.5 * m_viewport.width() + pixels * seen.x(), 0.5 * m_viewport.height() + pixels * seen.y());
}

std::optional<QLineF> ViewCamera::lineOf(const Eigen::Vector3d& from, const Eigen::Vector3d& to) const
{
    double first = 0.0;
    double last = 1.0;
    const double ahead = depthOf(from) - nearest_m;
    const double beyond = depthOf(to) - nearest_m;
    if (!std::isfinite(ahead) || !std::isfinite(beyond) || (ahead < 0.0 && beyond < 0.0))
        return std::nullopt;
    if (ahead < 0.0)
        first = ahead / (ahead - beyond);
    else if (beyond < 0.0)
        last = ahead / (ahead - beyond);
    const auto start = pixelOf(from + first * (to - from));
    const auto end = pixelOf(from + last * (to - from));
    const QRectF area(-rim_px, -rim_px, m_viewport.width() + 2.0 * rim_px, m_viewport.height() + 2.0 * rim_px);
    return start && end ? partIn(area, QLineF(*start, *end)) : std::nullopt;
}

double ViewCamera::depthOf(const Eigen::Vector3d& point) const
{
    return (point - drawingEye()).dot(forward());
}

double ViewCamera::tanPixel() const
{
    return m_orthographic ? 0.0 : 2.0 * tanHalfAngle / m_viewport.height();
}

double ViewCamera::pixelSize_m() const
{
    return m_orthographic ? 2.0 * m_halfHeight_m / m_viewport.height() : 0.0;
}

double ViewCamera::metresPerPixel(const Eigen::Vector3d& point) const
{
    return m_orthographic ? pixelSize_m() : std::max(nearest_m, depthOf(point)) * tanPixel();
}

void ViewCamera::rememberFocus(const Eigen::Vector3d& point)
{
    m_distance = std::clamp((point - m_eye).dot(forward()), nearestZoom_m, largestDistance_m);
}

void ViewCamera::orbit(const Eigen::Vector3d& pivot, const QPointF& delta_px)
{
    const Eigen::Vector3d seen = m_sensor_camera.transpose() * (m_eye - pivot);
    turnTo(m_azimuth - radiansPerPixel * delta_px.x(), m_elevation + radiansPerPixel * delta_px.y());
    m_eye = pivot + m_sensor_camera * seen;
    if (!m_orthographic)
        rememberFocus(pivot);
}

void ViewCamera::pan(const Eigen::Vector3d& held, const QPointF& delta_px)
{
    m_eye -= m_sensor_camera * Eigen::Vector3d(delta_px.x(), delta_px.y(), 0.0) * metresPerPixel(held);
}

void ViewCamera::zoom(const Eigen::Vector3d& anchor, double steps)
{
    const double factor = std::pow(zoomPerStep, steps);
    const Eigen::Vector3d offset = m_eye - anchor;
    if (m_orthographic) {
        const double height = std::clamp(m_halfHeight_m * factor, smallestHeight_m, largestDistance_m);
        const double applied = height / m_halfHeight_m;
        const Eigen::Vector3d aside = offset - offset.dot(forward()) * forward();
        m_eye += (applied - 1.0) * aside;
        m_halfHeight_m = height;
        return;
    }
    const double distance = offset.norm();
    if ((steps > 0.0 && distance * factor < nearestZoom_m) || distance * factor > largestDistance_m)
        return;
    m_eye = anchor + factor * offset;
    rememberFocus(anchor);
}

void ViewCamera::turn(const QPointF& delta_px)
{
    turnTo(m_azimuth - radiansPerPixel * delta_px.x(), m_elevation + radiansPerPixel * delta_px.y());
}

void ViewCamera::fly(const Eigen::Vector3d& way_m)
{
    const Eigen::Vector3d ahead = m_orthographic ? up() : forward();
    m_eye += way_m.x() * right() + way_m.y() * Eigen::Vector3d::UnitZ() + way_m.z() * ahead;
}

void ViewCamera::standAt(const Eigen::Vector3d& place, double distance_m)
{
    m_orthographic = false;
    m_eye = place;
    m_distance = std::clamp(distance_m, nearestZoom_m, largestDistance_m);
    turnTo(m_azimuth, slightlyDown);
}

void ViewCamera::lookFrom(Side side, const Eigen::Vector3d& center, double yaw)
{
    const double height = heightAtFocus_m();
    m_orthographic = side != Side::Perspective;
    switch (side) {
    case Side::Top:
        turnTo(yaw, straightDown);
        break;
    case Side::Front:
        turnTo(yaw + std::numbers::pi, 0.0);
        break;
    case Side::Left:
        turnTo(yaw - straightDown, 0.0);
        break;
    case Side::Perspective:
        turnTo(yaw + slightlyAside, obliquely);
        break;
    }
    m_halfHeight_m = 0.5 * height;
    m_distance = 0.5 * height / tanHalfAngle;
    m_eye = center - m_distance * forward();
}

void ViewCamera::setOrthographic(bool orthographic)
{
    if (orthographic == m_orthographic)
        return;
    const Eigen::Vector3d focus = focalPoint();
    const double half = 0.5 * heightAtFocus_m();
    m_orthographic = orthographic;
    m_halfHeight_m = std::clamp(half, smallestHeight_m, largestDistance_m);
    m_distance = std::clamp(half / tanHalfAngle, nearestZoom_m, largestDistance_m);
    m_eye = focus - m_distance * forward();
}

void ViewCamera::centerOn(const Eigen::Vector3d& point)
{
    m_eye = point - m_distance * forward();
}

void ViewCamera::fit(const Eigen::Vector3d& center, double radius_m)
{
    const double narrow = std::min(1.0, m_viewport.width() / m_viewport.height());
    const double half = std::max(radius_m, smallestHeight_m) / narrow;
    m_halfHeight_m = half;
    m_distance = std::clamp(half / std::sin(std::atan(tanHalfAngle)), nearestZoom_m, largestDistance_m);
    m_eye = center - m_distance * forward();
}

void ViewCamera::fitPlaces(std::span<const Eigen::Vector3d> whole, std::span<const Eigen::Vector3d> most, double stray,
    const QMarginsF& rim_px)
{
    // Each edge of the view is a plane through the eye; how far out a place is across an edge tells which of them the
    // eye may not go beyond, whatever the others are. In parallel views the planes do not lean.
    const QSizeF half = 0.5 * m_viewport;
    const double lean = m_orthographic ? 0.0 : tanHalfAngle / half.height();
    const auto leanOf = [&](double half_px, double margin_px) { return lean * std::max(half_px - margin_px, 1.0); };
    const Eigen::Vector4d leans(leanOf(half.width(), rim_px.right()), leanOf(half.width(), rim_px.left()),
        leanOf(half.height(), rim_px.bottom()), leanOf(half.height(), rim_px.top()));
    const Eigen::Matrix3d camera_sensor = m_sensor_camera.transpose();
    const double depth = meanDepth(most.empty() ? whole : most, camera_sensor.row(2));
    // In depth from the middle of what is seen.
    const auto across = [&](const Eigen::Vector3d& place) {
        const Eigen::Vector3d at = camera_sensor * place;
        return Eigen::Vector4d(Eigen::Vector4d(at.x(), -at.x(), at.y(), -at.y()) - (at.z() - depth) * leans);
    };
    Eigen::Vector4d out = outermost(most, stray, across);
    for (const Eigen::Vector3d& place : whole)
        out = out.cwiseMax(across(place));
    Eigen::Vector3d eye;
    if (m_orthographic) {
        const double width_px = std::max(2.0 * half.width() - rim_px.left() - rim_px.right(), 2.0);
        const double height_px = std::max(2.0 * half.height() - rim_px.top() - rim_px.bottom(), 2.0);
        const double pixel_m = std::max((out[0] + out[1]) / width_px, (out[2] + out[3]) / height_px);
        m_halfHeight_m = std::clamp(pixel_m * half.height(), smallestHeight_m, largestDistance_m);
        m_distance = std::clamp(m_halfHeight_m / tanHalfAngle, nearestZoom_m, largestDistance_m);
        const double shiftRight = 0.5 * (rim_px.right() - rim_px.left()) * pixel_m;
        const double shiftDown = 0.5 * (rim_px.bottom() - rim_px.top()) * pixel_m;
        eye = {0.5 * (out[0] - out[1]) + shiftRight, 0.5 * (out[2] - out[3]) + shiftDown, -m_distance};
    } else {
        eye.z() = -std::max((out[0] + out[1]) / (leans[0] + leans[1]), (out[2] + out[3]) / (leans[2] + leans[3]));
        eye.x() = 0.5 * (out[0] + leans[0] * eye.z() - out[1] - leans[1] * eye.z());
        eye.y() = 0.5 * (out[2] + leans[2] * eye.z() - out[3] - leans[3] * eye.z());
        m_distance = std::clamp(-eye.z(), nearestZoom_m, largestDistance_m);
        m_halfHeight_m = std::clamp(m_distance * tanHalfAngle, smallestHeight_m, largestDistance_m);
    }
    m_eye = m_sensor_camera * (eye + Eigen::Vector3d(0.0, 0.0, depth));
}

QJsonObject ViewCamera::toJson() const
{
    return {{QStringLiteral("eye"), QJsonArray{m_eye.x(), m_eye.y(), m_eye.z()}},
        {QStringLiteral("azimuth"), m_azimuth}, {QStringLiteral("elevation"), m_elevation},
        {QStringLiteral("distance"), m_distance}, {QStringLiteral("halfHeight"), m_halfHeight_m},
        {QStringLiteral("orthographic"), m_orthographic}};
}

bool ViewCamera::fromJson(const QJsonObject& json)
{
    const QJsonArray eye = json.value(u"eye").toArray();
    const double distance = json.value(u"distance").toDouble();
    const double halfHeight = json.value(u"halfHeight").toDouble();
    const auto isNumber = [](const QJsonValue& value) { return value.isDouble(); };
    if (eye.size() != 3 || !std::all_of(eye.begin(), eye.end(), isNumber) ||
        !(distance >= nearestZoom_m && distance <= largestDistance_m) ||
        !(halfHeight >= smallestHeight_m && halfHeight <= largestDistance_m) || !json.value(u"azimuth").isDouble() ||
        !json.value(u"elevation").isDouble())
        return false;
    m_eye = {eye.at(0).toDouble(), eye.at(1).toDouble(), eye.at(2).toDouble()};
    m_distance = distance;
    m_halfHeight_m = halfHeight;
    m_orthographic = json.value(u"orthographic").toBool();
    turnTo(json.value(u"azimuth").toDouble(), json.value(u"elevation").toDouble());
    return true;
}

} // namespace lunkuo
