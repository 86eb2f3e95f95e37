#include "model/completion/TrackConsensus.h"

#include "model/geometry/Angles.h"
#include "model/sequence/StandingStretches.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
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

double weightOf(const TrackView& view)
{
    return (view.isFixed ? 3.0 : 1.0) * (0.02 + view.confidence * view.confidence);
}

/// Single frames that are unsure of an object see it farther from where it is.
Eigen::Matrix3d spreadOf(const TrackView& view)
{
    constexpr double fixed_m = 0.08;
    constexpr double surest_m = 0.35;
    constexpr double turn_rad = 0.1;
    const double place_m = view.isFixed ? fixed_m : surest_m / std::clamp(view.confidence, 0.25, 1.0);
    return Eigen::Vector3d(place_m * place_m, place_m * place_m, turn_rad * turn_rad).asDiagonal();
}

/// Whether the boxes as a whole go nowhere, however much single ones are off.
bool goNowhere(const std::vector<MotionSample>& samples)
{
    constexpr double least_m = 1.0; ///< boxes of what stands wander so far, beside the sensor most
    constexpr double least_mps = 0.3;
    const double speed = usualSpeed(samples);
    return speed < least_mps || speed * (samples.back().time_s - samples.front().time_s) < least_m;
}

} // namespace

TrackConsensus::TrackConsensus(std::vector<TrackView> views, const Eigen::Vector3d& size)
    : m_views(std::move(views))
    , m_order(m_views.size())
    , m_partOf(m_views.size(), 0)
{
    for (TrackView& view : m_views)
        view.cuboid = resizedAwayFrom(view.sensor, view.cuboid, size);
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_sort(m_order.begin(), m_order.end(),
        [this](std::size_t a, std::size_t b) { return m_views[a].time_s < m_views[b].time_s; });
    tellMotion();
    turnAlike();
    tellPlaces();
}

void TrackConsensus::tellMotion()
{
    std::vector<MotionSample> samples;
    std::vector<WorldSight> sights;
    std::vector<Cuboid> boxes;
    for (const std::size_t i : m_order) {
        const TrackView& view = m_views[i];
        boxes.push_back(moved(view.world_sensor, view.cuboid));
        const double time_s = samples.empty() ? view.time_s : std::max(view.time_s, samples.back().time_s + 1e-3);
        samples.push_back({time_s, boxes.back()});
        const Eigen::Vector3d& center = boxes.back().center;
        sights.push_back({time_s, {center.x(), center.y(), boxes.back().yaw()}, spreadOf(view), view.isFixed});
    }
    std::vector<double> weights;
    for (const std::size_t i : m_order)
        weights.push_back(weightOf(m_views[i]));
    const Cuboid middle = medianOf(boxes, weights);
    const Eigen::Vector3d place(middle.center.x(), middle.center.y(), middle.yaw());
    const bool isStill = goNowhere(samples) && excursions(sights, place).empty() && !isPutElsewhere(sights, place);
    std::vector<Stretch> stretches{{0, sights.size(), isStill, place}};
    if (!isStill)
        if (std::vector<Stretch> found = stretchesOf(sights); found.size() > 1)
            stretches = std::move(found);
    for (const Stretch& stretch : stretches) {
        Part part;
        part.stands = stretch.stands;
        for (std::size_t k = stretch.first; k < stretch.end; ++k) {
            part.views.push_back(m_order[k]);
            m_partOf[m_order[k]] = m_parts.size();
        }
        m_parts.push_back(std::move(part));
    }
    m_motion.emplace(std::move(samples));
}

void TrackConsensus::tellPlaces()
{
    for (Part& part : m_parts) {
        std::vector<Cuboid> boxes;
        std::vector<double> weights;
        for (const std::size_t i : part.views) {
            boxes.push_back(moved(m_views[i].world_sensor, m_views[i].cuboid));
            weights.push_back(weightOf(m_views[i]));
        }
        part.place = medianOf(boxes, weights);
    }
}

double TrackConsensus::yawInWorld(std::size_t view) const
{
    return moved(m_views[view].world_sensor, m_views[view].cuboid).yaw();
}

