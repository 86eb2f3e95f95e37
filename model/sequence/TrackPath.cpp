#include "model/sequence/TrackPath.h"

#include "model/sequence/WorldPose.h"

#include <algorithm>

namespace lunkuo
{

TrackPath::TrackPath(const Scene& scene, TrackId track, SequenceId sequence, int first, int last)
{
    std::vector<std::pair<int, ShapeId>> shapes;
    for (const ShapeId id : scene.shapes.ofTrack(track)) {
        const Frame& frame = scene.frames.at(scene.shapes.at(id).frame);
        if (frame.sequence == sequence && frame.index >= first && frame.index <= last)
            shapes.emplace_back(frame.index, id);
    }
    std::sort(shapes.begin(), shapes.end());
    std::vector<MotionSample> samples;
    int before = 0;
    for (const auto& [index, id] : shapes) {
        const Shape& shape = scene.shapes.at(id);
        const Frame& frame = scene.frames.at(shape.frame);
        const Cuboid cuboid = inWorld(frame, shape.cuboid);
        const double time_s = seconds(frame);
        const Eigen::Vector3d foot = cuboid.toSensor({0.0, 0.0, -0.5 * cuboid.size.z()});
        const bool isNext = !m_places.empty() && frame.index == before + 1;
        m_places.push_back({frame.id, time_s, frame.timestamp_ns.has_value(), foot,
            cuboid.rotation * Eigen::Vector3d::UnitX(), shape.derivation, isNext});
        before = frame.index;
        // Times that do not ascend would make no motion.
        if (shape.derivation != Derivation::Interpolated && (samples.empty() || time_s > samples.back().time_s))
            samples.push_back({time_s, cuboid});
    }
    if (samples.size() > 1)
        m_motion.emplace(std::move(samples));
}

bool TrackPath::isKnownUpTo(std::size_t place) const
{
    const PathPlace& here = m_places[place];
    return here.isNext && here.derivation != Derivation::Interpolated &&
           m_places[place - 1].derivation != Derivation::Interpolated;
}

std::optional<double> TrackPath::speedAt(std::size_t place) const
{
    if (!m_motion)
        return std::nullopt;
    return m_motion->velocityAt(m_places[place].time_s).head<2>().norm();
}

} // namespace lunkuo
