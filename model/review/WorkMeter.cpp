#include "model/review/WorkMeter.h"

namespace lunkuo
{

namespace
{

/// The tracks that an edit changes, each with the frames in which its shape changes.
std::map<TrackId, std::set<FrameId>> changedIn(const Edit& edit)
{
    std::map<TrackId, std::set<FrameId>> changed;
    for (const Change& change : edit.changes) {
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            const Shape& value = shape->after ? *shape->after : *shape->before;
            changed[value.track].insert(value.frame);
        } else if (const auto* track = std::get_if<ValueChange<Track>>(&change)) {
            changed[(track->after ? *track->after : *track->before).id];
        }
    }
    return changed;
}

} // namespace

void WorkMeter::addVerdict(const ValueChange<Verdict>& change, bool isDo)
{
    const Verdict& any = change.after ? *change.after : *change.before;
    if (any.isOfPlace())
        return;
    std::map<qint64, RejectReason>& rejections = m_rejected[{any.track, any.frame}];
    const auto isRejected = [](const std::optional<Verdict>& verdict) {
        return verdict && verdict->state == VerdictState::Rejected;
    };
    // Back to what was said earlier, so it is the rejection that was undone; or said once more with another reason
    // before anybody answered.
    const bool isUndone = !isDo && change.before && (!change.after || change.after->time_ms < change.before->time_ms);
    if (isRejected(change.before) && (isUndone || isRejected(change.after)))
        rejections.erase(change.before->time_ms);
    if (isRejected(change.after))
        rejections.insert_or_assign(change.after->time_ms, change.after->reason);
}

void WorkMeter::add(const QDateTime& when, const QString& who, const Edit& edit, bool isDo)
{
    for (const Change& change : edit.changes)
        if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change))
            addVerdict(*verdict, isDo);
    const qint64 now_ms = when.toMSecsSinceEpoch();
    const auto [last, isFirst] = m_last_ms.try_emplace(who, now_ms);
    const qint64 pause_ms = now_ms - last->second;
    last->second = now_ms;
    // A clock that was set back says nothing.
    const double active_ms = pause_ms > 0 && pause_ms <= longestPause_ms ? static_cast<double>(pause_ms) : 0.0;
    const auto changed = changedIn(edit);
    if (changed.empty()) {
        WorkFigures& other = m_other[who];
        other.active_ms += active_ms;
        other.actions += isDo ? 1.0 : 0.0;
        return;
    }
    const double share = 1.0 / static_cast<double>(changed.size());
    for (const auto& [track, frames] : changed) {
        Done& done = m_done[who][track];
        done.active_ms += share * active_ms;
        done.actions += isDo ? share : 0.0;
        done.frames.insert(frames.begin(), frames.end());
        for (const FrameId frame : frames)
            m_lastToChange[{track, frame}] = who;
    }
}

std::map<QString, WorkFigures> WorkMeter::byPerson() const
{
    std::map<QString, WorkFigures> figures;
    for (const auto& [who, tracks] : m_done)
        for (const auto& [track, done] : tracks) {
            WorkFigures& sum = figures[who];
            sum.actions += done.actions;
            sum.active_ms += done.active_ms;
            sum.shapes += static_cast<int>(done.frames.size());
            ++sum.objects;
        }
    return figures;
}

std::map<QString, WorkFigures> WorkMeter::byClass(const Scene& scene) const
{
    std::map<TrackId, Done> all;
    for (const auto& [who, tracks] : m_done)
        for (const auto& [track, done] : tracks) {
            Done& sum = all[track];
            sum.actions += done.actions;
            sum.active_ms += done.active_ms;
            sum.frames.insert(done.frames.begin(), done.frames.end());
        }
    std::map<QString, WorkFigures> figures;
    for (const auto& [track, done] : all) {
        const auto found = scene.tracks.find(track);
        WorkFigures& sum = figures[found == scene.tracks.end() ? QString() : found->second.classId];
        sum.actions += done.actions;
        sum.active_ms += done.active_ms;
        sum.shapes += static_cast<int>(done.frames.size());
        ++sum.objects;
    }
    return figures;
}

QString WorkMeter::lastToChange(TrackId track, FrameId frame) const
{
    const auto found = m_lastToChange.find({track, frame});
    return found == m_lastToChange.end() ? QString() : found->second;
}

bool WorkMeter::wasRejected(TrackId track, FrameId frame) const
{
    return !rejections(track, frame).empty();
}

std::vector<RejectReason> WorkMeter::rejections(TrackId track, FrameId frame) const
{
    std::vector<RejectReason> reasons;
    if (const auto found = m_rejected.find({track, frame}); found != m_rejected.end())
        for (const auto& [time_ms, reason] : found->second)
            reasons.push_back(reason);
    return reasons;
}

} // namespace lunkuo
