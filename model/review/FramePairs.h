#pragma once

#include "model/scene/Scene.h"

#include <QDir>
#include <QStringList>
#include <utility>
#include <vector>

namespace lunkuo
{

/// One of two annotations of the same data.
struct ComparedScene
{
    const Scene& scene;
    QDir folder; ///< what relative paths of the scene start from
};

/// Which frames of two scenes are the same moment.
struct FramePairs
{
    std::vector<std::pair<FrameId, FrameId>> both; ///< in the order of the first scene
    QStringList onlyA;                             ///< "sequence/frame", in order
    QStringList onlyB;
};

/// By the names of sequence and frame, else by the file of the cloud. A name that two frames of a scene have says
/// nothing.
FramePairs pairFrames(const ComparedScene& a, const ComparedScene& b);

/// "sequence/frame"
QString fullNameOf(const Scene& scene, FrameId frame);

} // namespace lunkuo
