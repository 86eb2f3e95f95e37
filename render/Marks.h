#pragma once

#include "render/Layer.h"

#include <QString>
#include <optional>

namespace lunkuo
{

// What layers write over the picture, in logical pixels.

/// "Car 3", in the language of the view.
QString nameOf(const Shape& shape, const ViewState& state);

/// A small plate above all of the shape, in its class's colour; with a padlock when it is locked.
void paintName(QPainter& painter, const Shape& shape, const QString& name, const ViewState& state, bool emphasized);

/// "Nothing changes it".
void paintPadlock(QPainter& painter, const QPointF& middle);

/// Above the middle of a cuboid's picture, where its name goes; nothing when it is behind the eye.
std::optional<QPointF> topOf(const Cuboid& cuboid, const ViewCamera& camera);

/// A plate with words at a place of the picture; returns the rectangle it took.
QRectF paintPlate(QPainter& painter, const QPointF& bottomCenter, const QString& text, const QColor& border);

/// The grips of a cuboid: squares on faces and edges, a disc that turns it. Those of what is held bear a pin.
void paintHandles(QPainter& painter, const Cuboid& cuboid, FaceSet held, const ViewState& state);

/// Seed clicks: a cross for "belongs", a bar for "does not".
void paintSeeds(QPainter& painter, const std::vector<SeedClick>& seeds, const ViewState& state);

} // namespace lunkuo
