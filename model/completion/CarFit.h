#pragma once

#include "model/completion/CarShape.h"
#include "model/completion/RectangleFit.h"

namespace lunkuo
{

/// A car of a shape in a place. The rectangle's yaw is the heading of its front.
struct CarPose
{
    const CarShape* shape = nullptr;
    Rectangle rectangle;
    double height = 0.0;
    double cost = 0.0;
};

/// Puts cars of all given shapes, both ways round, into the boxes seen from above and refines what fits best. Distinct
/// poses, best first.
std::vector<CarPose> fitCars(
    std::span<const CarShape> shapes, const std::vector<ScoredRectangle>& rectangles, const Evidence& evidence);

/// Distance of a sample from the surface of the car there.
double carDistance(const CarPose& pose, const Sample& sample);

} // namespace lunkuo
