#pragma once

#include "model/completion/ObjectFit.h"

namespace lunkuo
{

/// The box of a person, a two-wheeler or another thing so small and thin that the sensor sees nearly all of it: round
/// its points, with the length along the way in which they stretch farthest near the ground. Nothing when there is too
/// little to see.
std::optional<ObjectFit> fitSmall(const Surroundings& around, const Growth& growth, const Evidence& evidence);

} // namespace lunkuo
