#pragma once

#include "model/review/Disagreement.h"

namespace lunkuo
{

/// What differs in one object through the frames, the worst frame first.
using DisagreementGroup = std::vector<Disagreement>;

/// Disagreements of one kind about the same object, or pair of objects, stand together: one wrong size is one thing to
/// look at, not one per frame. The groups keep the order of their first ones.
std::vector<DisagreementGroup> groupedByObject(const std::vector<Disagreement>& disagreements);

} // namespace lunkuo
