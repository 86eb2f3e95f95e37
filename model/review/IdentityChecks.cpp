#include "model/geometry/Polygon.h"
#include "model/review/Checks.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IdentityChecks)
};

/// From these places on the one is where the other would be, and the other way round.
bool areExchangedAt(const CheckedTrack& one, std::size_t i, const CheckedTrack& other, std::size_t k)
{
    // Both ways: what was before says where it goes on, or what comes after says where it came from.
    const auto costs = [&](const auto& place) -> std::optional<std::pair<double, double>> {
        const auto a = place(one, i);
        const auto b = place(other, k);
        if (!a || !b)
            return std::nullopt;
        const auto& [ownEnd, here] = *a;
        const auto& [otherEnd, there] = *b;
        return std::pair(
            (ownEnd - here).norm() + (otherEnd - there).norm(), (ownEnd - there).norm() + (otherEnd - here).norm());
    };
    using Ends = std::optional<std::pair<Eigen::Vector3d, Eigen::Vector3d>>;
    const auto forwards = costs([](const CheckedTrack& view, std::size_t at) -> Ends {
        if (at < 2)
            return std::nullopt;
        return std::pair(
            continued(view.places[at - 2], view.places[at - 1], view.places[at].time_s), view.places[at].world.center);
    });
    const auto backwards = costs([](const CheckedTrack& view, std::size_t at) -> Ends {
        if (at + 1 >= view.places.size())
            return std::nullopt;
        return std::pair(continued(view.places[at + 1], view.places[at], view.places[at - 1].time_s),
            view.places[at - 1].world.center);
    });
    const double gain = one.facts.limit(CheckId::Identity, "gain_m");
    const double near = one.facts.limit(CheckId::Identity, "near_m");
    const auto isBetterExchanged = [&](const auto& cost) {
        return cost && cost->second < 2.0 * near && cost->first > cost->second + gain;
    };
    if (!forwards && !backwards)
        return false;
    return (!forwards || isBetterExchanged(forwards)) && (!backwards || isBetterExchanged(backwards));
}

void tellExchange(const CheckedTrack& one, const CheckedTrack& other, Findings& findings)
{
    std::set<int> suspicious;
    for (const CheckedTrack* view : {&one, &other})
        for (const std::size_t i : view->breaks)
            suspicious.insert(view->places[i].frame->index);
    for (const int index : suspicious) {
        const auto at = one.placeAt(index);
        const auto k = other.placeAt(index);
        if (!at || !k || *at == 0 || *k == 0 || other.places[*k - 1].frame != one.places[*at - 1].frame ||
            !areExchangedAt(one, *at, other, *k))
            continue;
        const std::size_t i = *at;
        Finding finding = one.finding(CheckId::Identity, Severity::Error, i);
        finding.other = other.track.id;
        finding.sentence =
            Text::tr("From here on %1 is where %2 would be, and the other way round.").arg(one.name(), other.name());
        finding.fix = Fix{FixKind::SwapTails};
        findings.push_back(std::move(finding));
    }
}

/// The one ends where the other begins.
void tellBreak(const CheckedTrack& first, const CheckedTrack& second, Findings& findings)
{
    const auto most = static_cast<int>(first.facts.limit(CheckId::Identity, "frames"));
    const PlaceInTrack& end = first.places.back();
    const PlaceInTrack& begin = second.places.front();
    const int frames = begin.frame->index - end.frame->index;
    if (frames < 1 || frames > most || first.track.classId != second.track.classId || first.places.size() < 2)
        return;
    // A person has said that they are two, as by dividing a track.
    if (first.track.absent.contains(begin.frame->index) || second.track.absent.contains(end.frame->index))
        return;
    const PlaceInTrack& before = first.places[first.places.size() - 2];
    const double distance = (continued(before, end, begin.time_s) - begin.world.center).norm();
    const double change = (end.world.size - begin.world.size).cwiseAbs().maxCoeff();
    if (distance > first.facts.limit(CheckId::Identity, "near_m") || change > 0.5 * end.world.size.maxCoeff())
        return;
    Finding finding = first.finding(CheckId::Identity, Severity::Warning, first.places.size() - 1);
    finding.other = second.track.id;
    finding.sentence = Text::tr("%1 ends here, and %2 begins where it would go on.").arg(first.name(), second.name());
    finding.fix = Fix{FixKind::Merge};
    findings.push_back(std::move(finding));
}

/// Who rides a cycle is in the same place as it.
bool areTwoThings(const CheckedTrack& one, const CheckedTrack& other)
{
    return isRiderWithCycle(one.type, other.type) ||
           (isCycleBody(one.type) && isCycleBody(other.type) && one.track.classId != other.track.classId);
}

} // namespace

void checkIdentity(const CheckedTrack& one, const CheckedTrack& other, Findings& findings)
{
    if (one.track.sequence != other.track.sequence || one.places.empty() || other.places.empty() ||
        one.isPosed != other.isPosed)
        return;
    if (!one.breaks.empty() || !other.breaks.empty())
        tellExchange(one, other, findings);
    tellBreak(one, other, findings);
    tellBreak(other, one, findings);
}

void checkDuplicate(const CheckedTrack& one, const CheckedTrack& other, Findings& findings)
{
    if (one.track.sequence != other.track.sequence || one.isPosed != other.isPosed ||
        !one.extent.intersects(other.extent) || areTwoThings(one, other))
        return;
    const double least = one.facts.limit(CheckId::DuplicateTrack, "overlap");
    std::size_t shared = 0;
    std::size_t same = 0;
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < one.places.size(); ++i) {
        const auto k = other.placeAt(one.places[i].frame->index);
        if (!k)
            continue;
        const Shape* there = other.places[*k].shape;
        ++shared;
        const Cuboid& a = one.places[i].shape->cuboid;
        if ((a.center - there->cuboid.center).norm() > std::max(a.size.norm(), there->cuboid.size.norm()) ||
            iou3d(a, there->cuboid) < least)
            continue;
        ++same;
        if (!first)
            first = i;
    }
    if (!first || 2 * same < shared)
        return;
    Finding finding = one.finding(CheckId::DuplicateTrack, Severity::Error, *first);
    finding.other = other.track.id;
    finding.sentence = Text::tr("%1 and %2 are in the same place in %3 frames: one object was annotated twice.")
                           .arg(one.name(), other.name())
                           .arg(same);
    finding.fix = Fix{FixKind::Merge};
    findings.push_back(std::move(finding));
}

} // namespace lunkuo
