#include "model/review/Restore.h"

#include "model/document/ReviewGuard.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

/// A number that nobody else has: meanwhile another object may have got its own.
void giveFreeNumber(const Scene& scene, Track& track)
{
    const bool isTaken = std::any_of(scene.tracks.begin(), scene.tracks.end(), [&](const auto& entry) {
        return entry.second.sequence == track.sequence && entry.second.number == track.number;
    });
    if (isTaken)
        track.number = scene.nextTrackNumber(track.sequence);
}

std::set<TrackId> tracksOf(const ValueChange<Shape>& change)
{
    std::set<TrackId> tracks;
    for (const auto& value : {change.before, change.after})
        if (value)
            tracks.insert(value->track);
    return tracks;
}

} // namespace

std::vector<TrackId> objectsOf(const Edit& edit)
{
    std::map<TrackId, int> counts;
    for (const Change& change : edit.changes) {
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change))
            for (const TrackId track : tracksOf(*shape))
                ++counts[track];
        else if (const auto* track = std::get_if<ValueChange<Track>>(&change))
            ++counts[track->after ? track->after->id : track->before->id];
        else if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change))
            if (const Verdict& said = verdict->after ? *verdict->after : *verdict->before; said.isOfShape())
                ++counts[said.track];
    }
    std::vector<TrackId> tracks;
    for (const auto& [track, count] : counts)
        tracks.push_back(track);
    std::stable_sort(
        tracks.begin(), tracks.end(), [&counts](TrackId a, TrackId b) { return counts.at(a) > counts.at(b); });
    return tracks;
}

ObjectState stateAfter(const Edit& edit, TrackId track)
{
    ObjectState state;
    state.track = track;
    std::map<FrameId, Shape> shapes;
    for (const Change& change : edit.changes) {
        if (const auto* object = std::get_if<ValueChange<Track>>(&change)) {
            const Track& left = object->after ? *object->after : *object->before;
            if (left.id == track)
                state.object = left;
        } else if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            // What another object took is as it was before.
            if (shape->after && shape->after->track == track)
                shapes.insert_or_assign(shape->after->frame, *shape->after);
            else if (shape->before && shape->before->track == track)
                shapes.try_emplace(shape->before->frame, *shape->before);
        }
    }
    for (auto& [frame, shape] : shapes)
        state.shapes.push_back(std::move(shape));
    return state;
}

Result<void> restore(Document& document, const ObjectState& state)
{
    const Scene& scene = document.scene();
    const auto known = scene.tracks.find(state.track);
    std::vector<Change> changes;
    if (known == scene.tracks.end() && (!state.object || state.shapes.empty()))
        return failure(Text::tr("The object is gone, and this line of the history does not say what it was."));
    if (known == scene.tracks.end()) {
        Track again = *state.object;
        giveFreeNumber(scene, again);
        changes.push_back(ValueChange<Track>{{}, again});
    } else if (state.object && !(*state.object == known->second)) {
        Track again = *state.object;
        again.number = known->second.number;
        changes.push_back(ValueChange<Track>{known->second, again});
    }
    for (const Shape& wanted : state.shapes) {
        if (!scene.frames.contains(wanted.frame))
            return failure(Text::tr("The frame of this state is gone."));
        const Shape* there = scene.shapes.of(state.track, wanted.frame);
        Shape again = wanted;
        again.locked = there && there->locked;
        // Its number may be that of a shape which is another object's by now.
        again.id = there ? there->id : scene.shapes.contains(wanted.id) ? document.newShapeId() : wanted.id;
        if (!there)
            changes.push_back(ValueChange<Shape>{{}, again});
        else if (!(again == *there))
            changes.push_back(ValueChange<Shape>{*there, again});
    }
    if (changes.empty())
        return failure(Text::tr("The object is in this state already."));
    const Track& named = known == scene.tracks.end() ? *state.object : known->second;
    const ReviewGuard::Pass pass;
    // What is restored says of itself whether it is a key frame.
    return document.edit(Text::tr("Restore %1").arg(nameOf(scene, named)), std::move(changes), EditBy::Algorithm);
}

} // namespace lunkuo
