#pragma once

#include <array>
#include <cstdint>

namespace lunkuo
{

using ByteColor = std::array<std::uint8_t, 3>;

enum class ColorMap { Turbo, Viridis };

/// The colour of t in [0, 1]; what lies outside takes the nearest end, NaN the lower one. The dark ends of the maps are
/// left out, so that every point shows on a dark ground.
ByteColor colorAt(ColorMap map, double t);

} // namespace lunkuo
