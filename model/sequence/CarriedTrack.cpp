#include "model/sequence/CarriedTrack.h"

#include "model/sequence/PathSmoother.h"
#include "model/sequence/TrackMotion.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <limits>

namespace lunkuo
{

namespace
{

constexpr double leaning = 1e-3;           ///< radians: more was set by hand
constexpr double fixedDeviation_m = 0.02;  ///< of sizes that are the same in all frames
constexpr double farthestStanding_m = 3.0; ///< so far apart single frames may see what stands

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

/// The best known shape carried to a place in the world, its outline not yet of the size there. A box that stands
/// upright in its frame does so in all.
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

/// Scales the outlines to their boxes; those of equal boxes are one in memory.
void resizeOutlines(const Shape& best, std::vector<CarriedShape>& carriedShapes)
{
    std::vector<std::pair<Eigen::Vector3d, SharedOutline>> made;
    for (auto& [index, shape] : carriedShapes) {
        const Eigen::Vector3d& size = shape.cuboid.size;
        auto same = std::find_if(made.begin(), made.end(), [&size](const auto& entry) { return entry.first == size; });
        if (same == made.end())
            same = made.insert(made.end(), {size, resized(best.outline, best.cuboid.size, size)});
        shape.outline = same->second;
    }
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

    SettledTrack run() const
    {
        const std::vector<WorldSight> sights = sightsOf(m_findings);
        if (std::none_of(m_findings.sightings.begin(), m_findings.sightings.end(),
                [](const auto& entry) { return entry.second.isFound; }))
            return {};
        const Cuboid start = worldBox(commonPlace(sights), usualBottom(), m_size);
        const bool mayStand = farthestApart(sights) < farthestStanding_m;
        const std::optional<Cuboid> box = mayStand ? std::optional(stillBox(start)) : std::nullopt;
        if (standsStill(sights) || (box && agreesWithAll(*box, sights)))
            return {still(box.value_or(start)), true};
        return {moving(sights), false};
    }

private:
    using Entry = std::pair<const int, Sighting>;

    static double farthestApart(const std::vector<WorldSight>& sights)
    {
        double farthest = 0.0;
        for (const WorldSight& sight : sights)
            farthest = std::max(farthest, (sight.place - sights.front().place).head<2>().norm());
        return farthest;
    }

    [[nodiscard]] double usualBottom() const
    {
        std::vector<double> bottoms;
        for (const auto& [index, sighting] : m_findings.sightings)
            bottoms.push_back(sighting.bottom);
        return median(std::move(bottoms));
    }

    /// What frames have against a box beyond what they have against the places where each of them saw it.
    struct Objection
    {
        double cost = 0.0;
        int frames = 0;
        [[nodiscard]] bool isSlight() const
        {
            constexpr double littleMore = 2.0; ///< of cost per frame
            return cost < littleMore * frames;
        }
    };

    /// Of the frames with these indices.
    [[nodiscard]] Objection objectionTo(const Cuboid& box, int first, int last) const
    {
        Objection result;
        const auto end = m_findings.evidence.upper_bound(last);
        for (auto evidence = m_findings.evidence.lower_bound(first); evidence != end; ++evidence) {
            const auto seen = m_findings.sightings.find(evidence->first);
            ++result.frames;
            if (seen == m_findings.sightings.end())
                continue;
            const Cuboid own = worldBox(seen->second.sight.place, seen->second.bottom, m_size);
            result.cost += std::clamp(costIn(evidence->second, box) - costIn(evidence->second, own), -1.0, 20.0);
        }
        return result;
    }

    /// Whether the frames have hardly more against the one box than against the places where each of them saw it. That
    /// must hold too for those alone that saw it elsewhere for a while: there it may have come or gone.
    [[nodiscard]] bool agreesWithAll(const Cuboid& box, const std::vector<WorldSight>& sights) const
    {
        constexpr double gone_m = 1.0;
        const Eigen::Vector3d place(box.center.x(), box.center.y(), box.yaw());
        const std::vector<int> indices = sightedIndices();
        if (isPutElsewhere(sights, place) || !objectionTo(box, indices.front(), indices.back()).isSlight())
            return false;
        const std::vector<Stretch> elsewhere = excursions(sights, place);
        return std::all_of(elsewhere.begin(), elsewhere.end(), [&](const Stretch& stretch) {
            const Objection objection = objectionTo(box, indices[stretch.first], indices[stretch.end - 1]);
            if (objection.frames > 0)
                return objection.isSlight();
            const auto begin = sights.begin() + static_cast<std::ptrdiff_t>(stretch.first);
            return std::none_of(begin, begin + static_cast<std::ptrdiff_t>(stretch.size()),
                [&place](const WorldSight& sight) { return (sight.place - place).head<2>().norm() > gone_m; });
        });
    }

    [[nodiscard]] std::vector<int> sightedIndices() const
    {
        std::vector<int> indices;
        for (const auto& [index, sighting] : m_findings.sightings)
            indices.push_back(index);
        return indices;
    }

    [[nodiscard]] std::vector<CarriedShape> still(const Cuboid& box) const
    {
        std::vector<double> confidences;
        for (const auto& [index, sighting] : m_findings.sightings)
            if (sighting.isFound)
                confidences.push_back(sighting.confidence);
        // All frames speak for the one box: what holds for most of them holds for each.
        const double common = median(std::move(confidences));
        std::vector<CarriedShape> result;
        for (const Frame& frame : *m_task.frames) {
            const auto found = m_findings.sightings.find(frame.index);
            const bool isKnownOrFound = found != m_findings.sightings.end();
            const auto glimpse = m_findings.glimpses.find(frame.index);
            const bool isSeen =
                isKnownOrFound ? found->second.isFound : glimpse != m_findings.glimpses.end() && glimpse->second > 0;
            if (!isSeen)
                continue;
            Cuboid here = box;
            constexpr std::size_t manyPoints = 20;
            if (isKnownOrFound && found->second.points >= manyPoints)
                here.center.z() = found->second.bottom + 0.5 * box.size.z();
            Shape shape = carried(m_task, frame, here);
            shape.confidence = isKnownOrFound ? std::max(common, found->second.confidence) : 0.9 * common;
            result.push_back({frame.index, std::move(shape)});
        }
        return result;
    }

    /// A stretch in which it stands gets one box too; between them it goes evenly.
    [[nodiscard]] std::vector<CarriedShape> moving(const std::vector<WorldSight>& sights) const
    {
        const std::vector<Stretch> stretches = stretchesOf(sights);
        const std::vector<Cuboid> boxes = boxesOf(stretches, sights);
        std::vector<MotionSample> samples;
        std::vector<const Entry*> entries;
        for (const Entry& entry : m_findings.sightings) {
            const auto known = m_task.known.find(entry.first);
            const Frame* frame = frameAt(m_task, entry.first);
            samples.push_back({entry.second.sight.time_s,
                known != m_task.known.end() && frame ? inWorld(*frame, known->second.cuboid) : boxes[samples.size()]});
            entries.push_back(&entry);
        }
        const std::vector<double> confidences = confidencesOf(stretches, entries);
        std::vector<CarriedShape> result;
        const TrackMotion motion(samples);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& [index, sighting] = *entries[i];
            const Frame* frame = frameAt(m_task, index);
            if (frame && sighting.isFound) {
                Shape shape = carried(m_task, *frame, samples[i].cuboid);
                shape.confidence = confidences[i];
                result.push_back({index, std::move(shape)});
            }
            if (i + 1 < entries.size())
                fill(motion, *entries[i], *entries[i + 1], result);
        }
        if (stretches.front().stands)
            addGlimpsed(samples.front().cuboid, 0, entries.front()->first, 0.9 * confidences.front(), result);
        if (stretches.back().stands)
            addGlimpsed(samples.back().cuboid, entries.back()->first + 1, std::numeric_limits<int>::max(),
                0.9 * confidences.back(), result);
        return result;
    }

