#include "model/completion/TrackConsensus.h"

#include "model/geometry/Angles.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace lunkuo
{

namespace
{

/// The value that half of the weight lies below.
double weightedMedian(const std::vector<double>& values, const std::vector<double>& weights)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    const double half = 0.5 * std::accumulate(weights.begin(), weights.end(), 0.0);
    double sum = 0.0;
    for (const std::size_t i : order)
        if ((sum += weights[i]) >= half)
            return values[i];
    return values[order.back()];
}

/// The box that a weighted half of the boxes lies to each side of, in place and heading.
Cuboid medianOf(const std::vector<Cuboid>& boxes, const std::vector<double>& weights)
{
    const std::size_t heaviest =
        static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin());
    const double yaw = boxes[heaviest].yaw();
    Cuboid result = boxes[heaviest];
    std::vector<double> values(boxes.size());
    for (int axis = 0; axis < 3; ++axis) {
        std::transform(boxes.begin(), boxes.end(), values.begin(), [axis](const Cuboid& c) { return c.center[axis]; });
        result.center[axis] = weightedMedian(values, weights);
    }
    std::transform(
        boxes.begin(), boxes.end(), values.begin(), [yaw](const Cuboid& c) { return wrapAngle(c.yaw() - yaw); });
    return result.withYaw(yaw + weightedMedian(values, weights));
}

/// Metres per second over the ground: the median over pairs of samples, so that boxes that went astray do not look like
/// speed (Theil, Sen).
double usualSpeed(const std::vector<MotionSample>& samples)
{
    constexpr std::size_t most = 48;
    const std::size_t count = std::min(most, samples.size());
    std::array<std::vector<double>, 2> slopes;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = i + 1; k < count; ++k) {
            const MotionSample& a = samples[i * samples.size() / count];
            const MotionSample& b = samples[k * samples.size() / count];
            const Eigen::Vector3d slope = (b.cuboid.center - a.cuboid.center) / (b.time_s - a.time_s);
            slopes[0].push_back(slope.x());
            slopes[1].push_back(slope.y());
        }
    if (slopes[0].empty())
        return 0.0;
    const std::vector<double> alike(slopes[0].size(), 1.0);
    return std::hypot(weightedMedian(slopes[0], alike), weightedMedian(slopes[1], alike));
}

std::vector<double> weightsOf(const std::vector<TrackView>& views)
{
    std::vector<double> weights;
    for (const TrackView& view : views)
        weights.push_back((view.isFixed ? 3.0 : 1.0) * (0.02 + view.confidence * view.confidence));
    return weights;
}

} // namespace

TrackConsensus::TrackConsensus(std::vector<TrackView> views, const Eigen::Vector3d& size)
    : m_views(std::move(views))
{
    for (TrackView& view : m_views)
        view.cuboid = resizedAwayFrom(view.sensor, view.cuboid, size);
    tellMotion();
    turnAlike();
}

void TrackConsensus::tellMotion()
{
    constexpr double least_m = 0.7; ///< boxes of what stands wander so far
    constexpr double least_mps = 0.3;
    std::vector<MotionSample> samples;
    std::vector<Cuboid> boxes;
    for (const TrackView& view : m_views) {
        boxes.push_back(moved(view.world_sensor, view.cuboid));
        samples.push_back({view.time_s, boxes.back()});
    }
    m_place = medianOf(boxes, weightsOf(m_views));
    std::stable_sort(samples.begin(), samples.end(),
        [](const MotionSample& a, const MotionSample& b) { return a.time_s < b.time_s; });
    for (std::size_t i = 1; i < samples.size(); ++i)
        samples[i].time_s = std::max(samples[i].time_s, samples[i - 1].time_s + 1e-3);
    const double speed = usualSpeed(samples);
    m_standsStill = speed < least_mps || speed * (samples.back().time_s - samples.front().time_s) < least_m;
    m_motion.emplace(std::move(samples));
}

/// What moves fast enough drives forwards; of what does not, the surer ones say where its front is.
void TrackConsensus::turnAlike()
{
    constexpr double driving_mps = 1.5;
    constexpr double fast_mps = 3.0;    ///< so that the way says well where it heads
    constexpr double astray_rad = 0.25; ///< farther off its way no car heads
    const std::vector<double> weights = weightsOf(m_views);
    const bool isAnyFixed =
        std::any_of(m_views.begin(), m_views.end(), [](const TrackView& view) { return view.isFixed; });
    const double axis = m_place.yaw();
    double vote = 0.0;
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (isAnyFixed && !m_views[i].isFixed)
            continue;
        const double yaw = moved(m_views[i].world_sensor, m_views[i].cuboid).yaw();
        vote += weights[i] * (std::cos(yaw - axis) > 0.0 ? 1.0 : -1.0);
    }
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        TrackView& view = m_views[i];
        if (view.isFixed)
            continue;
        const Eigen::Vector3d velocity = velocityAt(i);
        const double direction = std::atan2(velocity.y(), velocity.x());
        const double astray = std::remainder(view.cuboid.yaw() - direction, std::numbers::pi);
        if (velocity.norm() > fast_mps && std::abs(astray) > astray_rad)
            view.cuboid = view.cuboid.withYaw(direction);
        const Eigen::Vector3d heading = view.cuboid.rotation * Eigen::Vector3d::UnitX();
        const double yaw = moved(view.world_sensor, view.cuboid).yaw();
        const bool isReversed = !isAnyFixed && velocity.norm() > driving_mps ? velocity.dot(heading) < 0.0
                                                                             : std::cos(yaw - axis) * vote < 0.0;
        if (isReversed)
            view.cuboid = view.cuboid.flipped();
    }
    if (m_standsStill && vote < 0.0)
        m_place = m_place.flipped();
}

Eigen::Vector3d TrackConsensus::velocityAt(std::size_t view) const
{
    if (m_standsStill)
        return Eigen::Vector3d::Zero();
    const TrackView& at = m_views[view];
    // Over a few frames, so that what one box is off does not look like speed.
    constexpr double apart_s = 0.25;
    const double first = m_motion->samples().front().time_s;
    const double last = m_motion->samples().back().time_s;
    const double from = std::clamp(at.time_s - apart_s, first, last);
    const double to = std::clamp(at.time_s + apart_s, first, last);
    if (to - from < 1e-3)
        return Eigen::Vector3d::Zero();
    const Eigen::Vector3d way = m_motion->at(to).center - m_motion->at(from).center;
    return at.world_sensor.rotation().transpose() * (way / (to - from));
}

Cuboid TrackConsensus::placeIn(std::size_t view) const
{
    return moved(m_views[view].world_sensor.inverse(), m_place);
}

void TrackConsensus::learn(
    const std::vector<Cuboid>& cuboids, const std::vector<std::size_t>& views, const std::vector<double>& weights)
{
    std::vector<Cuboid> boxes;
    for (std::size_t i = 0; i < cuboids.size(); ++i)
        boxes.push_back(moved(m_views[views[i]].world_sensor, cuboids[i]));
    if (!boxes.empty())
        m_place = medianOf(boxes, weights);
}

} // namespace lunkuo
