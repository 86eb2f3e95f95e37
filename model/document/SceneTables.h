#pragma once

#include "model/scene/Scene.h"

namespace lunkuo
{

/// The table of a scene that holds values of one type, so that one piece of code serves all of them.
template <class Value, class AnyScene>
auto& tableOf(AnyScene& scene)
{
    if constexpr (std::is_same_v<Value, Track>)
        return scene.tracks;
    else if constexpr (std::is_same_v<Value, Shape>)
        return scene.shapes;
    else if constexpr (std::is_same_v<Value, Frame>)
        return scene.frames;
    else if constexpr (std::is_same_v<Value, Verdict>)
        return scene.verdicts;
    else if constexpr (std::is_same_v<Value, Waiver>)
        return scene.waivers;
    else if constexpr (std::is_same_v<Value, FramePrelabels>)
        return scene.prelabels;
    else if constexpr (std::is_same_v<Value, CheckSetting>)
        return scene.taxonomy.checks;
    else
        return scene.calibrations;
}

} // namespace lunkuo