/// Turns the views of a track so that their fronts are at the same end. A person's views and those that drive say which
/// end that is; each of the others follows the nearest of them, neighbour by neighbour, however far the object turns.
class FrontTurner
{
public:
    FrontTurner(TrackConsensus& consensus)
        : m_consensus(consensus)
        , m_order(consensus.m_order)
        , m_isDecided(m_order.size(), false)
    {
        for (const std::size_t view : m_order) {
            const TrackView& seen = consensus.m_views[view];
            m_velocities.push_back(seen.world_sensor.rotation() * consensus.velocityAt(view));
            m_places.push_back(seen.world_sensor * seen.cuboid.center);
        }
        for (std::size_t k = 0; k < m_order.size(); ++k)
            m_drives.push_back(isDriving(k));
    }

    void run()
    {
        for (std::size_t k = 0; k < m_order.size(); ++k)
            if (view(k).isFixed)
                m_isDecided[k] = true;
            else if (drives(k))
                turnAlongWay(k);
        if (std::none_of(m_isDecided.begin(), m_isDecided.end(), [](bool isDecided) { return isDecided; }))
            decideByVote();
        followNeighbours();
    }

private:
    [[nodiscard]] TrackView& view(std::size_t k) const { return m_consensus.m_views[m_order[k]]; }
    [[nodiscard]] double yaw(std::size_t k) const { return m_consensus.yawInWorld(m_order[k]); }
    [[nodiscard]] bool drives(std::size_t k) const { return m_drives[k]; }

    /// Boxes that are seen badly go to and fro as fast, but get nowhere.
    [[nodiscard]] bool isDriving(std::size_t k) const
    {
        constexpr double driving_mps = 1.5;
        constexpr double around_s = 0.5;
        constexpr double straightShare = 0.5;
        if (m_velocities[k].norm() <= driving_mps)
            return false;
        std::size_t first = k;
        std::size_t last = k;
        double way = 0.0;
        for (; first > 0 && view(k).time_s - view(first - 1).time_s <= around_s; --first)
            way += (m_places[first] - m_places[first - 1]).norm();
        for (; last + 1 < m_order.size() && view(last + 1).time_s - view(k).time_s <= around_s; ++last)
            way += (m_places[last + 1] - m_places[last]).norm();
        const double apart = (m_places[last] - m_places[first]).norm();
        return apart >= straightShare * way && apart >= driving_mps * (view(last).time_s - view(first).time_s);
    }
    [[nodiscard]] double direction(std::size_t k) const { return std::atan2(m_velocities[k].y(), m_velocities[k].x()); }
    void flip(std::size_t k) { view(k).cuboid = view(k).cuboid.flipped(); }

    [[nodiscard]] std::optional<std::size_t> nearestFixed(std::size_t k) const
    {
        std::optional<std::size_t> nearest;
        for (std::size_t i = 0; i < m_order.size(); ++i)
            if (view(i).isFixed && (!nearest || std::abs(view(i).time_s - view(k).time_s) <
                                                    std::abs(view(*nearest).time_s - view(k).time_s)))
                nearest = i;
        return nearest;
    }

    /// Where a person says that it heads the other way when it drives, it goes backwards.
    [[nodiscard]] bool isReversing(std::size_t k) const
    {
        const auto fixed = nearestFixed(k);
        if (!fixed)
            return false;
        std::size_t driving = *fixed;
        while (!drives(driving))
            driving += driving < k ? 1 : std::size_t(-1);
        return std::cos(yaw(*fixed) - direction(driving)) < 0.0;
    }

    void turnAlongWay(std::size_t k)
    {
        constexpr double fast_mps = 3.0;    ///< so that the way says well where it heads
        constexpr double astray_rad = 0.25; ///< farther off its way no car heads
        const double heading = direction(k) + (isReversing(k) ? std::numbers::pi : 0.0);
        const double off = wrapAngle(yaw(k) - heading);
        if (m_velocities[k].norm() > fast_mps && std::abs(std::remainder(off, std::numbers::pi)) > astray_rad)
            view(k).cuboid = view(k).cuboid.withYaw(view(k).cuboid.yaw() - off);
        else if (std::cos(off) < 0.0)
            flip(k);
        m_isDecided[k] = true;
    }

