#pragma once

#include <array>
#include <cstdint>

namespace lunkuo
{

using ByteColor = std::array<std::uint8_t, 3>;

/// All but turbo run evenly from dark to bright, so that they tell the same to people who do not see all colours.
enum class ColorMap { Turbo, Viridis, Cividis, Grey };
inline constexpr std::array colorMaps{ColorMap::Turbo, ColorMap::Viridis, ColorMap::Cividis, ColorMap::Grey};

/// What is behind the points: colours must stand out from it.
enum class Backdrop { Dark, Light };

/// The colour of t in [0, 1]; what lies outside takes the nearest end, NaN the lower one. The dark ends of the maps are
/// left out, so that every point shows on a dark ground; for a light one all colours are darker.
ByteColor colorAt(ColorMap map, double t, Backdrop backdrop = Backdrop::Dark);

/// A colour meant for a dark ground, on that ground.
ByteColor on(Backdrop backdrop, const ByteColor& color);

} // namespace lunkuo
