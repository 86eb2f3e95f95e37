#include "render/ImageStamps.h"

#include <QPaintDevice>
#include <QPainter>

#include <set>

namespace lunkuo
{

namespace
{

constexpr double largestShare = 0.125; ///< of the area, so that many stamps take no more than a few pictures do

bool haveSameStrokes(const ImageObject& one, const ImageObject& other)
{
    return one.derivation == other.derivation && one.color == other.color && one.edges == other.edges &&
           one.heading == other.heading && one.contour == other.contour;
}

} // namespace

void ImageStamps::paint(QPainter& painter, const std::vector<ImageObject>& objects, const ImageLook& look)
{
    const QRectF all(painter.window());
    const Place place{look.view_picture, painter.hasClipping() ? all & painter.clipBoundingRect() : all,
        painter.device()->devicePixelRatioF()};
    if (place != m_place)
        m_stamps.clear();
    m_place = place;
    forgetOthers(objects);
    painter.save();
    for (const bool last : {false, true})
        for (const ImageObject& object : objects)
            if (const Standing standing = standingOf(object, look); (standing == Standing::WorkedOn) == last)
                put(painter, object, standing);
    painter.restore();
}

void ImageStamps::put(QPainter& painter, const ImageObject& object, Standing standing)
{
    const Key key{object.id, object.isDraft, standing};
    auto stamp = m_stamps.find(key);
    if (stamp == m_stamps.end() || !haveSameStrokes(stamp->second.object, object))
        stamp = m_stamps.insert_or_assign(key, stroke(object, standing)).first;
    if (!stamp->second.image.isNull()) {
        painter.drawImage(stamp->second.at, stamp->second.image);
    } else if (strokesOf(object, m_place.view_picture).intersects(m_place.area)) {
        ++m_strokedCount;
        strokeObject(painter, object, standing, m_place.view_picture);
    }
}

ImageStamps::Stamp ImageStamps::stroke(const ImageObject& object, Standing standing)
{
    Stamp stamp{object, {}, {}};
    const QRectF wanted = strokesOf(object, m_place.view_picture) & m_place.area;
    if (wanted.isEmpty() ||
        wanted.width() * wanted.height() > largestShare * m_place.area.width() * m_place.area.height())
        return stamp;
    // Pixel on pixel, so that putting it there blurs nothing.
    const QRect pixels = QRectF(wanted.topLeft() * m_place.ratio, wanted.size() * m_place.ratio).toAlignedRect();
    stamp.at = QPointF(pixels.topLeft()) / m_place.ratio;
    stamp.image = QImage(pixels.size(), QImage::Format_ARGB32_Premultiplied);
    stamp.image.setDevicePixelRatio(m_place.ratio);
    stamp.image.fill(Qt::transparent);
    QPainter painter(&stamp.image);
    painter.translate(-stamp.at);
    strokeObject(painter, object, standing, m_place.view_picture);
    ++m_strokedCount;
    return stamp;
}

void ImageStamps::forgetOthers(const std::vector<ImageObject>& objects)
{
    std::set<std::pair<ShapeId, bool>> here;
    for (const ImageObject& object : objects)
        here.emplace(object.id, object.isDraft);
    std::erase_if(m_stamps, [&](const auto& entry) {
        return !here.contains({std::get<0>(entry.first), std::get<1>(entry.first)});
    });
}

} // namespace lunkuo
