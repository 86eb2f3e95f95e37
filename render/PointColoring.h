#pragma once

#include "render/ColorMap.h"

#include <optional>

namespace lunkuo
{

/// Camera: the colours that the frame's images show.
enum class ColorBy { Height, Intensity, Ring, Rgb, Class, Plain, Camera };
inline constexpr int colorings = static_cast<int>(ColorBy::Camera) + 1;

/// How points are coloured. The range is in the field's own unit; `automatic` takes it from the cloud.
struct PointColoring
{
    static constexpr double leastGamma = 0.25;
    static constexpr double mostGamma = 4.0;

    ColorBy by = ColorBy::Height;
    bool automatic = true;
    double minimum = 0.0;
    double maximum = 1.0;
    double gamma = 1.0;            ///< above 1 spreads the upper part of the range over the colours, below 1 the lower
    std::optional<ColorMap> map{}; ///< none: the one that suits what is shown

    friend bool operator==(const PointColoring&, const PointColoring&) = default;
};

} // namespace lunkuo
