#include "model/images/LabelPlacement.h"

#include <algorithm>
#include <array>

namespace lunkuo
{

namespace
{
constexpr double gap_px = 3.0;

/// The places beside a thing, the best first: above it, below it, to the right, to the left, and at the top inside it.
std::array<QPointF, 7> cornersBeside(const QRectF& about, const QSizeF& size)
{
    const double above = about.top() - gap_px - size.height();
    const double below = about.bottom() + gap_px;
    const double middle = about.center().x() - 0.5 * size.width();
    return {QPointF(about.left(), above), QPointF(about.right() - size.width(), above), QPointF(middle, below),
        QPointF(about.right() + gap_px, about.top()), QPointF(about.left() - gap_px - size.width(), about.top()),
        QPointF(about.right() + gap_px, about.bottom() - size.height()),
        QPointF(about.left() + gap_px, about.top() + gap_px)};
}

QRectF movedInto(const QRectF& area, QRectF label)
{
    label.moveLeft(std::max(area.left(), std::min(label.left(), area.right() - label.width())));
    label.moveTop(std::max(area.top(), std::min(label.top(), area.bottom() - label.height())));
    return label;
}

std::optional<LabelPlace> freePlace(const LabelWish& wish, const QRectF& area, const std::vector<QRectF>& taken)
{
    for (std::size_t i = 0; i < wish.sizes.size(); ++i)
        for (const QPointF& corner : cornersBeside(wish.about, wish.sizes[i])) {
            const QRectF label(corner, wish.sizes[i]);
            const auto isCovered = [&label](const QRectF& other) { return other.intersects(label); };
            if (area.contains(label) && std::none_of(taken.begin(), taken.end(), isCovered))
                return LabelPlace{label, i};
        }
    return std::nullopt;
}
} // namespace

std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<LabelWish>& wishes, const QRectF& area)
{
    std::vector<std::optional<LabelPlace>> places;
    std::vector<QRectF> taken;
    for (const LabelWish& wish : wishes)
        if (wish.keepsFree)
            taken.push_back(wish.about);
    for (const LabelWish& wish : wishes) {
        auto place = freePlace(wish, area, taken);
        if (!place && wish.isNeeded && !wish.sizes.empty())
            place =
                LabelPlace{movedInto(area, QRectF(cornersBeside(wish.about, wish.sizes[0]).front(), wish.sizes[0])), 0};
        if (place)
            taken.push_back(place->place);
        places.push_back(place);
    }
    return places;
}

} // namespace lunkuo
