#include "render/ColorMap.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

using Polynomial = std::array<double, 7>; ///< coefficients, constant first

/// Fits of the published tables, one polynomial per channel.
struct Map
{
    std::array<Polynomial, 3> channels;
    double first; ///< the part of the map that is used
    double last;
};

constexpr Map turbo{{{{0.13572138, 4.61539260, -42.66032258, 132.13108234, -152.94239396, 59.28637943, 0.0},
                        {0.09140261, 2.19418839, 4.84296658, -14.18503333, 4.27729857, 2.82956604, 0.0},
                        {0.10667330, 12.64194608, -60.58204836, 110.36276771, -89.90310912, 27.34824973, 0.0}}},
    0.10, 0.93};

constexpr Map viridis{{{{0.2777273, 0.1050930, -0.3308618, -4.6342305, 6.2282699, 4.7763850, -5.4354559},
                          {0.0054073, 1.4046135, 0.2148476, -5.7991010, 14.1799334, -13.7451454, 4.6458526},
                          {0.3340998, 1.3845902, 0.0950952, -19.3324410, 56.6905526, -65.3530326, 26.3124352}}},
    0.15, 1.0};

constexpr Map cividis{{{{-0.017804, -0.138588, 9.340118, -25.108627, 27.547922, -10.629686, 0.0},
                          {0.127412, 0.669529, 0.207137, -0.515529, 0.692471, -0.264196, 0.0},
                          {0.318588, 1.734745, -9.735020, 24.185255, -25.940941, 9.708510, 0.0}}},
    0.10, 1.0};

constexpr Polynomial straight{0.0, 1.0};
constexpr Map grey{{{straight, straight, straight}}, 0.22, 1.0};

constexpr double darkening = 0.62; ///< of colours on a light ground
constexpr int tableSize = 1024;
using Table = std::array<ByteColor, tableSize>;

double evaluate(const Polynomial& polynomial, double t)
{
    double value = 0.0;
    for (auto coefficient = polynomial.rbegin(); coefficient != polynomial.rend(); ++coefficient)
        value = value * t + *coefficient;
    return value;
}

Table tabulate(const Map& map, Backdrop backdrop)
{
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double t = map.first + (map.last - map.first) * static_cast<double>(i) / (tableSize - 1);
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const double value = std::clamp(evaluate(map.channels[channel], t), 0.0, 1.0);
            table[i][channel] = static_cast<std::uint8_t>(std::lround(255.0 * value));
        }
        table[i] = on(backdrop, table[i]);
    }
    return table;
}

/// Of all maps in their order, for one ground.
std::array<Table, colorMaps.size()> tabulateAll(Backdrop backdrop)
{
    return {
        tabulate(turbo, backdrop), tabulate(viridis, backdrop), tabulate(cividis, backdrop), tabulate(grey, backdrop)};
}

} // namespace

ByteColor colorAt(ColorMap map, double t, Backdrop backdrop)
{
    static const auto onDark = tabulateAll(Backdrop::Dark);
    static const auto onLight = tabulateAll(Backdrop::Light);
    const double place = t > 0.0 ? std::min(t, 1.0) * (tableSize - 1) + 0.5 : 0.0;
    const auto& tables = backdrop == Backdrop::Dark ? onDark : onLight;
    return tables[static_cast<std::size_t>(map)][static_cast<std::size_t>(place)];
}

ByteColor on(Backdrop backdrop, const ByteColor& color)
{
    if (backdrop == Backdrop::Dark)
        return color;
    ByteColor result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<std::uint8_t>(darkening * color[i]);
    return result;
}

} // namespace lunkuo
