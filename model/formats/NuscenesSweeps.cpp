#include "model/formats/Nuscenes.h"
#include "model/sequence/TrackMotion.h"

namespace lunkuo
{

namespace
{
bool isPlaced(const Frame& frame)
{
    return frame.world_ego && frame.timestamp_ns;
}

double seconds(const Frame& frame)
{
    return static_cast<double>(*frame.timestamp_ns) * 1e-9;
}

Cuboid moved(const Cuboid& cuboid, const Eigen::Isometry3d& to_from)
{
    return {
        to_from * cuboid.center, cuboid.size, (Eigen::Quaterniond(to_from.linear()) * cuboid.rotation).normalized()};
}

Shape placedAt(const Shape& before, const TrackMotion& motion, const Frame& frame)
{
    Shape shape = before;
    shape.frame = frame.id;
    shape.cuboid = moved(motion.at(seconds(frame)), frame.world_ego->m.inverse());
    shape.derivation = Derivation::Interpolated;
    return shape;
}

/// `known`: where a track was in samples, in their order.
std::vector<Shape> betweenOf(const std::vector<Shape>& known, const std::set<FrameId>& sweeps,
    const std::vector<FrameId>& frames, const Scene& scene)
{
    std::vector<MotionSample> samples;
    for (const Shape& shape : known)
        if (const Frame& frame = scene.frames.at(shape.frame); isPlaced(frame))
            samples.push_back({seconds(frame), moved(shape.cuboid, frame.world_ego->m)});
    if (samples.size() != known.size())
        return {};
    const TrackMotion motion(std::move(samples));
    std::vector<Shape> result;
    for (std::size_t i = 0; i + 1 < known.size(); ++i) {
        const auto first = frames.begin() + scene.frames.at(known[i].frame).index + 1;
        const auto last = frames.begin() + scene.frames.at(known[i + 1].frame).index;
        // A sample between without this object says that it was not there.
        if (std::all_of(
                first, last, [&](FrameId frame) { return sweeps.contains(frame) && isPlaced(scene.frames.at(frame)); }))
            for (auto frame = first; frame != last; ++frame)
                result.push_back(placedAt(known[i], motion, scene.frames.at(*frame)));
    }
    return result;
}
} // namespace

int addBetweenSamples(ImportedShapes& found, const std::set<FrameId>& sweeps, const Scene& scene)
{
    if (sweeps.empty())
        return 0;
    std::map<TrackId, std::vector<Shape>> known;
    qint64 last = 0;
    for (const Shape& shape : found.shapes) {
        known[shape.track].push_back(shape);
        last = std::max(last, shape.id.value);
    }
    std::map<SequenceId, std::vector<FrameId>> frames;
    for (const auto& [id, sequence] : scene.sequences)
        frames[id] = scene.framesOf(id);
    int added = 0;
    for (const Track& track : found.tracks) {
        std::vector<Shape>& shapes = known[track.id];
        std::sort(shapes.begin(), shapes.end(), [&scene](const Shape& a, const Shape& b) {
            return scene.frames.at(a.frame).index < scene.frames.at(b.frame).index;
        });
        for (Shape& shape : betweenOf(shapes, sweeps, frames[track.sequence], scene)) {
            shape.id = {++last};
            found.shapes.push_back(std::move(shape));
            ++added;
        }
    }
    return added;
}

} // namespace lunkuo
