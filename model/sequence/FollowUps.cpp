#include "model/sequence/FollowUps.h"

#include "model/sequence/TrackMotion.h"
#include "model/sequence/VerdictFollowUps.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <map>
#include <set>

namespace lunkuo
{

namespace
{

template <class Value>
auto idOf(const ValueChange<Value>& change)
{
    return change.after ? change.after->id : change.before ? change.before->id : decltype(change.after->id)();
}

/// The scene as the changes leave it, and the changes, to which others are added.
class Outlook
{
public:
    Outlook(const Scene& scene, std::vector<Change> changes)
        : m_scene(scene)
        , m_changes(std::move(changes))
    {
        for (const Change& change : m_changes)
            note(change);
    }

    [[nodiscard]] const Scene& scene() const { return m_scene; }
    [[nodiscard]] std::vector<Change>& changes() { return m_changes; }

    [[nodiscard]] const Track* track(TrackId id) const
    {
        const auto changed = m_tracks.find(id);
        if (changed != m_tracks.end())
            return changed->second ? &*changed->second : nullptr;
        const auto found = m_scene.tracks.find(id);
        return found == m_scene.tracks.end() ? nullptr : &found->second;
    }

    [[nodiscard]] const Frame* frame(FrameId id) const
    {
        const auto changed = m_frames.find(id);
        if (changed != m_frames.end())
            return changed->second ? &*changed->second : nullptr;
        const auto found = m_scene.frames.find(id);
        return found == m_scene.frames.end() ? nullptr : &found->second;
    }

    /// Whether somebody is through with the shape, as it was before the changes.
    [[nodiscard]] bool isFinished(const Shape& shape) const
    {
        const auto before = m_scene.shapes.find(shape.id);
        return shape.locked || isFinished(*frame(shape.frame)) ||
               (before != m_scene.shapes.end() && m_scene.isAccepted(before->second));
    }
    [[nodiscard]] bool isFinished(const Frame& frame) const
    {
        return frame.state == FrameState::Done || m_scene.isAccepted(frame);
    }

    /// By their places in the sequence.
    [[nodiscard]] std::map<int, const Shape*> shapesOf(TrackId track) const
    {
        std::map<int, const Shape*> result;
        const auto put = [&](const Shape& shape) {
            if (const Frame* where = frame(shape.frame))
                result[where->index] = &shape;
        };
        for (const ShapeId id : m_scene.shapes.ofTrack(track))
            if (!m_shapes.contains(id))
                put(m_scene.shapes.at(id));
        if (const auto changed = m_shapesOf.find(track); changed != m_shapesOf.end())
            for (const ShapeId id : changed->second)
                if (const auto& shape = m_shapes.at(id); shape && shape->track == track)
                    put(*shape);
        return result;
    }

    void add(Change change)
    {
        note(change);
        m_changes.push_back(std::move(change));
    }

private:
    void note(const Change& change)
    {
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            m_shapes[idOf(*shape)] = shape->after;
            if (shape->after)
                m_shapesOf[shape->after->track].insert(shape->after->id);
        }
        if (const auto* track = std::get_if<ValueChange<Track>>(&change))
            m_tracks[idOf(*track)] = track->after;
        else if (const auto* frame = std::get_if<ValueChange<Frame>>(&change))
            m_frames[idOf(*frame)] = frame->after;
    }

