#pragma once

#include "model/base/Ids.h"
#include "model/geometry/Cuboid.h"

#include <QString>
#include <vector>

namespace lunkuo
{

/// What a detector has found in a frame: no annotation before a person accepts it.
struct Prelabel
{
    QString classId;
    Cuboid cuboid;      ///< sensor frame
    double score = 1.0; ///< 0..1, as the detector is sure

    friend bool operator==(const Prelabel&, const Prelabel&) = default;
};

/// All of a frame, in the order of their source; `id` is the frame's.
struct FramePrelabels
{
    FrameId id;
    std::vector<Prelabel> boxes;

    friend bool operator==(const FramePrelabels&, const FramePrelabels&) = default;
};

} // namespace lunkuo
