#include "model/sequence/CarriedTrack.h"

#include "model/sequence/PathSmoother.h"
#include "model/sequence/TrackMotion.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr double leaning = 1e-3;         ///< radians: more was set by hand
constexpr double byHandDeviation = 0.02; ///< of length, width and height, metres
constexpr double byHandPlace_m = 0.03;

const Frame* frameAt(const CarryTask& task, int index)
{
    const auto found = std::lower_bound(task.frames->begin(), task.frames->end(), index,
        [](const Frame& frame, int wanted) { return frame.index < wanted; });
    return found == task.frames->end() || found->index != index ? nullptr : &*found;
}

std::vector<WorldSight> sightsOf(const CarryFindings& findings)
{
    std::vector<WorldSight> sights;
    for (const auto& [index, sighting] : findings.sightings)
        sights.push_back(sighting.sight);
    return sights;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The best known shape carried to a place in the world. A box that stands upright in its frame does so in all.
Shape carried(const CarryTask& task, const Frame& frame, const Cuboid& world)
{
    const Shape& best = bestKnown(task);
    Shape shape = best;
    shape.id = {};
    shape.frame = frame.id;
    shape.seeds.clear();
    shape.held = {};
    shape.locked = false;
    shape.derivation = Derivation::Propagated;
    const Cuboid there = inSensor(frame, world);
    const bool leans = std::abs(best.cuboid.pitch()) > leaning || std::abs(best.cuboid.roll()) > leaning;
    shape.cuboid = leans ? there.withAngles(there.yaw(), best.cuboid.pitch(), best.cuboid.roll())
                         : Cuboid::fromYaw(there.center, there.size, there.yaw());
    shape.outline = resized(best.outline, best.cuboid.size, world.size);
    // Attributes go on as they were in the nearest frame before, else after.
    auto nearest = task.known.upper_bound(frame.index);
    if (nearest != task.known.begin())
        --nearest;
    shape.attributes = nearest->second.attributes;
    return shape;
}

Cuboid worldBox(const Eigen::Vector3d& place, double bottom, const Eigen::Vector3d& size)
{
    return Cuboid::fromYaw({place.x(), place.y(), bottom + 0.5 * size.z()}, size, place.z());
}

/// A gap in which nothing was found is as uncertain as its worse end.
double confidenceBetween(const Sighting& a, const Sighting& b)
{
    return 0.9 * std::min(a.confidence, b.confidence);
}

class Settler
{
public:
    Settler(const CarryTask& task, const CarryFindings& findings)
        : m_task(task)
        , m_findings(findings)
        , m_size(keptSize(task))
    {
    }

    std::vector<CarriedShape> still() const
    {
        const std::vector<WorldSight> sights = sightsOf(m_findings);
        std::vector<double> bottoms;
        std::vector<double> confidences;
        for (const auto& [index, sighting] : m_findings.sightings) {
            bottoms.push_back(sighting.bottom);
            if (sighting.isFound)
                confidences.push_back(sighting.confidence);
        }
        if (confidences.empty())
            return {};
        const double bottom = median(bottoms);
        const Cuboid box = stillBox(worldBox(commonPlace(sights), bottom, m_size));
        // All frames speak for the one box: what holds for most of them holds for each.
        const double common = median(confidences);
        std::vector<CarriedShape> result;
        for (const Frame& frame : *m_task.frames) {
            const auto found = m_findings.sightings.find(frame.index);
            const auto glimpse = m_findings.glimpses.find(frame.index);
            const bool isSeen = found != m_findings.sightings.end()
                                    ? found->second.isFound
                                    : glimpse != m_findings.glimpses.end() && glimpse->second > 0;
            if (!isSeen)
                continue;
            Cuboid here = box;
            constexpr std::size_t manyPoints = 20;
            if (found != m_findings.sightings.end() && found->second.points >= manyPoints)
                here.center.z() = found->second.bottom + 0.5 * box.size.z();
            Shape shape = carried(m_task, frame, here);
            shape.confidence =
                found != m_findings.sightings.end() ? std::max(common, found->second.confidence) : 0.9 * common;
            result.push_back({frame.index, std::move(shape)});
        }
        return result;
    }

    std::vector<CarriedShape> moving() const
    {
        const std::vector<WorldSight> sights = sightsOf(m_findings);
        const std::vector<Eigen::Vector3d> places = smoothed(sights);
        std::vector<MotionSample> samples;
        std::vector<const std::pair<const int, Sighting>*> entries;
        std::size_t i = 0;
        for (const auto& entry : m_findings.sightings) {
            const auto known = m_task.known.find(entry.first);
            const Frame* frame = frameAt(m_task, entry.first);
            samples.push_back({entry.second.sight.time_s, known != m_task.known.end() && frame
                                                              ? inWorld(*frame, known->second.cuboid)
                                                              : worldBox(places[i], entry.second.bottom, m_size)});
            entries.push_back(&entry);
            ++i;
        }
        std::vector<CarriedShape> result;
        const TrackMotion motion(samples);
        for (i = 0; i < entries.size(); ++i) {
            const auto& [index, sighting] = *entries[i];
            const Frame* frame = frameAt(m_task, index);
            if (frame && sighting.isFound) {
                Shape shape = carried(m_task, *frame, samples[i].cuboid);
                shape.confidence = sighting.confidence;
                result.push_back({index, std::move(shape)});
            }
            if (i + 1 < entries.size())
                fill(motion, *entries[i], *entries[i + 1], result);
        }
        return result;
    }

private:
    using Entry = std::pair<const int, Sighting>;

    [[nodiscard]] Cuboid stillBox(const Cuboid& start) const
    {
        std::vector<FrameEvidence> frames;
        for (const auto& [index, evidence] : m_findings.evidence)
            frames.push_back(evidence);
        const Shape& best = bestKnown(m_task);
        const bool isFixed = m_task.track.size.has_value() || best.isByHand();
        SizePrior prior{m_size, m_task.options.priorDeviation};
        if (isFixed) {
            const Frame* frame = frameAt(m_task, best.frame, m_task.known);
            if (best.isByHand() && frame) {
                Cuboid box = inWorld(*frame, best.cuboid);
                box.size = m_size;
                box.center.z() = start.center.z();
                return Cuboid::fromYaw(box.center, box.size, box.yaw());
            }
            prior.deviation.setConstant(byHandDeviation);
        }
        const Cuboid fitted = fitStill(frames, start, prior);
        if (!isFixed)
            return fitted;
        // The size is settled: only the place is taken over.
        Cuboid result = fitted;
        result.size = m_size;
        return result;
    }

    static const Frame* frameAt(const CarryTask& task, FrameId id, const std::map<int, Shape>& known)
    {
        for (const auto& [index, shape] : known)
            if (shape.frame == id)
                return lunkuo::frameAt(task, index);
        return nullptr;
    }
    static const Frame* frameAt(const CarryTask& task, int index) { return lunkuo::frameAt(task, index); }

    /// The frames between two in which the object was found.
    void fill(const TrackMotion& motion, const Entry& a, const Entry& b, std::vector<CarriedShape>& result) const
    {
        if (!a.second.isFound && !b.second.isFound)
            return; // between two that were known before: nobody asked
        for (int index = a.first + 1; index < b.first; ++index) {
            const Frame* frame = frameAt(m_task, index);
            if (!frame || m_task.known.contains(index))
                continue;
            Shape shape = carried(m_task, *frame, motion.at(seconds(*frame)));
            shape.derivation = Derivation::Interpolated;
            shape.confidence = confidenceBetween(a.second, b.second);
            result.push_back({index, std::move(shape)});
        }
    }

    const CarryTask& m_task;
    const CarryFindings& m_findings;
    Eigen::Vector3d m_size;
};

} // namespace

const Shape& bestKnown(const CarryTask& task)
{
    Q_ASSERT_X(!task.known.empty(), "bestKnown", "nothing is known");
    const auto better = [](const auto& a, const auto& b) {
        if (a.second.isByHand() != b.second.isByHand())
            return b.second.isByHand();
        return a.second.confidence < b.second.confidence;
    };
    return std::max_element(task.known.begin(), task.known.end(), better)->second;
}

Eigen::Vector3d keptSize(const CarryTask& task)
{
    return task.track.size.value_or(bestKnown(task).cuboid.size);
}

bool isStill(const CarryTask& task, const CarryFindings& findings)
{
    Q_UNUSED(task)
    return standsStill(sightsOf(findings));
}

std::vector<CarriedShape> settled(const CarryTask& task, const CarryFindings& findings)
{
    const Settler settler(task, findings);
    return isStill(task, findings) ? settler.still() : settler.moving();
}

} // namespace lunkuo