    const Scene& m_scene;
    std::vector<Change> m_changes;
    std::map<ShapeId, std::optional<Shape>> m_shapes;
    std::map<TrackId, std::set<ShapeId>> m_shapesOf; ///< changed ones that are or were the track's
    std::map<TrackId, std::optional<Track>> m_tracks;
    std::map<FrameId, std::optional<Frame>> m_frames;
};

/// Whether somebody has worked on the shape itself, and not only on what is said of it.
bool isPlacedAnew(const Shape& before, const Shape& after)
{
    return !(before.cuboid == after.cuboid) || before.held != after.held || !(before.outline == after.outline);
}

void keyWhatPersonChanged(std::vector<Change>& changes)
{
    for (Change& change : changes) {
        auto* c = std::get_if<ValueChange<Shape>>(&change);
        if (!c || !c->before || !c->after || c->before->isKeyFrame() || c->after->derivation != c->before->derivation)
            continue;
        if (isPlacedAnew(*c->before, *c->after))
            c->after->derivation = Derivation::KeyFrame;
        else if (c->before->attributes != c->after->attributes)
            c->after->derivation = Derivation::Propagated;
    }
}

/// Where a person deletes a shape the object is not; where there is one again it is.
void followAbsence(Outlook& outlook, EditBy by)
{
    std::map<TrackId, std::pair<std::set<int>, std::set<int>>> goneAndThere;
    const auto placeOf = [&outlook](const Shape& shape) {
        const Frame* frame = outlook.frame(shape.frame);
        return frame ? frame->index : 0;
    };
    for (const Change& change : outlook.changes()) {
        const auto* c = std::get_if<ValueChange<Shape>>(&change);
        if (!c || (c->before && c->after && c->before->track == c->after->track))
            continue;
        if (c->before && !c->after && by == EditBy::Person)
            goneAndThere[c->before->track].first.insert(placeOf(*c->before));
        if (c->after)
            goneAndThere[c->after->track].second.insert(placeOf(*c->after));
    }
    for (const auto& [id, places] : goneAndThere) {
        const Track* track = outlook.track(id);
        if (!track)
            continue;
        Track after = *track;
        for (const int place : places.first)
            after.absent.add({place, place});
        for (const int place : places.second)
            after.absent.dropAt(place);
        if (!(after == *track))
            outlook.add(ValueChange<Track>{*track, after});
    }
}

void putInWork(Outlook& outlook)
{
    std::set<FrameId> frames;
    for (const Change& change : outlook.changes())
        if (const auto* c = std::get_if<ValueChange<Shape>>(&change); c && !c->before && c->after)
            frames.insert(c->after->frame);
    for (const FrameId id : frames)
        if (const Frame* frame = outlook.frame(id); frame && frame->state == FrameState::Untouched) {
            Frame inWork = *frame;
            inWork.state = FrameState::InWork;
            outlook.add(ValueChange<Frame>{*frame, inWork});
        }
}

/// Resizes shapes; those that share an outline and have the same sizes go on sharing one.
class Resizer
{
public:
    explicit Resizer(const std::function<Eigen::Vector3d(const Frame&)>& sensorOf)
        : m_sensorOf(sensorOf)
    {
    }

    Shape resizedTo(const Eigen::Vector3d& size, const Shape& shape, const Frame& frame)
    {
        Shape result = shape;
        result.cuboid = resizedAwayFrom(m_sensorOf(frame), shape.cuboid, size);
        const auto known = std::find_if(m_done.begin(), m_done.end(), [&](const Done& done) {
            return done.from == shape.cuboid.size && done.to == size && done.outline.isSharedWith(shape.outline);
        });
        if (known != m_done.end()) {
            result.outline = known->resized;
            return result;
        }
        result.outline = resized(shape.outline, shape.cuboid.size, size);
        if (m_done.size() == most)
            m_done.erase(m_done.begin());
        m_done.push_back({shape.outline, shape.cuboid.size, size, result.outline});
        return result;
    }

private:
    static constexpr std::size_t most = 16; ///< neighbours share, others need not be remembered

