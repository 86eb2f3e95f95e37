#pragma once

#include <cmath>
#include <numbers>

namespace lunkuo
{

/// The same direction in (-pi, pi]. NaN stays NaN.
inline double wrapAngle(double angle)
{
    const double wrapped = std::remainder(angle, 2.0 * std::numbers::pi);
    return wrapped <= -std::numbers::pi ? std::numbers::pi : wrapped;
}

inline constexpr double degrees(double radians)
{
    return radians * 180.0 / std::numbers::pi;
}
inline constexpr double radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

} // namespace lunkuo
