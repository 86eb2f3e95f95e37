#pragma once

#include "render/Layer.h"

#include <QString>

namespace lunkuo
{

/// Sentences that the view itself contributes to the overlay.
struct OverlayText
{
    QString title;   ///< frame name
    QString loading; ///< what is on its way
    QString mode;    ///< what mouse and keys do now that they do not usually do
    QString problem; ///< shown in the middle: why there is no picture
};

/// Writes over the picture: frame name and number of points, legend, axes, and what is wrong.
void paintOverlay(QPainter& painter, const ViewState& state, const OverlayText& text);

} // namespace lunkuo
