#pragma once

namespace lunkuo
{

enum class ColorBy { Height, Intensity, Ring, Rgb, Class, Plain };

/// How points are coloured. The range is in the field's own unit; `automatic` takes it from the cloud.
struct PointColoring
{
    ColorBy by = ColorBy::Height;
    bool automatic = true;
    double minimum = 0.0;
    double maximum = 1.0;

    friend bool operator==(const PointColoring&, const PointColoring&) = default;
};

} // namespace lunkuo
