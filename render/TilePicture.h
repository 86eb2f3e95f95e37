#pragma once

#include "render/SideCrop.h"
#include "render/SideMarks.h"
#include "render/TileMarks.h"

namespace lunkuo
{

/// One shape in a tile: the points round it and the shape as it is just now.
struct TilePicture
{
    QRect tile; ///< logical pixels, with the head
    const SideSight& sight;
    const Shape& shape;
    const ViewColors& colors;
    QColor color; ///< of the class, on that ground
    double pixel_m = 0.01;
    std::shared_ptr<const NearPoints> points{}; ///< null: not there yet, or not to be had
    QString failure{};                          ///< why not
    std::optional<SideGrip> grip{};
    bool isEditable = false;
    bool hasFigures = false;
};

/// Where the sight's centre is drawn.
QPointF middleOfTile(const QRect& tile);
/// Metres that a logical pixel must span for a cuboid of that size, with `round_m` on each side, to fit into tiles;
/// `grips_px` is kept free round it.
double pixelFor(const Eigen::Vector3d& size, ObjectSide side, const QSize& tile, double round_m, double grips_px);
/// Everything but the signs. `crop` is kept from picture to picture.
void paintTile(QPainter& painter, SideCrop& crop, const TilePicture& picture, qreal pixelRatio);
/// What its signs say, with the shape's verdict; not which tile is chosen or where somebody is.
TileSigns signsOf(const Scene& scene, const Shape& shape);
/// One line for a tooltip.
QString tellTile(const Scene& scene, const Shape& shape);

} // namespace lunkuo
