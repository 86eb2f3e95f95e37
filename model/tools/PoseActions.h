#pragma once

#include "model/document/Document.h"
#include "model/sequence/ScanRegistration.h"

namespace lunkuo
{

/// What becomes of poses that were measured when others are estimated.
enum class MeasuredPoses { Keep, Replace };

/// The frames of the sequence get the estimated poses, marked as such, as one edit. Where measured poses are kept, the
/// estimated ones go on from the nearest of them; otherwise the first frame's pose is where the world begins. Error:
/// when there are not as many poses as frames, or all of them have measured ones, which are kept.
Result<void> usePoses(
    Document& document, SequenceId sequence, const EstimatedPoses& poses, MeasuredPoses measured = MeasuredPoses::Keep);

/// Frames whose poses were estimated have none again.
Result<void> forgetEstimatedPoses(Document& document, SequenceId sequence);

/// How many frames of a sequence have poses, and how many of these were estimated.
struct PoseCount
{
    std::size_t frames = 0;
    std::size_t posed = 0;
    std::size_t estimated = 0;
    [[nodiscard]] std::size_t measured() const { return posed - estimated; }
};
PoseCount countPoses(const Scene& scene, SequenceId sequence);

} // namespace lunkuo
