#pragma once

#include "model/scene/Shape.h"

#include <QJsonObject>
#include <optional>

namespace lunkuo
{

/// A shape's outline as OpenLABEL object data: poly3d "footprint" (at the cuboid's bottom) and "profile" (in its middle
/// plane), mesh "surface" with triangles as areas that refer to points; all in `coordinateSystem`, where each part came
/// from as vec attributes. Adds to `objectData`.
void addOutline(const Shape& shape, const QString& coordinateSystem, QJsonObject& objectData);

/// The outline that addOutline wrote, in the cuboid's own frame; empty where there is none; nothing when it is damaged.
std::optional<Outline> outlineFrom(const QJsonObject& objectData, const Cuboid& cuboid);

} // namespace lunkuo
