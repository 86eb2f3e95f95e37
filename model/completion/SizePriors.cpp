#include "model/completion/SizePriors.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lunkuo
{

namespace
{

constexpr double fewExamples = 2.0;          ///< so many count as much as the usual size
constexpr double strangestLonelyShare = 0.3; ///< up to three examples count as at most so much larger or smaller
constexpr double otherUnits = 5.0;           ///< what is so many times larger or smaller was not measured in metres
constexpr std::size_t fewestForAMedian = 3;
constexpr double widestDeviation = 2.5;    ///< times the usual one
constexpr double sureEnough = 0.5;         ///< of a completion's confidence
constexpr double atEnd_m = 0.12;           ///< so near a face what was seen shows where it is
constexpr std::size_t enoughAtEnd = 3;     ///< vertices, so that a single stray point shows nothing
constexpr std::ptrdiff_t mostOfTrack = 10; ///< the latest: more of one object teach nothing new
constexpr std::size_t manyShapes = 400;

/// Of an even number the middle one nearer to `expected`, so that of two one may be absurd.
double medianNear(std::vector<double> values, double expected)
{
    std::sort(values.begin(), values.end());
    const double high = values[values.size() / 2];
    const double low = values[(values.size() - 1) / 2];
    return std::abs(high - expected) < std::abs(low - expected) ? high : low;
}

/// As a standard deviation (1.48 median absolute deviations of a normal distribution).
double spread(std::vector<double> values, double median)
{
    for (double& value : values)
        value = std::abs(value - median);
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return 1.4826 * *middle;
}

std::vector<double> measured(const std::vector<SizeExample>& examples, int axis)
{
    std::vector<double> values;
    for (const SizeExample& example : examples)
        if (example.isMeasured.at(static_cast<std::size_t>(axis)) && std::isfinite(example.size[axis]) &&
            example.size[axis] > 0.0)
            values.push_back(example.size[axis]);
    return values;
}

/// However many of them there are: one import of boxes in centimetres must not spoil each click from then on.
bool isInMetres(double size, double usual)
{
    return size < otherUnits * usual && usual < otherUnits * size;
}

/// Whether points were seen where the object ends that way.
bool isSeenAtEnd(const Shape& shape, int axis, int sign)
{
    const Outline& outline = shape.outline;
    const double end = 0.5 * shape.cuboid.size[axis] - atEnd_m;
    std::size_t count = 0;
    for (std::size_t i = 0; i < outline.vertices.size() && i < outline.provenance.size(); ++i)
        if (outline.provenance[i] == Provenance::Seen && sign * outline.vertices[i][axis] > end &&
            ++count == enoughAtEnd)
            return true;
    return false;
}

} // namespace

CompletionOptions withLearntSizes(CompletionOptions usual, const std::vector<SizeExample>& examples)
{
    CompletionOptions result = usual;
    for (int axis = 0; axis < 3; ++axis) {
        std::vector<double> values = measured(examples, axis);
        std::erase_if(values, [&](double value) { return !isInMetres(value, usual.priorSize[axis]); });
        if (values.empty())
            continue;
        const double expected = usual.priorSize[axis];
        if (values.size() < fewestForAMedian)
            for (double& value : values)
                value =
                    std::clamp(value, (1.0 - strangestLonelyShare) * expected, (1.0 + strangestLonelyShare) * expected);
        const double median = medianNear(values, expected);
        const auto count = static_cast<double>(values.size());
        const double trust = count * count / (count * count + fewExamples * fewExamples);
        result.priorSize[axis] = expected + trust * (median - expected);
        if (values.size() < fewestForAMedian)
            continue;
        const double deviation = usual.priorDeviation[axis];
        result.priorDeviation[axis] = std::clamp(spread(values, median), deviation, widestDeviation * deviation);
    }
    return result;
}

SizeExample sizeExampleOf(const Shape& shape)
{
    SizeExample example{shape.cuboid.size, {true, true, true}};
    if (shape.origin != ShapeOrigin::Completed)
        return example;
    const auto isKnown = [&shape](int axis, int sign) {
        return shape.held.testFlag(faceOf(axis, sign)) ||
               (shape.confidence >= sureEnough && isSeenAtEnd(shape, axis, sign));
    };
    // The bottom stands on the ground.
    example.isMeasured = {isKnown(0, 1) && isKnown(0, -1), isKnown(1, 1) && isKnown(1, -1), isKnown(2, 1)};
    return example;
}

std::vector<SizeExample> sizeExamples(const Scene& scene, const QString& classId)
{
    std::map<TrackId, std::vector<SizeExample>> seen;
    std::size_t count = 0;
    for (auto track = scene.tracks.rbegin(); track != scene.tracks.rend() && count < manyShapes; ++track) {
        if (track->second.classId != classId)
            continue;
        const std::vector<ShapeId>& shapes = scene.shapes.ofTrack(track->first);
        for (auto id = shapes.rbegin(); id != shapes.rend() && id - shapes.rbegin() < mostOfTrack; ++id, ++count)
            seen[track->first].push_back(sizeExampleOf(scene.shapes.at(*id)));
    }
    std::vector<SizeExample> result;
    for (const auto& [track, examples] : seen) {
        SizeExample& one = result.emplace_back();
        for (int axis = 0; axis < 3; ++axis) {
            std::vector<double> values = measured(examples, axis);
            one.isMeasured.at(static_cast<std::size_t>(axis)) = !values.empty();
            if (!values.empty())
                one.size[axis] = medianNear(std::move(values), 0.0);
        }
    }
    return result;
}

} // namespace lunkuo