    /// Nothing drives and nobody has fixed anything: the surer ones say where the front is.
    void decideByVote()
    {
        std::size_t surest = 0;
        for (std::size_t k = 0; k < m_order.size(); ++k)
            if (weightOf(view(k)) > weightOf(view(surest)))
                surest = k;
        std::vector<double> before;
        for (std::size_t k = 0; k < m_order.size(); ++k)
            before.push_back(yaw(k));
        m_isDecided[surest] = true;
        followNeighbours();
        double vote = 0.0;
        for (std::size_t k = 0; k < m_order.size(); ++k)
            vote += weightOf(view(k)) * (std::cos(yaw(k) - before[k]) > 0.0 ? 1.0 : -1.0);
        for (std::size_t k = 0; k < m_order.size() && vote < 0.0; ++k)
            flip(k);
    }

    void followNeighbours()
    {
        std::size_t begin = 0;
        while (begin < m_order.size()) {
            if (m_isDecided[begin]) {
                ++begin;
                continue;
            }
            std::size_t end = begin;
            while (end < m_order.size() && !m_isDecided[end])
                ++end;
            follow(begin, end);
            begin = end;
        }
    }

    /// Of undecided ones between two that are decided, each follows the side that is nearer in time.
    void follow(std::size_t begin, std::size_t end)
    {
        std::size_t middle = begin;
        if (end == m_order.size())
            middle = end;
        else if (begin > 0)
            while (
                middle < end && view(middle).time_s - view(begin - 1).time_s <= view(end).time_s - view(middle).time_s)
                ++middle;
        if (begin > 0) {
            double heading = yaw(begin - 1);
            for (std::size_t k = begin; k < middle; ++k)
                align(k, heading);
        }
        if (end < m_order.size()) {
            double heading = yaw(end);
            for (std::size_t k = end; k-- > middle;)
                align(k, heading);
        }
        std::fill(m_isDecided.begin() + static_cast<std::ptrdiff_t>(begin),
            m_isDecided.begin() + static_cast<std::ptrdiff_t>(end), true);
    }

    /// Afterwards `heading` is that of the view, unless it lies across: then it says nothing to the next one.
    void align(std::size_t k, double& heading)
    {
        constexpr double alike = 0.7;
        if (std::cos(yaw(k) - heading) < 0.0)
            flip(k);
        if (std::cos(yaw(k) - heading) > alike)
            heading = yaw(k);
    }

    TrackConsensus& m_consensus;
    const std::vector<std::size_t>& m_order;
    std::vector<Eigen::Vector3d> m_velocities; ///< in the world
    std::vector<Eigen::Vector3d> m_places;     ///< in the world
    std::vector<bool> m_drives;
    std::vector<bool> m_isDecided;
};

void TrackConsensus::turnAlike()
{
    FrontTurner(*this).run();
}

Eigen::Vector3d TrackConsensus::velocityAt(std::size_t view) const
{
    if (standsIn(view))
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
    return moved(m_views[view].world_sensor.inverse(), partOf(view).place);
}

bool TrackConsensus::isAtPlace(std::size_t view) const
{
    constexpr double near_m = 1.0;
    return standsIn(view) && (m_views[view].cuboid.center - placeIn(view).center).head<2>().norm() < near_m;
}

void TrackConsensus::learn(
    const std::vector<Cuboid>& cuboids, const std::vector<std::size_t>& views, const std::vector<double>& weights)
{
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        std::vector<Cuboid> boxes;
        std::vector<double> boxWeights;
        for (std::size_t i = 0; i < cuboids.size(); ++i)
            if (m_partOf[views[i]] == part) {
                boxes.push_back(moved(m_views[views[i]].world_sensor, cuboids[i]));
                boxWeights.push_back(weights[i]);
            }
        if (!boxes.empty())
            m_parts[part].place = medianOf(boxes, boxWeights);
    }
}

} // namespace lunkuo
