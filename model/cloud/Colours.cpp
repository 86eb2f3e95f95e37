#include "model/cloud/Colours.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr std::array<std::array<const char*, 3>, 3> names{
    {{"red", "green", "blue"}, {"r", "g", "b"}, {"diffuse_red", "diffuse_green", "diffuse_blue"}}};

using Channels = std::array<const CloudField*, 3>;

Channels findChannels(const PointCloud& cloud)
{
    for (const auto& triple : names) {
        Channels found{};
        for (std::size_t i = 0; i < 3; ++i)
            found[i] = cloud.field(QString::fromLatin1(triple[i]));
        if (found[0] && found[1] && found[2])
            return found;
    }
    return {};
}

/// What the values are to be multiplied by to lie in 0..255.
double scaleOf(const Channels& channels)
{
    double largest = 0.0;
    bool floating = false;
    for (const CloudField* channel : channels)
        std::visit(
            [&](const auto& values) {
                using T = typename std::decay_t<decltype(values)>::value_type;
                if constexpr (std::is_same_v<T, std::uint8_t>)
                    return;
                floating = floating || std::is_floating_point_v<T>;
                for (const T value : values)
                    largest = std::max(largest, static_cast<double>(value));
            },
            channel->values);
    if (floating && largest <= 1.0)
        return 255.0;
    return largest > 255.0 ? 255.0 / 65535.0 : 1.0;
}
} // namespace

void joinColours(PointCloud& cloud)
{
    const Channels channels = findChannels(cloud);
    if (!channels[0] || cloud.field(u"rgb"))
        return;
    const double scale = scaleOf(channels);
    PointArray<std::uint32_t> colours(cloud.size());
    std::fill(colours.begin(), colours.end(), 0U);
    for (const CloudField* channel : channels)
        std::visit(
            [&](const auto& values) {
                for (std::size_t i = 0; i < colours.size(); ++i) {
                    const double value = std::round(static_cast<double>(values[i]) * scale);
                    // Not-a-number fails the first comparison.
                    colours[i] =
                        colours[i] << 8U | (value >= 0.0 ? static_cast<std::uint32_t>(std::min(value, 255.0)) : 0U);
                }
            },
            channel->values);
    QStringList joined;
    for (const CloudField* channel : channels)
        joined.push_back(channel->name);
    std::erase_if(cloud.fields, [&](const CloudField& field) { return joined.contains(field.name); });
    cloud.fields.push_back({QStringLiteral("rgb"), std::move(colours)});
}

} // namespace lunkuo