    struct Done
    {
        SharedOutline outline;
        Eigen::Vector3d from;
        Eigen::Vector3d to;
        SharedOutline resized;
    };
    const std::function<Eigen::Vector3d(const Frame&)>& m_sensorOf;
    std::vector<Done> m_done;
};

/// Tracks with one size: a shape that was resized gives it to the track, and the track to all.
void followSizes(Outlook& outlook, const FollowUpNeeds& needs)
{
    std::set<TrackId> tracks;
    const std::size_t given = outlook.changes().size();
    for (std::size_t i = 0; i < given; ++i) {
        const Change change = outlook.changes()[i];
        if (const auto* t = std::get_if<ValueChange<Track>>(&change); t && t->after && t->after->size)
            tracks.insert(t->after->id);
        const auto* s = std::get_if<ValueChange<Shape>>(&change);
        const Track* track = s && s->after ? outlook.track(s->after->track) : nullptr;
        if (!track || !track->size)
            continue;
        tracks.insert(track->id);
        if (s->before && s->before->track == track->id && s->before->cuboid.size != s->after->cuboid.size &&
            *track->size != s->after->cuboid.size) {
            Track resizedTrack = *track;
            resizedTrack.size = s->after->cuboid.size;
            outlook.add(ValueChange<Track>{*track, resizedTrack});
        }
    }
    Resizer resizer(needs.sensorOf);
    for (const TrackId id : tracks)
        for (const auto& [place, shape] : outlook.shapesOf(id)) {
            const Eigen::Vector3d& size = *outlook.track(id)->size;
            const Frame& frame = *outlook.frame(shape->frame);
            if (shape->cuboid.size == size || outlook.isFinished(*shape))
                continue;
            const Shape before = *shape;
            outlook.add(ValueChange<Shape>{before, resizer.resizedTo(size, before, frame)});
        }
}

/// How an edit touches a track.
struct Touch
{
    std::set<ShapeId> joined; ///< new to the track: frames between them and their neighbours are filled
    bool isPlaced = false;    ///< something came, went or moved; otherwise questions were answered only
    std::map<ShapeId, AttributeValues> answered; ///< what the answers were before
};

/// Interpolates one track.
class Weaver
{
public:
    Weaver(Outlook& outlook, TrackId track, Touch touch, const std::function<ShapeId()>& newShapeId)
        : m_outlook(outlook)
        , m_track(track)
        , m_touch(std::move(touch))
        , m_newShapeId(newShapeId)
    {
        for (const auto& [place, shape] : outlook.shapesOf(track))
            m_shapes.emplace(place, *shape);
        for (const auto& [place, shape] : m_shapes)
            if (isKnown(shape))
                m_known.push_back(place);
    }

    void weave()
    {
        dropLoose();
        if (m_known.size() < 2)
            return;
        std::vector<MotionSample> samples;
        for (const int place : m_known)
            samples.push_back({timeOf(place), inWorld(frameOf(place), m_shapes.at(place).cuboid)});
        for (std::size_t i = 1; i < samples.size(); ++i)
            samples[i].time_s = std::max(samples[i].time_s, samples[i - 1].time_s + 1e-3); // clocks that stand still
        m_motion.emplace(std::move(samples));
        const auto frames = needsFrames() ? m_outlook.scene().framesOf(sequence()) : std::vector<FrameId>();
        for (std::size_t i = 0; i + 1 < m_known.size(); ++i)
            weaveGap(i, frames);
    }

private:
    [[nodiscard]] bool isKnown(const Shape& shape) const
    {
        return shape.derivation != Derivation::Interpolated || m_outlook.isFinished(shape);
    }
    [[nodiscard]] const Frame& frameOf(int place) const { return *m_outlook.frame(m_shapes.at(place).frame); }
    [[nodiscard]] double timeOf(int place) const { return seconds(frameOf(place)); }
    [[nodiscard]] SequenceId sequence() const { return frameOf(m_known.front()).sequence; }
    [[nodiscard]] bool isJoined(int place) const { return m_touch.joined.contains(m_shapes.at(place).id); }
    [[nodiscard]] bool isAbsent(int place) const { return m_outlook.track(m_track)->absent.contains(place); }
    [[nodiscard]] bool needsFrames() const
    {
        return std::any_of(m_known.begin(), m_known.end(), [this](int place) { return isJoined(place); });
    }

    void dropLoose()
    {
        for (const auto& [place, shape] : m_shapes)
            if (!isKnown(shape) && (m_known.empty() || place < m_known.front() || place > m_known.back()))
                m_outlook.add(ValueChange<Shape>{shape, {}});
    }

    void weaveGap(std::size_t gap, const std::vector<FrameId>& frames)
    {
        const int first = m_known[gap];
        const int last = m_known[gap + 1];
        for (auto it = m_shapes.upper_bound(first); it != m_shapes.end() && it->first < last; ++it) {
            const Shape woven = between(gap, frameOf(it->first), it->second);
            if (!(woven == it->second))
                m_outlook.add(ValueChange<Shape>{it->second, woven});
        }
        if (!isJoined(first) && !isJoined(last))
            return;
        for (const FrameId id : frames) {
            const Frame& frame = *m_outlook.frame(id);
            if (frame.index <= first || frame.index >= last || m_shapes.contains(frame.index) ||
                m_outlook.isFinished(frame) || isAbsent(frame.index))
                continue;
            Shape added;
            added.id = m_newShapeId();
            added.track = m_track;
            added.frame = id;
            added.derivation = Derivation::Interpolated;
            m_outlook.add(ValueChange<Shape>{{}, between(gap, frame, added)});
        }
    }