    /// What stood there at the end stands there too in frames from `first` up to before `end` that show few points of
    /// it.
    void addGlimpsed(const Cuboid& box, int first, int end, double confidence, std::vector<CarriedShape>& result) const
    {
        for (auto glimpse = m_findings.glimpses.lower_bound(first);
             glimpse != m_findings.glimpses.end() && glimpse->first < end; ++glimpse) {
            const Frame* frame = frameAt(m_task, glimpse->first);
            if (!frame || glimpse->second == 0)
                continue;
            Shape shape = carried(m_task, *frame, box);
            shape.confidence = confidence;
            result.push_back({glimpse->first, std::move(shape)});
        }
    }

    /// Where it is at each of the sights.
    [[nodiscard]] std::vector<Cuboid> boxesOf(
        const std::vector<Stretch>& stretches, const std::vector<WorldSight>& sights) const
    {
        std::vector<Eigen::Vector3d> places;
        for (const Stretch& stretch : stretches) {
            // Smoothed for itself: it sets off and stops harder than what drives changes its speed.
            const auto begin = sights.begin() + static_cast<std::ptrdiff_t>(stretch.first);
            const std::vector<Eigen::Vector3d> there =
                stretch.stands ? std::vector<Eigen::Vector3d>(stretch.size(), standingPlace(stretch))
                               : smoothed({begin, begin + static_cast<std::ptrdiff_t>(stretch.size())});
            places.insert(places.end(), there.begin(), there.end());
        }
        std::vector<Cuboid> boxes;
        for (const auto& [index, sighting] : m_findings.sightings)
            boxes.push_back(worldBox(places[boxes.size()], sighting.bottom, m_size));
        return boxes;
    }

