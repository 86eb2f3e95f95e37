#pragma once

#include "model/images/PicturedPoints.h"
#include "render/ImageObjects.h"

#include <QTransform>

class QPainter;

namespace lunkuo
{

/// How the objects of a picture are painted over it.
struct ImageLook
{
    QTransform view_picture; ///< pixels of the picture to those of the widget
    QRectF area;             ///< of the widget, where words may be
    ShapeId selected{};
    ShapeId hovered{};
};

/// How much an object stands out; more comes over less.
enum class Standing { Plain, Hovered, WorkedOn };
Standing standingOf(const ImageObject& object, const ImageLook& look);

/// Its cuboid, contour and heading, with a pen that smooths; what it hides of itself is dashed.
void strokeObject(QPainter& painter, const ImageObject& object, Standing standing, const QTransform& view_picture);
/// The part of the widget that the strokes take up.
QRectF strokesOf(const ImageObject& object, const QTransform& view_picture);

/// Class, number and attributes beside the objects, as many as have room.
void paintLabels(QPainter& painter, const std::vector<ImageObject>& objects, const ImageLook& look);

/// Points as squares in the colour of their distance, near ones warm; they must come with the farthest first.
void paintDepths(QImage& image, const std::vector<PicturedPoint>& points, const QTransform& image_picture, int size_px);

/// A sentence in the middle of the area.
void paintSentence(QPainter& painter, const QColor& color, const QRectF& area, const QString& sentence);

} // namespace lunkuo
