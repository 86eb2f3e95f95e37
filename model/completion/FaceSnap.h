#pragma once

#include "model/completion/RectangleCost.h"

namespace lunkuo
{

/// Moves the faces that the sensor can see onto the object's points. The faces behind follow, so that the size stays,
/// and move out where points lie beyond them. `height` is the object's.
Rectangle snapFaces(
    const Rectangle& rectangle, const std::vector<Sample>& points, const Eigen::Vector2d& sensor, double height);

/// Moves the far ends of the sides that the sensor can see to where the points in the box end, whosesoever they are, if
/// rays went on beyond.
Rectangle trimEnds(const Rectangle& rectangle, const std::vector<Sample>& points, const Eigen::Vector2d& sensor,
    const Visibility& visibility);

/// The height of the object's highest parts when enough of them were seen, `otherwise` else.
double roofHeight(const Rectangle& rectangle, const std::vector<Sample>& points, double otherwise);

} // namespace lunkuo
