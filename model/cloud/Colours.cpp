#include "model/cloud/Colours.h"

#include "model/cloud/EachPoint.h"

#include <QStringList>
#include <algorithm>
#include <array>

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

/// The largest of many values, looked for on all cores; not-a-number is none.
template <class T>
double largestOf(const PointArray<T>& values)
{
    constexpr std::size_t worthAThread = 200'000;
    std::vector<T> largest(worthwhileParts(values.size(), worthAThread), T(0));
    (void)inParallel(largest.size(), [&](std::size_t part) -> Result<void> {
        T most = 0;
        for (std::size_t i = values.size() * part / largest.size(); i < values.size() * (part + 1) / largest.size();
             ++i)
            most = values[i] > most ? values[i] : most;
        largest[part] = most;
        return {};
    });
    return static_cast<double>(*std::max_element(largest.begin(), largest.end()));
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
                if constexpr (!std::is_same_v<T, std::uint8_t>) {
                    floating = floating || std::is_floating_point_v<T>;
                    largest = std::max(largest, largestOf(values));
                }
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
    unsigned shift = 16;
    for (const CloudField* channel : channels) {
        std::visit(
            [&](const auto& values) {
                eachPoint(colours.size(), [&](std::size_t i) {
                    const double value = static_cast<double>(values[i]) * scale + 0.5;
                    // Not-a-number fails the comparison.
                    const std::uint32_t byte = value >= 0.5 ? static_cast<std::uint32_t>(std::min(value, 255.0)) : 0U;
                    colours[i] = (shift == 16 ? 0U : colours[i]) | byte << shift;
                });
            },
            channel->values);
        shift -= 8;
    }
    QStringList joined;
    for (const CloudField* channel : channels)
        joined.push_back(channel->name);
    std::erase_if(cloud.fields, [&](const CloudField& field) { return joined.contains(field.name); });
    cloud.fields.push_back({QStringLiteral("rgb"), std::move(colours)});
}

} // namespace lunkuo
