#include "render/raster/EyeDome.h"

#include <algorithm>
#include <utility>

namespace lunkuo
{

namespace
{
constexpr float strength = 6.0F;
constexpr float deepest = 0.35F; ///< steps beyond it, at the edges of things, darken no more
constexpr float leastLight = 0.25F;
/// A positive float's bits grow as its logarithm does: by 2^23 from one power of two to the next.
constexpr float bitsOfTwofold = 8388608.0F;
constexpr std::uint32_t nothing = 0x7f000000; ///< farther than any point

/// To the base 2, from the bits of a positive float; exact at powers of two and straight between them.
float logarithm(std::uint32_t bits)
{
    return static_cast<float>(static_cast<std::int32_t>(bits & 0x7fffffffU)) / bitsOfTwofold;
}

/// What is left of the light of a pixel that lies behind its neighbours by so many doublings of their depth, on
/// average.
float lightBehind(float steps)
{
    const float dim = strength * steps;
    return std::max(leastLight, 1.0F / (1.0F + dim + 0.5F * dim * dim));
}
} // namespace

EyeDome::EyeDome(const PointRaster& raster, int reach_px)
    : m_raster(raster)
    , m_reach(reach_px)
    , m_lines(std::size_t(2 * reach_px + 1))
    , m_light(std::size_t(raster.width()))
{
    for (Line& line : m_lines)
        line.logarithms.resize(std::size_t(raster.width() + 2 * reach_px));
}

/// Beyond the picture's rim lies nothing.
const float* EyeDome::logarithmsOf(int y)
{
    Line& line = m_lines[std::size_t(y + m_reach) % m_lines.size()];
    if (std::exchange(line.y, y) == y)
        return line.logarithms.data();
    std::fill(line.logarithms.begin(), line.logarithms.end(), logarithm(nothing));
    if (y < 0 || y >= m_raster.height())
        return line.logarithms.data();
    const std::span<const PointRaster::Cell> cells = m_raster.row(y);
    float* const to = line.logarithms.data() + m_reach;
    for (std::size_t x = 0; x < cells.size(); ++x)
        to[x] = logarithm(static_cast<std::uint32_t>(cells[x] >> 32));
    return line.logarithms.data();
}

std::span<const float> EyeDome::row(int y)
{
    const float* const above = logarithmsOf(y - m_reach);
    const float* const here = logarithmsOf(y);
    const float* const below = logarithmsOf(y + m_reach);
    const auto right = std::size_t(2 * m_reach);
    const auto step = [](float from, float to) { return std::min(std::max(from - to, 0.0F), deepest); };
    const std::size_t middle = right / 2;
    const std::size_t width = m_light.size();
    float* const light = m_light.data();
    for (std::size_t x = 0; x < width; ++x) {
        const float depth = here[x + middle];
        const float beside = step(depth, here[x]) + step(depth, here[x + right]) + step(depth, above[x + middle]) +
                             step(depth, below[x + middle]);
        const float aslant = step(depth, above[x]) + step(depth, above[x + right]) + step(depth, below[x]) +
                             step(depth, below[x + right]);
        light[x] = lightBehind((beside + 0.5F * aslant) / 6.0F);
    }
    return m_light;
}

} // namespace lunkuo
