#pragma once

#include "model/document/Draft.h"
#include "model/images/ImageBoard.h"
#include "model/images/PicturedShape.h"
#include "model/tools/Hidden.h"
#include "model/tools/Subject.h"

#include <QColor>
#include <QRectF>

namespace lunkuo
{

/// A shape as one camera sees it, pixels of its picture.
struct ImageObject
{
    ShapeId id; ///< invalid for half-made work
    bool isDraft = false;
    Derivation derivation = Derivation::KeyFrame;
    QColor color;
    std::vector<PicturedCurve> edges;
    std::vector<PicturedCurve> heading;
    std::vector<PicturedCurve> contour;
    QRectF extent; ///< within the picture
    double distance_m = 0.0;
    QString name;    ///< "Car 3"
    QString details; ///< its attributes
};

/// What of the frame's shapes is in the picture, the farthest first, without those that the selection or `hidden`
/// (null: nothing more) hides. The draft stands for the shape it replaces; `suggested` is drawn as half made.
std::vector<ImageObject> imageObjects(const Scene& scene, const Selection& selection, const Draft& draft,
    const std::optional<Subject>& suggested, const Camera& camera, const HiddenPtr& hidden = {});

} // namespace lunkuo
