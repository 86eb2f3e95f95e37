#pragma once

#include "render/Layer.h"
#include "render/ViewColors.h"

#include <QString>
#include <optional>

namespace lunkuo
{

// What layers write over the picture, in logical pixels.

/// "Car 3", in the language of the view.
QString nameOf(const Shape& shape, const ViewState& state);

/// Small plates above the shapes, edged in their class's colour: no two of them overlap. The selected and the hovered
/// one have theirs always, the selected one's filled; the others, nearest first, where names are shown and there is
/// room. Locked ones have a padlock beside.
void paintNames(QPainter& painter, const std::vector<const Shape*>& shapes, const ViewState& state);

/// "Nothing changes it".
void paintPadlock(QPainter& painter, const QPointF& middle);

/// Above the middle of a cuboid's picture, where its name goes; nothing when it is behind the eye.
std::optional<QPointF> topOf(const Cuboid& cuboid, const ViewCamera& camera);

/// Where a plate with those words would be.
QRectF plateRect(const QPainter& painter, const QPointF& bottomCenter, const QString& text);

/// A plate with words at a place of the picture; returns the rectangle it took. `border` is meant for a dark ground.
QRectF paintPlate(QPainter& painter, const ViewColors& colors, const QPointF& bottomCenter, const QString& text,
    const QColor& border);

/// The grips of a cuboid: squares on faces and edges, a disc that turns it. Those of what is held bear a pin.
void paintHandles(QPainter& painter, const Cuboid& cuboid, FaceSet held, const ViewState& state);

/// Seed clicks: a cross for "belongs", a bar for "does not".
void paintSeeds(QPainter& painter, const std::vector<SeedClick>& seeds, const ViewState& state);

} // namespace lunkuo
