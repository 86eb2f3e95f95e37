#pragma once

#include "model/tools/SideHand.h"
#include "render/ViewColors.h"

#include <QPainter>
#include <functional>

namespace lunkuo
{

/// What a side view draws over the points of its object, in logical pixels.
struct SideDrawing
{
    const SideSight& sight;
    const Shape& shape;
    const ViewColors& colors;
    QColor color;                                           ///< of the class, on that ground
    std::function<QPointF(const Eigen::Vector2d&)> pixelOf; ///< of a place on the sight's plane
    double pixel_m = 0.01;
    std::optional<SideGrip> grip{}; ///< under the cursor, or held
    bool isEditable = true;
    bool isTentative = false;    ///< suggested: nobody has confirmed it
    bool hasFigures = true;      ///< how long its sides are
    std::vector<QRectF> taken{}; ///< where something else is written

    /// Where a point of the shape's own frame is drawn.
    [[nodiscard]] QPointF pixelOfObject(const Eigen::Vector3d& object) const;
    /// The middle of a face or, with two signs, an edge that is seen as a corner.
    [[nodiscard]] QPointF pixelOfSide(const Eigen::Vector3i& side) const;
    [[nodiscard]] QPointF turnGrip() const;
};

constexpr double sideGripRadius_px = 3.5;

/// The cuboid with its outline and heading, grips, pins where it is held, and how long its sides are.
void paintSide(QPainter& painter, const SideDrawing& drawing);

/// What the shape is held against: box, outline and front in dashes, with nothing to take hold of.
void paintGhost(QPainter& painter, const SideDrawing& drawing);

/// The part of the view that the scale takes up.
QRectF scaleRect(const QFontMetricsF& metrics, const QSizeF& view, double pixel_m);

/// How long a metre or so is, at the lower right.
void paintScale(QPainter& painter, const ViewColors& colors, const QSizeF& view, double pixel_m);

} // namespace lunkuo
