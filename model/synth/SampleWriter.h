#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QString>

namespace lunkuo::synth
{

struct SampleOptions
{
    int frames = 20;
    std::uint64_t seed = 1;
    int beams = 64;
    bool hasManoeuvres = false; ///< vehicles brake, set off, pull out and turn instead of going evenly

    static constexpr int mostFrames = 600;
    static constexpr int mostBeams = 128;
};

struct SampleSummary
{
    int frames = 0;
    int objects = 0; ///< in the street, each counted once
    int labels = 0;  ///< rows of label_2
    std::size_t points = 0;
};

/// Drives through the simulated street and writes what the sensors saw as a KITTI-like folder: velodyne, image_2,
/// calib, label_2, poses.txt, times.txt, the whole truth as OpenLABEL in truth.json, and a README.txt that says what is
/// what. It is written beside its place and renamed when it is whole; that place must be free or an empty folder. Same
/// options, same bytes.
Result<SampleSummary> writeSample(
    const QString& folder, const SampleOptions& options = {}, const Progress& progress = {});

} // namespace lunkuo::synth
