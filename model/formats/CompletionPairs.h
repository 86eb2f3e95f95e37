#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// Writes what shape completion is trained on: for each object and frame with points and an outline, the points inside
/// its cuboid (partial/) and points of the completed surface (complete/), both in the object's own frame as .npy and
/// .ply, and the surface itself (outline/, .ply). pairs.csv says what each is: class, track, frame, cuboid, how much of
/// the surface was seen, who made it; train.txt, val.txt and test.txt list the names.
Result<ExportReport> writeCompletionPairs(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Points that stand for a surface.
inline constexpr int completionSamples = 8192;
/// Of the generator that chooses them, mixed with the shape's id.
inline constexpr std::uint64_t completionSeed = 20240501;

} // namespace lunkuo
