#pragma once

#include "model/geometry/Ray.h"

#include <QJsonObject>
#include <QLineF>
#include <QMarginsF>
#include <QPointF>
#include <QSizeF>
#include <Eigen/Geometry>
#include <optional>
#include <span>

namespace lunkuo
{

/// Where the main view looks from, as plain geometry of the sensor frame: metres, radians, and logical pixels with the
/// origin at the top left. The horizon always stays level. It knows neither VTK nor widgets.
class ViewCamera
{
public:
    enum class Side { Top, Front, Left, Perspective };

    /// Distances from the drawing eye, along the line of sight, between which everything is drawn.
    struct ClipRange
    {
        double near_m = 0.0;
        double far_m = 0.0;
    };

    void setViewport(const QSizeF& size_px);
    [[nodiscard]] QSizeF viewport() const { return m_viewport; }
    /// The solid that holds all there is to see: nothing inside it is ever clipped away.
    void setBounds(const Eigen::AlignedBox3d& bounds) { m_bounds = bounds; }

    [[nodiscard]] bool isOrthographic() const { return m_orthographic; }
    [[nodiscard]] const Eigen::Vector3d& eye() const { return m_eye; }
    [[nodiscard]] Eigen::Vector3d forward() const { return m_sensor_camera.col(2); }
    [[nodiscard]] Eigen::Vector3d right() const { return m_sensor_camera.col(0); }
    [[nodiscard]] Eigen::Vector3d up() const { return -m_sensor_camera.col(1); }
    /// The point in the middle of the view that was last turned about, zoomed to or focused.
    [[nodiscard]] Eigen::Vector3d focalPoint() const { return m_eye + m_distance * forward(); }
    /// Height of the view at the distance of the focal point.
    [[nodiscard]] double heightAtFocus_m() const;
    [[nodiscard]] double verticalAngle() const;
    /// The eye, in orthographic views moved back until all of the bounds lie ahead of it.
    [[nodiscard]] Eigen::Vector3d drawingEye() const;
    [[nodiscard]] ClipRange clipRange() const;

    /// The line of sight through a pixel; it starts at the drawing eye's plane.
    [[nodiscard]] Ray ray(const QPointF& pixel) const;
    /// Where a point is drawn; nothing when it is behind the eye.
    [[nodiscard]] std::optional<QPointF> pixelOf(const Eigen::Vector3d& point) const;
    /// Where the straight line between two points is drawn, cut off near the rim of the view however far they are;
    /// nothing when all of it is behind the eye or beside the view.
    [[nodiscard]] std::optional<QLineF> lineOf(const Eigen::Vector3d& from, const Eigen::Vector3d& to) const;
    /// Distance of a point along the line of sight, from the drawing eye.
    [[nodiscard]] double depthOf(const Eigen::Vector3d& point) const;
    /// Tangent of the angle one pixel spans; 0 in orthographic views.
    [[nodiscard]] double tanPixel() const;
    /// Size of a pixel in orthographic views; 0 in perspective.
    [[nodiscard]] double pixelSize_m() const;
    /// How many metres a pixel spans where the point is.
    [[nodiscard]] double metresPerPixel(const Eigen::Vector3d& point) const;

    /// Turns about the pivot, which stays at its pixel.
    void orbit(const Eigen::Vector3d& pivot, const QPointF& delta_px);
    /// Moves sideways so that `held` follows the cursor.
    void pan(const Eigen::Vector3d& held, const QPointF& delta_px);
    /// One step of the wheel towards the anchor (positive) or away from it; the anchor stays at its pixel.
    void zoom(const Eigen::Vector3d& anchor, double steps);
    /// Looks about without moving, as a drag by so many pixels would.
    void turn(const QPointF& delta_px);
    /// Moves through space: metres to the right, up, and ahead. In parallel views ahead is up the picture.
    void fly(const Eigen::Vector3d& way_m);
    /// Looks from a place, in perspective, along the heading there is, at what is so far away.
    void standAt(const Eigen::Vector3d& place, double distance_m);
    /// Looks at `center` from a side of something with that heading; all but Perspective are orthographic.
    void lookFrom(Side side, const Eigen::Vector3d& center, double yaw = 0.0);
    /// In parallel or in perspective from where the view looks; what is at the focal point keeps its place and size.
    void setOrthographic(bool orthographic);
    /// Moves sideways until the point is in the middle; direction and zoom stay.
    void centerOn(const Eigen::Vector3d& point);
    /// Brings a ball into view, keeping the direction.
    void fit(const Eigen::Vector3d& center, double radius_m);
    /// Comes as close as it can, keeping the direction, with all of `whole` within the rim of the view, and all of
    /// `most` but for strays: at each edge as many as this share of them, where they lie far out. One of both is not
    /// empty.
    void fitPlaces(std::span<const Eigen::Vector3d> whole, std::span<const Eigen::Vector3d> most, double stray,
        const QMarginsF& rim_px);

    [[nodiscard]] QJsonObject toJson() const;
    /// False, with nothing changed, when the values make no sense.
    bool fromJson(const QJsonObject& json);

private:
    void turnTo(double azimuth, double elevation);
    void rememberFocus(const Eigen::Vector3d& point);

    QSizeF m_viewport{1.0, 1.0};
    Eigen::AlignedBox3d m_bounds;
    Eigen::Vector3d m_eye{-30.0, 0.0, 22.0};
    double m_azimuth = 0.0;       ///< heading of the line of sight about +z, from +x
    double m_elevation = 0.6;     ///< how far the line of sight points down
    double m_distance = 38.0;     ///< from the eye to the focal point
    double m_halfHeight_m = 20.0; ///< of orthographic views
    bool m_orthographic = false;
    Eigen::Matrix3d m_sensor_camera = rotation(0.0, 0.6); ///< columns: right, down, forward

    static Eigen::Matrix3d rotation(double azimuth, double elevation);
};

} // namespace lunkuo
