#include "model/review/Checks.h"
#include "model/sequence/TrackMotion.h"
#include "model/sequence/WorldPose.h"
#include "model/tools/ShapeActions.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PresenceChecks)
};

constexpr double mostHidden = 0.6;

/// Where the track should be in the frame, from up to two shapes on each side.
std::optional<Cuboid> expectedIn(const CheckedFrame& view, const Gap& gap)
{
    const Scene& scene = view.scene;
    std::vector<MotionSample> samples;
    bool isPosed = view.frame.world_ego.has_value();
    for (const ShapeId id : gap.known)
        isPosed = isPosed && scene.frames.at(scene.shapes.at(id).frame).world_ego.has_value();
    for (const ShapeId id : gap.known) {
        const Shape& shape = scene.shapes.at(id);
        const Frame& frame = scene.frames.at(shape.frame);
        samples.push_back({seconds(frame), isPosed ? inWorld(frame, shape.cuboid) : shape.cuboid});
    }
    const bool goesBeyond = !gap.before.isValid() || !gap.after.isValid();
    if (samples.empty() || (goesBeyond && samples.size() < 2))
        return std::nullopt;
    for (std::size_t i = 1; i < samples.size(); ++i)
        if (samples[i].time_s <= samples[i - 1].time_s)
            return std::nullopt;
    const Cuboid there = TrackMotion(std::move(samples)).at(seconds(view.frame));
    return isPosed ? inSensor(view.frame, there) : there;
}

} // namespace

void checkUnlabelled(const CheckedFrame& view, Findings& findings)
{
    if (view.objects.empty())
        return;
    const CheckFacts& facts = view.facts;
    for (const Unclaimed& vehicle : view.unclaimed) {
        if (vehicle.confidence < facts.limit(CheckId::Unlabelled, "confidence") ||
            static_cast<double>(vehicle.points) < facts.limit(CheckId::Unlabelled, "points") ||
            isClaimed(view.scene, view.frame.id, vehicle.cuboid) || !view.isLookedAt(vehicle.cuboid.center))
            continue;
        Finding finding;
        finding.check = CheckId::Unlabelled;
        finding.severity = Severity::Warning;
        finding.sequence = view.frame.sequence;
        finding.frame = view.frame.id;
        finding.place = vehicle.cuboid.center;
        finding.sentence = Text::tr("%1 points look like a %2 (%3 % sure), but nothing is annotated there.")
                               .arg(vehicle.points)
                               .arg(view.scene.taxonomy.className(vehicle.classId))
                               .arg(qRound(100.0 * vehicle.confidence));
        finding.fix = Fix{FixKind::Add, vehicle.cuboid, vehicle.classId};
        findings.push_back(std::move(finding));
    }
}

void checkEmptyFrame(const CheckedFrame& view, Findings& findings)
{
    const auto course = view.facts.sequences.find(view.frame.sequence);
    if (!view.objects.empty() || course == view.facts.sequences.end() || course->second.isSparse)
        return;
    const std::vector<FrameId>& frames = course->second.frames;
    const auto here = std::find(frames.begin(), frames.end(), view.frame.id);
    const auto most = static_cast<std::ptrdiff_t>(view.facts.limit(CheckId::EmptyFrame, "frames"));
    const auto isAnnotated = [&](FrameId id) { return !view.scene.shapes.ofFrame(id).empty(); };
    const auto before = std::find_if(std::reverse_iterator(here), frames.rend(), isAnnotated);
    const auto after = std::find_if(here, frames.end(), isAnnotated);
    if (before == frames.rend() || after == frames.end() || after - before.base() > most)
        return;
    Finding finding;
    finding.check = CheckId::EmptyFrame;
    finding.severity = Severity::Error;
    finding.sequence = view.frame.sequence;
    finding.frame = view.frame.id;
    finding.sentence =
        Text::tr("Frame %1 has no annotation, but the frames before and after it have.").arg(view.frame.name);
    findings.push_back(std::move(finding));
}

void checkGaps(const CheckedFrame& view, Findings& findings)
{
    if (view.objects.empty()) // the frame has been left out, not each of its objects
        return;
    const CheckFacts& facts = view.facts;
    constexpr double farthest_m = 45.0;
    for (const Gap& gap : view.gaps) {
        const bool isEnd = !gap.before.isValid() || !gap.after.isValid();
        if (gap.frames > static_cast<int>(facts.limit(CheckId::TrackGap, "frames")))
            continue;
        const auto cuboid = expectedIn(view, gap);
        if (!cuboid || isClaimed(view.scene, view.frame.id, *cuboid))
            continue;
        const BoxLook look = lookAt(*view.loaded, *cuboid, {});
        const double fewest = facts.limit(CheckId::TrackGap, isEnd ? "endPoints" : "points");
        if (static_cast<double>(look.inside) < fewest ||
            (isEnd && (look.hiddenShare > mostHidden || look.range_m > farthest_m || look.piercedShare() > 0.3)))
            continue;
        const Track& track = view.scene.tracks.at(gap.track);
        // A person has said that it is not there: what is there may be another object.
        const bool isAbsent = track.absent.contains(view.frame.index);
        Finding finding;
        finding.check = CheckId::TrackGap;
        finding.severity = isEnd || isAbsent ? Severity::Hint : Severity::Warning;
        finding.sequence = view.frame.sequence;
        finding.frame = view.frame.id;
        finding.track = gap.track;
        finding.place = cuboid->center;
        const QString name = nameOf(view.scene, track);
        finding.sentence =
            !isEnd
                ? Text::tr("%1 is not annotated here, but %2 points lie where it must be.").arg(name).arg(look.inside)
            : gap.before.isValid()
                ? Text::tr("%1 ends here, but %2 points lie where it would go on.").arg(name).arg(look.inside)
                : Text::tr("%1 begins after this, but %2 points lie where it came from.").arg(name).arg(look.inside);
        if (!isAbsent)
            finding.fix = Fix{FixKind::Fill, *cuboid};
        findings.push_back(std::move(finding));
    }
}

} // namespace lunkuo
