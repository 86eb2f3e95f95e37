#pragma once

#include "model/geometry/Cuboid.h"
#include "model/scene/Outline.h"

#include <QPen>
#include <QPolygonF>
#include <QRect>

class QPainter;

namespace lunkuo
{

/// A flat picture of what is round an object, in the object's own frame: from above with its front to the right, or
/// from its right side.
struct PlanView
{
    QRect pane;
    bool isFromAbove = true;
    double scale = 1.0; ///< pixels per metre
    Cuboid about;       ///< its centre is in the middle of the pane

    /// The pixel of a place in the sensor frame.
    [[nodiscard]] QPointF operator()(const Eigen::Vector3d& place) const;
};

/// From above the bottom face, from the side what all of the box covers.
QPolygonF polygonOf(const PlanView& view, const Cuboid& cuboid);
/// From above with a line ahead of its front.
void drawBox(QPainter& painter, const PlanView& view, const Cuboid& cuboid, const QPen& pen);
/// Footprint or profile of an outline whose cuboid that is, dashed and lightly filled.
void drawOutline(
    QPainter& painter, const PlanView& view, const Outline& outline, const Cuboid& cuboid, const QColor& color);

} // namespace lunkuo
