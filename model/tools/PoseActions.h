#pragma once

#include "model/document/Document.h"
#include "model/sequence/ScanRegistration.h"

namespace lunkuo
{

/// The frames of the sequence get the estimated poses, marked as such, as one edit; the first one's pose is where the
/// world begins. Error: when there are not as many poses as frames.
Result<void> usePoses(Document& document, SequenceId sequence, const EstimatedPoses& poses);

/// Frames whose poses were estimated have none again.
Result<void> forgetEstimatedPoses(Document& document, SequenceId sequence);

/// How many frames of a sequence have poses, and how many of these were estimated.
struct PoseCount
{
    std::size_t frames = 0;
    std::size_t posed = 0;
    std::size_t estimated = 0;
};
PoseCount countPoses(const Scene& scene, SequenceId sequence);

} // namespace lunkuo
