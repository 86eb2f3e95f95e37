#pragma once

#include "model/geometry/Cuboid.h"
#include "render/ViewCamera.h"

#include <QPolygonF>
#include <QString>
#include <vector>

namespace lunkuo
{

/// A speed that is to be written at a place of the screen.
struct SpeedWish
{
    QPointF place;
    QString words;
    QSizeF plate; ///< the room that the words take up
};

/// Where each speed goes, in the order of the wishes: the first chooses first. They keep within the view, off each
/// other and off the `taken` parts of the screen; the same words are not said twice close together. Nothing for one
/// that finds no place.
std::vector<std::optional<QRectF>> placeSpeeds(
    const std::vector<SpeedWish>& wishes, const std::vector<QPolygonF>& taken, const QRectF& view);

/// The part of the screen that a cuboid takes up with its grips; empty when some of it is behind the eye.
QPolygonF screenOf(const Cuboid& cuboid, const ViewCamera& camera);

} // namespace lunkuo