    /// The shape as it is in that frame, between two known ones: its size and outline are those of the better known.
    [[nodiscard]] Shape between(std::size_t gap, const Frame& frame, const Shape& shape) const
    {
        const Shape& a = m_shapes.at(m_known[gap]);
        const Shape& b = m_shapes.at(m_known[gap + 1]);
        // What another tool has interpolated stays where that had it until somebody moves what it lies between.
        if (shape.origin == ShapeOrigin::Imported && !m_touch.isPlaced)
            return answeredAs(a, shape);
        const Shape& better = b.confidence > a.confidence ? b : a;
        Shape result = shape;
        result.cuboid = inSensor(frame, m_motion->at(seconds(frame)));
        result.cuboid.size = better.cuboid.size;
        result.outline = better.outline;
        result.attributes = a.attributes;
        result.origin = better.origin;
        result.confidence = std::min(a.confidence, b.confidence);
        return result;
    }

    /// The shape with those answers that were changed in the known one before it.
    [[nodiscard]] Shape answeredAs(const Shape& known, const Shape& shape) const
    {
        Shape result = shape;
        const auto before = m_touch.answered.find(known.id);
        if (before == m_touch.answered.end())
            return result;
        for (const auto& [attribute, answer] : before->second)
            if (!known.attributes.contains(attribute))
                result.attributes.erase(attribute);
        for (const auto& [attribute, answer] : known.attributes)
            if (const auto old = before->second.find(attribute); old == before->second.end() || old->second != answer)
                result.attributes[attribute] = answer;
        return result;
    }

    Outlook& m_outlook;
    TrackId m_track;
    Touch m_touch;
    const std::function<ShapeId()>& m_newShapeId;
    std::map<int, Shape> m_shapes;
    std::vector<int> m_known;
    std::optional<TrackMotion> m_motion;
};

/// The tracks whose known shapes the changes touch.
std::map<TrackId, Touch> touchedTracks(const Outlook& outlook, const std::vector<Change>& changes, EditBy by)
{
    std::map<TrackId, Touch> touched;
    for (const Change& change : changes) {
        if (const auto* f = std::get_if<ValueChange<Frame>>(&change);
            f && f->before && f->after &&
            (!(f->before->world_ego == f->after->world_ego) || f->before->timestamp_ns != f->after->timestamp_ns))
            for (const ShapeId id : outlook.scene().shapes.ofFrame(f->after->id))
                touched[outlook.scene().shapes.at(id).track].isPlaced = true;
        const auto* s = std::get_if<ValueChange<Shape>>(&change);
        if (!s)
            continue;
        const bool isPlaced =
            !s->before || !s->after || s->before->track != s->after->track || isPlacedAnew(*s->before, *s->after);
        if (s->before)
            touched[s->before->track].isPlaced |= isPlaced;
        if (!s->after)
            continue;
        // What comes as a whole is as its source has it: an import moves no box.
        if (by == EditBy::Algorithm && !s->before && !outlook.scene().tracks.contains(s->after->track))
            continue;
        Touch& touch = touched[s->after->track];
        touch.isPlaced |= isPlaced;
        const bool isNewHere = !s->before || s->before->track != s->after->track;
        if (by == EditBy::Person && isNewHere && s->after->derivation != Derivation::Interpolated)
            touch.joined.insert(s->after->id);
        if (!isNewHere)
            touch.answered.emplace(s->after->id, s->before->attributes);
    }
    return touched;
}

} // namespace

std::vector<Change> withFollowUps(
    const Scene& scene, std::vector<Change> changes, EditBy by, const FollowUpNeeds& needs)
{
    if (by == EditBy::Person)
        keyWhatPersonChanged(changes);
    Outlook outlook(scene, std::move(changes));
    followAbsence(outlook, by);
    followSizes(outlook, needs);
    const std::vector<Change> sized = outlook.changes();
    for (auto& [track, touch] : touchedTracks(outlook, sized, by)) {
        if (outlook.track(track))
            Weaver(outlook, track, std::move(touch), needs.newShapeId).weave();
        if (const Track* left = outlook.track(track); left && outlook.shapesOf(track).empty())
            outlook.add(ValueChange<Track>{*left, {}});
    }
    putInWork(outlook);
    for (Change& change : verdictFollowUps(scene, outlook.changes()))
        outlook.add(std::move(change));
    return std::move(outlook.changes());
}

} // namespace lunkuo
