#pragma once

#include "render/ColorMap.h"

#include <QColor>
#include <QPalette>

namespace lunkuo
{

/// The colours of every view that we paint ourselves, on the ground that the theme has. Those of a light ground say the
/// same as those of a dark one.
struct ViewColors
{
    Backdrop backdrop;
    QColor scene;      ///< behind the main view and behind images
    QColor ground;     ///< behind an object seen from its sides
    QColor between;    ///< between tiles
    QColor edge;       ///< of views and tiles
    QColor accent;     ///< what is chosen, or has the keys
    QColor here;       ///< of the frame that is looked at
    QColor words;      ///< on plates and heads
    QColor hint;       ///< words that stay behind the rest, on any of the grounds
    QColor plate;      ///< behind words that stand in a picture
    QColor head;       ///< of a tile
    QColor chosenHead; ///< of one that is chosen
    QColor grip;
    QColor gripRim;      ///< and the pin in it
    QColor meant;        ///< what the cursor is on
    QColor groundPoints; ///< of a cloud, round an object that is seen from its sides
    QColor otherPoints;
    QColor ownPoints;   ///< inside the object
    float farShade;     ///< of their colours, what is farthest from the eye has this share; the rest is the ground's
    QColor takenPoints; ///< what seed clicks have taken, in the main view
    QColor doubt;
    QColor accepted;

    static const ViewColors& of(Backdrop backdrop);
    static const ViewColors& of(const QPalette& palette);

    /// A colour meant for a dark ground, on this one.
    [[nodiscard]] QColor inked(const QColor& color) const;
    /// The same, set off from it: brighter where the ground is dark, darker where it is light.
    [[nodiscard]] QColor stronger(const QColor& color) const;
};

} // namespace lunkuo
