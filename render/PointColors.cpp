#include "render/PointColors.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr ByteColor plainColor{0xb8, 0xc0, 0xca};
constexpr double robust = 0.02; ///< share of the values left out at either end
constexpr std::size_t sampled = 20000;

QString fieldOf(ColorBy by)
{
    switch (by) {
    case ColorBy::Intensity:
        return QStringLiteral("intensity");
    case ColorBy::Ring:
        return QStringLiteral("ring");
    case ColorBy::Rgb:
        return QStringLiteral("rgb");
    default:
        return {};
    }
}

/// Height of a point over the ground below it.
double height_m(const LoadedFrame& frame, std::size_t i)
{
    const Eigen::Vector3d point = frame.cloud->point(i);
    return point.z() - frame.prepared->groundHeight(point.x(), point.y());
}

/// Calls `use(i, value)` for every `step`th point.
template <class Use>
void eachValue(ColorBy by, const LoadedFrame& frame, std::size_t step, const Use& use)
{
    const std::size_t count = frame.cloud->size();
    if (by == ColorBy::Height || by == ColorBy::Class) {
        for (std::size_t i = 0; i < count; i += step)
            use(i, height_m(frame, i));
    } else if (const CloudField* field = frame.cloud->field(fieldOf(by))) {
        std::visit(
            [&](const auto& values) {
                for (std::size_t i = 0; i < count; i += step)
                    use(i, static_cast<double>(values[i]));
            },
            field->values);
    }
}

ByteColor scaled(const ByteColor& color, double factor)
{
    ByteColor result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<std::uint8_t>(std::clamp(color[i] * factor, 0.0, 255.0));
    return result;
}

/// Grey by height, and the points inside shapes in the colour of their class.
void colorByClass(std::vector<ByteColor>& colors, const LoadedFrame& frame, const Scene& scene)
{
    eachValue(ColorBy::Class, frame, 1, [&](std::size_t i, double height) {
        colors[i] = scaled(plainColor, height > 0.2 ? 0.35 + 0.1 * std::min(height, 4.0) : 0.3);
    });
    for (const ShapeId id : scene.shapesOf(frame.id)) {
        const Shape& shape = scene.shapes.at(id);
        const Track* track = scene.trackOf(shape);
        const ByteColor color = classColor(scene.taxonomy, track ? track->classId : QString());
        for (const std::uint32_t i : frame.index->inside(shape.cuboid, 0.05))
            colors[i] = color;
    }
}

} // namespace

ByteColor classColor(const Taxonomy& taxonomy, const QString& classId)
{
    const ClassDef* definition = taxonomy.classOf(classId);
    return rgbOf(definition ? definition->color : 0xa0a0a0);
}

ColoringInfo coloringInfo(ColorBy by, const PointCloud& cloud)
{
    switch (by) {
    case ColorBy::Height:
        return {true, true, ColorMap::Turbo, "m"};
    case ColorBy::Intensity:
        return {cloud.field(u"intensity") != nullptr, true, ColorMap::Viridis, ""};
    case ColorBy::Ring:
        return {cloud.field(u"ring") != nullptr, true, ColorMap::Turbo, ""};
    case ColorBy::Rgb:
        return {cloud.field(u"rgb") != nullptr, false, ColorMap::Turbo, ""};
    case ColorBy::Class:
    case ColorBy::Plain:
        break;
    }
    return {true, false, ColorMap::Turbo, ""};
}

PointColoring withRange(const PointColoring& coloring, const LoadedFrame& frame)
{
    if (!coloring.automatic)
        return coloring;
    std::vector<double> values;
    const std::size_t step = std::max<std::size_t>(1, frame.cloud->size() / sampled);
    eachValue(coloring.by, frame, step, [&values](std::size_t, double value) {
        if (std::isfinite(value))
            values.push_back(value);
    });
    PointColoring result = coloring;
    if (values.empty())
        return result;
    const auto quantile = [&values](double share) {
        const auto place =
            values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    result.minimum = quantile(robust);
    result.maximum = quantile(1.0 - robust);
    if (!(result.maximum > result.minimum))
        result.maximum = result.minimum + 1.0;
    return result;
}

std::vector<ByteColor> pointColors(const PointColoring& coloring, const LoadedFrame& frame, const Scene& scene)
{
    std::vector<ByteColor> colors(frame.cloud->size(), plainColor);
    const ColoringInfo info = coloringInfo(coloring.by, *frame.cloud);
    if (coloring.by == ColorBy::Class) {
        colorByClass(colors, frame, scene);
    } else if (coloring.by == ColorBy::Rgb) {
        eachValue(coloring.by, frame, 1,
            [&colors](std::size_t i, double value) { colors[i] = rgbOf(static_cast<quint32>(value)); });
    } else if (info.hasRange) {
        const double scale = 1.0 / (coloring.maximum - coloring.minimum);
        eachValue(coloring.by, frame, 1,
            [&](std::size_t i, double value) { colors[i] = colorAt(info.map, (value - coloring.minimum) * scale); });
    }
    return colors;
}

} // namespace lunkuo
