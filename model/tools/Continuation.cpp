#include "model/tools/Continuation.h"

#include "model/document/FollowedTrack.h"
#include "model/sequence/TrackMotion.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

/// Shapes further away in time say nothing about how it moves here.
constexpr std::ptrdiff_t samplesEachSide = 4;
constexpr double nearest_m = 2.0;
/// Deviation of a size that is known. Much less would turn a box that is a little too large rather than let it stand
/// out where nothing was seen.
constexpr double sameSize_m = 0.1;

/// The known shapes of the track on both sides of a place in the sequence, nearest ones only, by frame; and how many of
/// them come before it.
std::pair<std::vector<const Shape*>, std::ptrdiff_t> knownAround(const Scene& scene, TrackId track, int place)
{
    std::vector<std::pair<int, const Shape*>> known;
    for (const ShapeId id : scene.shapes.ofTrack(track))
        if (const Shape& shape = scene.shapes.at(id); shape.derivation != Derivation::Interpolated)
            known.emplace_back(scene.frames.at(shape.frame).index, &shape);
    std::sort(known.begin(), known.end());
    const auto behind = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first > place; });
    const auto first = behind - std::min(behind - known.begin(), samplesEachSide);
    const auto last = behind + std::min(known.end() - behind, samplesEachSide);
    std::vector<const Shape*> around;
    std::transform(first, last, std::back_inserter(around), [](const auto& k) { return k.second; });
    return {around, behind - first};
}

} // namespace

const Track* Continuation::followedTrack(const ToolContext& context)
{
    const Scene& scene = context.document.scene();
    const auto track = context.followed ? scene.tracks.find(context.followed->id()) : scene.tracks.end();
    const auto frame = scene.frames.find(context.selection.frame());
    if (track == scene.tracks.end() || frame == scene.frames.end())
        return nullptr;
    const bool isMeant = track->second.sequence == frame->second.sequence &&
                         track->second.classId == context.selection.classId() &&
                         !scene.shapes.of(track->first, frame->first);
    return isMeant ? &track->second : nullptr;
}

std::optional<Continuation> Continuation::of(const ToolContext& context)
{
    const Track* track = followedTrack(context);
    if (!track)
        return std::nullopt;
    const Scene& scene = context.document.scene();
    const Frame& frame = scene.frames.at(context.selection.frame());
    const auto [around, before] = knownAround(scene, track->id, frame.index);
    if (around.empty())
        return std::nullopt;
    std::vector<MotionSample> samples;
    for (const Shape* shape : around) {
        const Frame& there = scene.frames.at(shape->frame);
        double time_s = seconds(there);
        if (!samples.empty())
            time_s = std::max(time_s, samples.back().time_s + 1e-3); // clocks that stand still
        samples.push_back({time_s, inWorld(there, shape->cuboid)});
    }
    Continuation result;
    result.m_track = *track;
    result.m_expected = inSensor(frame, TrackMotion(std::move(samples)).at(seconds(frame)));
    if (track->size)
        result.m_expected.size = *track->size;
    result.m_answers = around[static_cast<std::size_t>(std::max<std::ptrdiff_t>(before - 1, 0))]->attributes;
    return result;
}

bool Continuation::takes(const Cuboid& cuboid) const
{
    return (cuboid.center - m_expected.center).norm() <= std::max(nearest_m, 0.5 * m_expected.size.x());
}

CompletionOptions Continuation::options(CompletionOptions usual) const
{
    if (m_track.size) {
        usual.priorSize = *m_track.size;
        usual.priorDeviation = usual.priorDeviation.cwiseMin(sameSize_m);
    }
    return usual;
}

Shape Continuation::sized(const Shape& shape, const Eigen::Vector3d& sensor) const
{
    return m_track.size ? withCuboid(shape, resizedAwayFrom(sensor, shape.cuboid, *m_track.size)) : shape;
}

bool Continuation::isReversed(const Cuboid& cuboid) const
{
    return (cuboid.rotation * Eigen::Vector3d::UnitX()).dot(m_expected.rotation * Eigen::Vector3d::UnitX()) < 0.0;
}

Result<ShapeId> Continuation::add(Document& document, const QString& text, Shape shape) const
{
    const Scene& scene = document.scene();
    const auto now = scene.tracks.find(m_track.id);
    if (now == scene.tracks.end() || scene.shapes.of(m_track.id, shape.frame))
        return addShape(document, text.arg(scene.taxonomy.className(m_track.classId)), shape, m_track.classId);
    const auto added = addShapes(document, text.arg(nameOf(scene, now->second)), {joined(scene, std::move(shape))});
    if (!added)
        return tl::unexpected(added.error());
    return added->front();
}

NewShape Continuation::joined(const Scene& scene, Shape shape) const
{
    Track track = scene.tracks.at(m_track.id);
    if (track.size)
        track.size = shape.cuboid.size;
    shape.attributes = m_answers;
    return {std::move(shape), track};
}

} // namespace lunkuo