    /// Where the frames of the stretch have it; a box that was put there by hand holds as it is.
    [[nodiscard]] Eigen::Vector3d standingPlace(const Stretch& stretch) const
    {
        constexpr std::size_t enough = 3;
        const std::vector<int> indices = sightedIndices();
        const int first = indices[stretch.first];
        const int last = indices[stretch.end - 1];
        for (auto known = m_task.known.lower_bound(first); known != m_task.known.upper_bound(last); ++known)
            if (const Frame* frame = frameAt(m_task, known->first); frame && known->second.isByHand()) {
                const Cuboid byHand = inWorld(*frame, known->second.cuboid);
                return {byHand.center.x(), byHand.center.y(), byHand.yaw()};
            }
        std::vector<FrameEvidence> frames;
        for (auto evidence = m_findings.evidence.lower_bound(first); evidence != m_findings.evidence.upper_bound(last);
             ++evidence)
            frames.push_back(evidence->second);
        if (frames.size() < enough)
            return stretch.place;
        const Cuboid start = worldBox(stretch.place, usualBottom(), m_size);
        const SizePrior prior{m_size, Eigen::Vector3d::Constant(fixedDeviation_m)};
        const Cuboid box = fitStill(frames, {start}, prior).cuboid;
        return {box.center.x(), box.center.y(), box.yaw()};
    }

    /// All frames of a stretch in which it stands speak for its box: what holds for most of them holds for each.
    [[nodiscard]] static std::vector<double> confidencesOf(
        const std::vector<Stretch>& stretches, const std::vector<const Entry*>& entries)
    {
        std::vector<double> result;
        for (const Entry* entry : entries)
            result.push_back(entry->second.confidence);
        for (const Stretch& stretch : stretches) {
            std::vector<double> found;
            for (std::size_t i = stretch.first; stretch.stands && i < stretch.end; ++i)
                if (entries[i]->second.isFound)
                    found.push_back(result[i]);
            if (found.empty())
                continue;
            const double common = median(std::move(found));
            for (std::size_t i = stretch.first; i < stretch.end; ++i)
                result[i] = std::max(result[i], common);
        }
        return result;
    }

    /// The one box that explains all frames best; a box made by hand holds as it is.
    [[nodiscard]] Cuboid stillBox(const Cuboid& start) const
    {
        const Shape& best = bestKnown(m_task);
        const Frame* frame = frameAt(m_task, best.frame, m_task.known);
        if (best.isByHand() && frame) {
            const Cuboid byHand = inWorld(*frame, best.cuboid);
            return worldBox(
                {byHand.center.x(), byHand.center.y(), byHand.yaw()}, start.center.z() - 0.5 * start.size.z(), m_size);
        }
        std::vector<FrameEvidence> frames;
        for (const auto& [index, evidence] : m_findings.evidence)
            frames.push_back(evidence);
        std::vector<Cuboid> starts{frame ? headedLike(inWorld(*frame, best.cuboid), start) : start, start};
        SizePrior prior = expectedSize(best);
        if (m_task.track.size)
            prior = {*m_task.track.size, Eigen::Vector3d::Constant(fixedDeviation_m)};
        for (const auto& [index, boxes] : m_findings.completed)
            for (const Cuboid& completed : boxes)
                starts.push_back(headedLike(completed, start));
        Cuboid result = fitStill(frames, starts, prior, best.confidence).cuboid;
        if (m_task.track.size)
            result.size = *m_task.track.size;
        return result;
    }

    /// Between what is usual and what was seen where it was seen best.
    [[nodiscard]] SizePrior expectedSize(const Shape& best) const
    {
        const SizePrior usual{m_task.options.priorSize, m_task.options.priorDeviation};
        const double seen = best.confidence * best.confidence;
        return {usual.size + seen * (best.cuboid.size - usual.size) * 0.7, usual.deviation};
    }

    /// The same box the other way round where it heads against the track.
    static Cuboid headedLike(const Cuboid& box, const Cuboid& track)
    {
        const Cuboid turned = std::cos(box.yaw() - track.yaw()) < 0.0 ? box.flipped() : box;
        Cuboid result = turned;
        result.size.z() = track.size.z();
        result.center.z() = track.center.z();
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

SettledTrack settled(const CarryTask& task, const CarryFindings& findings)
{
    SettledTrack result = Settler(task, findings).run();
    resizeOutlines(bestKnown(task), result.shapes);
    return result;
}

} // namespace lunkuo
