#pragma once

#include "render/ImagePainter.h"

#include <QImage>

#include <map>

namespace lunkuo
{

/// Paints the objects of a picture and keeps what it stroked: where an object, its standing and the view are as they
/// were, that is put there again, which takes a small part of the time. Who goes from object to object changes how two
/// of them look.
class ImageStamps
{
public:
    /// Into the painter's clip; those that are worked on over the others.
    void paint(QPainter& painter, const std::vector<ImageObject>& objects, const ImageLook& look);
    /// How many times an object was stroked since this exists.
    [[nodiscard]] int strokedCount() const { return m_strokedCount; }

private:
    struct Stamp
    {
        ImageObject object; ///< that it shows
        QImage image;       ///< null: too large to be kept
        QPointF at;
    };
    /// Where stamps fit.
    struct Place
    {
        QTransform view_picture;
        QRectF area;
        double ratio = 1.0;

        bool operator==(const Place&) const = default;
    };
    using Key = std::tuple<ShapeId, bool, Standing>; ///< bool: a draft

    void put(QPainter& painter, const ImageObject& object, Standing standing);
    [[nodiscard]] Stamp stroke(const ImageObject& object, Standing standing);
    void forgetOthers(const std::vector<ImageObject>& objects);

    Place m_place;
    std::map<Key, Stamp> m_stamps;
    int m_strokedCount = 0;
};

} // namespace lunkuo
