#include "render/SpeedPlaces.h"

#include "model/geometry/Polygon.h"
#include "model/tools/Handles.h"

#include <QLineF>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double gap_px = 6.0;
constexpr double grip_px = 6.0;     ///< how far a grip reaches from its middle
constexpr double repeat_px = 200.0; ///< farther from each other the same words may stand twice

/// Below, to the right, to the left of and, last, above a part of the screen, where names stand.
std::vector<QRectF> placesBeside(const QRectF& part, const QSizeF& plate)
{
    const double left = part.center().x() - 0.5 * plate.width();
    const double top = part.center().y() - 0.5 * plate.height();
    return {QRectF(QPointF(left, part.bottom() + gap_px), plate), QRectF(QPointF(part.right() + gap_px, top), plate),
        QRectF(QPointF(part.left() - gap_px - plate.width(), top), plate),
        QRectF(QPointF(left, part.top() - gap_px - plate.height()), plate)};
}
} // namespace

std::vector<std::optional<QRectF>> placeSpeeds(
    const std::vector<SpeedWish>& wishes, const std::vector<QPolygonF>& taken, const QRectF& view)
{
    std::vector<std::optional<QRectF>> places;
    std::vector<QRectF> written;
    const auto isFree = [&](const QRectF& plate) {
        return view.contains(plate) && std::none_of(written.begin(), written.end(), [&](const QRectF& other) {
            return other.intersects(plate);
        }) && std::none_of(taken.begin(), taken.end(), [&](const QPolygonF& part) { return part.intersects(plate); });
    };
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const SpeedWish& wish = wishes[i];
        places.emplace_back();
        // At its place; where something covers that, beside what does.
        std::vector<QRectF> choice = placesBeside(QRectF(wish.place, QSizeF(0.0, 0.0)), wish.plate);
        for (const QPolygonF& part : taken)
            if (part.intersects(choice.front()))
                std::ranges::copy(placesBeside(part.boundingRect(), wish.plate), std::back_inserter(choice));
        const auto free = std::find_if(choice.begin(), choice.end(), isFree);
        if (free == choice.end())
            continue;
        const auto saysTheSame = [&](std::size_t other) {
            return places[other] && wishes[other].words == wish.words &&
                   QLineF(places[other]->center(), free->center()).length() < repeat_px;
        };
        bool isSaid = false;
        for (std::size_t other = 0; other < i; ++other)
            isSaid |= saysTheSame(other);
        if (isSaid)
            continue;
        written.push_back(*free);
        places.back() = *free;
    }
    return places;
}

QPolygonF screenOf(const Cuboid& cuboid, const ViewCamera& camera)
{
    std::vector<Eigen::Vector3d> places;
    std::ranges::copy(cuboid.corners(), std::back_inserter(places));
    for (const Handle& handle : handlesOf(cuboid))
        places.push_back(positionOf(handle, cuboid));
    Polygon2 pixels;
    for (const Eigen::Vector3d& place : places) {
        const auto pixel = camera.pixelOf(place);
        if (!pixel)
            return {};
        for (const double x : {-grip_px, grip_px})
            for (const double y : {-grip_px, grip_px})
                pixels.emplace_back(pixel->x() + x, pixel->y() + y);
    }
    QPolygonF hull;
    for (const Eigen::Vector2d& pixel : convexHull(std::move(pixels)))
        hull << QPointF(pixel.x(), pixel.y());
    return hull;
}

} // namespace lunkuo
