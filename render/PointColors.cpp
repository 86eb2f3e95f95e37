#include "render/PointColors.h"

#include "model/cloud/EachPoint.h"
#include "model/completion/GroundRound.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr ByteColor plainColor{0xb8, 0xc0, 0xca};
constexpr double robust = 0.02; ///< share of the values left out at either end
constexpr double stray = 0.002; ///< share of the values beyond either end of a histogram
constexpr std::size_t sampled = 20000;
constexpr double dimmed = 0.32;

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

/// Calls `use(values)` with something that gives the value of point `i`; not at all where the cloud has none.
template <class Use>
void withValues(ColorBy by, const LoadedFrame& frame, const Use& use)
{
    if (by == ColorBy::Height || by == ColorBy::Class) {
        if (frame.heights)
            use([&frame](std::size_t i) { return frame.heights->at(i); });
        else
            use([&frame](std::size_t i) { return height_m(frame, i); });
    } else if (const CloudField* field = frame.cloud->field(fieldOf(by))) {
        std::visit(
            [&](const auto& values) { use([&values](std::size_t i) { return static_cast<double>(values[i]); }); },
            field->values);
    }
}

/// Some values of what is shown; those that are no numbers are left out.
std::vector<double> sampleOf(ColorBy by, const LoadedFrame& frame)
{
    std::vector<double> sample;
    const std::size_t step = std::max<std::size_t>(1, frame.cloud->size() / sampled);
    withValues(by, frame, [&](const auto& valueOf) {
        for (std::size_t i = 0; i < frame.cloud->size(); i += step)
            if (const double value = valueOf(i); std::isfinite(value))
                sample.push_back(value);
    });
    return sample;
}

/// Puts the sample into another order.
double quantile(std::vector<double>& sample, double share)
{
    const auto place =
        sample.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sample.size() - 1) + 0.5);
    std::nth_element(sample.begin(), place, sample.end());
    return *place;
}

ByteColor scaled(const ByteColor& color, double factor)
{
    ByteColor result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<std::uint8_t>(std::clamp(color[i] * factor, 0.0, 255.0));
    return result;
}

PointInk inked(const ByteColor& color)
{
    return {color[0], color[1], color[2], 255};
}

/// Heights as they are known, else over the ground below the sensor.
auto heightsOf(const PointLook& look)
{
    const double ground =
        look.frame.cloud->size() ? groundRound(*look.frame.prepared, look.frame.prepared->sensorOrigin()) : 0.0;
    return [&look, ground](
               std::size_t i) { return look.heights ? look.heights->at(i) : look.frame.cloud->point(i).z() - ground; };
}

PointInk greyOf(double height, Backdrop backdrop)
{
    const double share = height > 0.2 ? 0.35 + 0.1 * std::min(height, 4.0) : 0.3;
    return inked(scaled(plainColor, backdrop == Backdrop::Dark ? share : 1.1 - share));
}

std::vector<std::uint32_t> tintedBy(const Cuboid& cuboid, const LoadedFrame& frame)
{
    constexpr double beside_m = 0.05;
    return frame.index->inside(cuboid, beside_m);
}

/// Grey by height, and the points inside shapes in the colour of their class.
void inkByClass(std::vector<PointInk>& inks, const PointLook& look)
{
    const auto heightOf = heightsOf(look);
    eachPoint(inks.size(), [&](std::size_t i) { inks[i] = greyOf(heightOf(i), look.backdrop); });
    for (const TintingShape& shape : tintingShapes(look.scene, look.frame.id))
        for (const std::uint32_t i : tintedBy(shape.cuboid, look.frame))
            inks[i] = inked(on(look.backdrop, classColor(look.scene.taxonomy, shape.classId)));
}

/// The colours of the map over the range, by a table so that gamma costs nothing.
void inkByRange(std::vector<PointInk>& inks, const PointLook& look)
{
    constexpr std::size_t steps = 4096;
    const PointColoring& coloring = look.coloring;
    const ColorMap map = mapOf(coloring, *look.frame.cloud);
    std::vector<PointInk> table(steps + 1);
    for (std::size_t i = 0; i <= steps; ++i)
        table[i] = inked(colorAt(map, std::pow(static_cast<double>(i) / steps, coloring.gamma), look.backdrop));
    const double scale = steps / (coloring.maximum - coloring.minimum);
    const auto ink = [&](const auto& valueOf) {
        eachPoint(inks.size(), [&](std::size_t i) {
            const double place = (valueOf(i) - coloring.minimum) * scale + 0.5;
            inks[i] = table[place > 0.0 ? static_cast<std::size_t>(std::min(place, double(steps))) : 0];
        });
    };
    if (coloring.by == ColorBy::Height)
        ink(heightsOf(look));
    else
        withValues(coloring.by, look.frame, ink);
}

void dim(PointInk& ink, Backdrop backdrop)
{
    for (std::size_t channel = 0; channel < 3; ++channel)
        ink[channel] = backdrop == Backdrop::Dark ? static_cast<std::uint8_t>(dimmed * ink[channel])
                                                  : static_cast<std::uint8_t>(255.0 - dimmed * (255.0 - ink[channel]));
}

void filterInk(PointInk& ink, PointState state, Backdrop backdrop)
{
    if (state == PointState::Hidden)
        ink = {};
    else if (state == PointState::Dimmed)
        dim(ink, backdrop);
}

