#include "model/review/Acceptance.h"

#include <limits>

namespace lunkuo
{

namespace
{

/// What is pinned to a place was rejected at first always.
bool wasRejected(const Verdict& verdict)
{
    return verdict.isOpen() || verdict.judged || verdict.isOfPlace() || verdict.answered_ms > 0;
}

/// Why, each time; where the history says nothing of it, why the last time.
std::vector<RejectReason> rejectionsOf(const Verdict& verdict, const WorkMeter& work)
{
    auto reasons = verdict.isOfPlace() ? std::vector<RejectReason>() : work.rejections(verdict.track, verdict.frame);
    if (reasons.empty() && wasRejected(verdict))
        reasons.push_back(verdict.reason);
    return reasons;
}

void count(AcceptanceCount& counts, const Verdict& verdict, bool wasEverRejected)
{
    switch (verdict.state) {
    case VerdictState::Accepted:
        ++(wasEverRejected ? counts.acceptedLater : counts.acceptedAtOnce);
        return;
    case VerdictState::Rejected:
        ++counts.rejected;
        return;
    case VerdictState::Answered:
        ++counts.answered;
        return;
    }
}

QString classOf(const Scene& scene, const Verdict& verdict)
{
    if (const auto track = scene.tracks.find(verdict.track); track != scene.tracks.end())
        return track->second.classId;
    return verdict.judged ? verdict.judged->classId : QString();
}

} // namespace

double AcceptanceCount::rate() const
{
    return judged() == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(acceptedAtOnce) / judged();
}

Acceptance acceptanceOf(const Scene& scene, const WorkMeter& work)
{
    Acceptance acceptance;
    std::set<std::pair<TrackId, FrameId>> judged;
    for (const auto& [id, verdict] : scene.verdicts) {
        for (const RejectReason reason : rejectionsOf(verdict, work))
            if (const auto place = static_cast<std::size_t>(reason); place < rejectReasons)
                count(acceptance.byReason[place], verdict, true);
        // What was judged anew says nothing of what was said of it before.
        const bool wasEverRejected =
            wasRejected(verdict) || (!verdict.isOfPlace() && work.wasRejected(verdict.track, verdict.frame));
        if (!verdict.isOfShape()) {
            count(verdict.isOfFrame() ? acceptance.frames : acceptance.places, verdict, wasEverRejected);
            continue;
        }
        judged.emplace(verdict.track, verdict.frame);
        count(acceptance.all, verdict, wasEverRejected);
        count(acceptance.byClass[classOf(scene, verdict)], verdict, wasEverRejected);
        const QString who =
            verdict.annotator.isEmpty() ? work.lastToChange(verdict.track, verdict.frame) : verdict.annotator;
        count(acceptance.byAnnotator[who], verdict, wasEverRejected);
    }
    for (const auto& [id, shape] : scene.shapes)
        acceptance.notJudged += judged.contains({shape.track, shape.frame}) ? 0 : 1;
    return acceptance;
}

} // namespace lunkuo
