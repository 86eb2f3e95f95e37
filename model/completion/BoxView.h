#pragma once

#include "model/completion/Completer.h"
#include "model/completion/RectangleCost.h"

namespace lunkuo
{

/// What a frame says about an object of which a box is known already: the surroundings from the middle of the box, and
/// which samples hang together with what is in it or with the clicks.
struct BoxView
{
    Surroundings around;
    std::vector<Sample> belongs; ///< the clicks
    std::vector<Sample> excluded;
    std::vector<Sample> inside; ///< some of the samples in the box
    Growth growth;

    /// The sample in the box that is nearest to its middle; there must be one.
    [[nodiscard]] Sample middlemost() const;
    /// Of the ground below the box, as the cloud has it.
    [[nodiscard]] double groundBelow(const PreparedFrame& frame, const Cuboid& cuboid) const;
    /// The box seen from above, relative to `around.click`.
    [[nodiscard]] Rectangle footprint(const PreparedFrame& frame, const Cuboid& cuboid) const;
};

/// Error: one sentence, when the box lies beyond all that a frame may hold.
Result<BoxView> lookAtBox(const PreparedFrame& frame, const Cuboid& cuboid, const CompletionInput& input = {});

/// For and against boxes near the one that was looked at.
Evidence evidenceOf(const PreparedFrame& frame, const BoxView& view, const SizePrior& prior, BodyKind body);

} // namespace lunkuo