/// What the images show; points that none sees step back.
void inkByPictures(std::vector<PointInk>& inks, const PointLook& look)
{
    const bool isKnown = look.pictures && look.pictures->size() == inks.size();
    eachPoint(inks.size(), [&](std::size_t i) {
        if (isKnown && qAlpha((*look.pictures)[i]) != 0)
            inks[i] = inked(rgbOf((*look.pictures)[i] & 0xffffffU));
        else
            dim(inks[i], look.backdrop);
    });
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
        return {true, true, ColorMap::Turbo, true};
    case ColorBy::Intensity:
        return {cloud.field(u"intensity") != nullptr, true, ColorMap::Viridis};
    case ColorBy::Ring:
        return {cloud.field(u"ring") != nullptr, true, ColorMap::Turbo};
    case ColorBy::Rgb:
        return {cloud.field(u"rgb") != nullptr, false, ColorMap::Turbo};
    case ColorBy::Class:
    case ColorBy::Plain:
    case ColorBy::Camera:
        break;
    }
    return {true, false, ColorMap::Turbo};
}

ColorMap mapOf(const PointColoring& coloring, const PointCloud& cloud)
{
    return coloring.map.value_or(coloringInfo(coloring.by, cloud).map);
}

PointColoring withRange(const PointColoring& coloring, const LoadedFrame& frame)
{
    if (!coloring.automatic)
        return coloring;
    std::vector<double> sample = sampleOf(coloring.by, frame);
    PointColoring result = coloring;
    if (sample.empty())
        return result;
    result.minimum = quantile(sample, robust);
    result.maximum = quantile(sample, 1.0 - robust);
    if (!(result.maximum > result.minimum))
        result.maximum = result.minimum + 1.0;
    return result;
}

Histogram histogramOf(const PointColoring& coloring, const LoadedFrame& frame, std::size_t bins)
{
    Histogram histogram{coloring.minimum, coloring.maximum, {}};
    const ColoringInfo info = coloringInfo(coloring.by, *frame.cloud);
    std::vector<double> sample = info.available && info.hasRange ? sampleOf(coloring.by, frame) : std::vector<double>();
    if (sample.empty() || bins == 0)
        return histogram;
    histogram.minimum = std::min(quantile(sample, stray), coloring.minimum);
    histogram.maximum = std::max(quantile(sample, 1.0 - stray), coloring.maximum);
    histogram.bins.assign(bins, 0);
    const double scale = static_cast<double>(bins) / (histogram.maximum - histogram.minimum);
    for (const double value : sample)
        if (value >= histogram.minimum && value <= histogram.maximum)
            ++histogram.bins[std::min(bins - 1, static_cast<std::size_t>((value - histogram.minimum) * scale))];
    return histogram;
}

std::vector<PointInk> pointInks(const PointLook& look)
{
    std::vector<PointInk> inks(look.frame.cloud->size(), inked(on(look.backdrop, plainColor)));
    const ColoringInfo info = coloringInfo(look.coloring.by, *look.frame.cloud);
    if (look.coloring.by == ColorBy::Class)
        inkByClass(inks, look);
    else if (look.coloring.by == ColorBy::Rgb)
        withValues(ColorBy::Rgb, look.frame, [&](const auto& valueOf) {
            eachPoint(inks.size(), [&](std::size_t i) { inks[i] = inked(rgbOf(static_cast<quint32>(valueOf(i)))); });
        });
    else if (look.coloring.by == ColorBy::Camera)
        inkByPictures(inks, look);
    else if (info.hasRange)
        inkByRange(inks, look);
    if (!look.states.empty())
        eachPoint(inks.size(), [&](std::size_t i) { filterInk(inks[i], look.states[i], look.backdrop); });
    return inks;
}

std::vector<TintingShape> tintingShapes(const Scene& scene, FrameId frame)
{
    std::vector<TintingShape> result;
    for (const ShapeId id : scene.shapesOf(frame)) {
        const Shape& shape = scene.shapes.at(id);
        const Track* track = scene.trackOf(shape);
        result.push_back({id, shape.cuboid, track ? track->classId : QString()});
    }
    return result;
}

void reinkByClass(std::vector<PointInk>& inks, const PointLook& look, const std::vector<TintingShape>& before)
{
    const std::vector<TintingShape> now = tintingShapes(look.scene, look.frame.id);
    std::vector<std::uint32_t> changed;
    const auto takeMissing = [&](const std::vector<TintingShape>& from, const std::vector<TintingShape>& in) {
        for (const TintingShape& shape : from)
            if (std::find(in.begin(), in.end(), shape) == in.end())
                for (const std::uint32_t i : tintedBy(shape.cuboid, look.frame))
                    changed.push_back(i);
    };
    takeMissing(before, now);
    takeMissing(now, before);
    std::sort(changed.begin(), changed.end());
    const auto heightOf = heightsOf(look);
    for (const std::uint32_t i : changed)
        inks[i] = greyOf(heightOf(i), look.backdrop);
    for (const TintingShape& shape : now)
        for (const std::uint32_t i : tintedBy(shape.cuboid, look.frame))
            if (std::binary_search(changed.begin(), changed.end(), i))
                inks[i] = inked(on(look.backdrop, classColor(look.scene.taxonomy, shape.classId)));
    if (!look.states.empty()) {
        changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
        for (const std::uint32_t i : changed)
            filterInk(inks[i], look.states[i], look.backdrop);
    }
}

} // namespace lunkuo
