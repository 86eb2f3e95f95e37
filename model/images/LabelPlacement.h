#pragma once

#include <QRectF>
#include <optional>
#include <vector>

namespace lunkuo
{

/// Words that are to be written beside something in a picture.
struct LabelWish
{
    QRectF about;              ///< what they are about
    std::vector<QSizeF> sizes; ///< the rooms that they may take, the best one first
    bool isNeeded = false;     ///< written even where that covers others
    bool keepsFree = false;    ///< no label but a needed one may lie over what this one is about
};

struct LabelPlace
{
    QRectF place;
    std::size_t size = 0; ///< which of the wished ones
};

/// Where each label goes, in the order of the wishes: the first chooses first. Labels keep within the area and never
/// cover each other nor what is to be kept free, but for needed ones; nothing for a label that finds no room.
std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<LabelWish>& wishes, const QRectF& area);

} // namespace lunkuo
