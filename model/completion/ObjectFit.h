#pragma once

#include "model/completion/CarFit.h"

#include <optional>

namespace lunkuo
{

/// A box standing on the ground plane, relative to the click; its yaw is the heading of the front.
struct FittedBox
{
    Rectangle rectangle;
    double height = 0.0;
};

struct ObjectFit
{
    FittedBox box;
    const CarShape* shape = nullptr; ///< null for what is no car
    std::vector<FittedBox> others;   ///< distinct runners-up, best first
    double cost = 0.0;               ///< of the evidence against it
    double widestGap = 0.0;          ///< up to which samples were taken for the object's
    double rivalMargin = 0.0;        ///< how much worse the next distinct box is
    double missing = 0.0;            ///< cost of sides that should have been seen
    double pierced = 0.0;            ///< cost of rays that went through the box
    double strangeness = 0.0;        ///< cost of its size
    double agreement = 1.0;          ///< overlap of what the points alone say with what a car's shape says

    /// How likely the box is right when so many points are the object's, 0..1.
    [[nodiscard]] double confidence(std::size_t points) const;
};

/// The amodal box of an object of that kind; nothing when there is too little to see.
std::optional<ObjectFit> fitObject(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, BodyKind body);

/// The same for what nothing almost touches.
std::optional<ObjectFit> fitAlone(
    const Surroundings& around, const Growth& growth, const Evidence& evidence, BodyKind body);

} // namespace lunkuo
