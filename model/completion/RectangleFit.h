#pragma once

#include "model/completion/RectangleCost.h"

namespace lunkuo
{

struct ScoredRectangle
{
    Rectangle rectangle;
    double cost = 0.0;
};

/// The direction in which the samples stretch farthest (principal axis), radians; one of the two opposite ones.
double mainHeading(const std::vector<Sample>& samples);

/// The distinct boxes seen from above that explain the evidence, best first, at most `most`; empty when there is too
/// little to see. A heading and the one opposite are the same here.
std::vector<ScoredRectangle> fitRectangles(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, std::size_t most);

} // namespace lunkuo
