#pragma once

#include "model/project/ProjectStore.h"

namespace lunkuo
{

/// What a reviewer had accepted, and what it was like then.
struct FormerAcceptance
{
    Verdict verdict;
    JudgedShape accepted;
};

/// Where nothing is said of an object in a frame because it was changed after somebody had accepted it: what had been
/// said, from the history. Nothing where it never was accepted, where a reviewer took that back, or where it was so
/// long ago that finding it would keep people waiting.
std::optional<FormerAcceptance> formerAcceptance(
    const ProjectStore& store, const Scene& scene, TrackId track, FrameId frame);

} // namespace lunkuo
