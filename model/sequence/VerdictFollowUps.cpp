#include "model/sequence/VerdictFollowUps.h"

#include <set>

namespace lunkuo
{

namespace
{

using Place = std::pair<TrackId, FrameId>;

/// A shape before and after all changes.
struct Fate
{
    std::optional<Shape> before;
    std::optional<Shape> after;
};

Place placeOf(const Shape& shape)
{
    return {shape.track, shape.frame};
}

class Fates
{
public:
    Fates(const Scene& scene, const std::vector<Change>& changes)
        : m_scene(scene)
    {
        for (const Change& change : changes)
            if (!std::visit([](const auto& c) { return !c.before && !c.after; }, change))
                note(change);
        // All shapes of a track are other than they were when what is said of the track is.
        for (const auto& [id, track] : m_tracks)
            if (track && changesLooks(id, *track))
                for (const ShapeId shape : scene.shapes.ofTrack(id))
                    m_shapes.try_emplace(shape, Fate{scene.shapes.at(shape), scene.shapes.at(shape)});
    }

    [[nodiscard]] const std::map<ShapeId, Fate>& shapes() const { return m_shapes; }
    [[nodiscard]] bool isNamed(VerdictId id) const { return m_named.contains(id); }

    /// Whether a reviewer would see something else.
    [[nodiscard]] bool looksOther(const Fate& fate) const
    {
        const Shape& a = *fate.before;
        const Shape& b = *fate.after;
        if (!(a.cuboid == b.cuboid) || !(a.outline == b.outline) || a.attributes != b.attributes)
            return true;
        const auto before = m_scene.tracks.find(a.track);
        const Track* after = trackAfter(b.track);
        return before == m_scene.tracks.end() || !after || before->second.classId != after->classId ||
               before->second.attributes != after->attributes;
    }

private:
    void note(const Change& change)
    {
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            const ShapeId id = shape->before ? shape->before->id : shape->after->id;
            m_shapes.try_emplace(id, Fate{shape->before, {}}).first->second.after = shape->after;
        } else if (const auto* track = std::get_if<ValueChange<Track>>(&change)) {
            m_tracks[track->before ? track->before->id : track->after->id] = track->after;
        } else if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change)) {
            m_named.insert(verdict->before ? verdict->before->id : verdict->after->id);
        }
    }

    [[nodiscard]] bool changesLooks(TrackId id, const Track& after) const
    {
        const auto before = m_scene.tracks.find(id);
        return before != m_scene.tracks.end() &&
               (before->second.classId != after.classId || before->second.attributes != after.attributes);
    }

    [[nodiscard]] const Track* trackAfter(TrackId id) const
    {
        if (const auto changed = m_tracks.find(id); changed != m_tracks.end())
            return changed->second ? &*changed->second : nullptr;
        const auto found = m_scene.tracks.find(id);
        return found == m_scene.tracks.end() ? nullptr : &found->second;
    }

    const Scene& m_scene;
    std::map<ShapeId, Fate> m_shapes;
    std::map<TrackId, std::optional<Track>> m_tracks;
    std::set<VerdictId> m_named;
};

/// Turns the fates of shapes into those of their verdicts.
class Judge
{
public:
    Judge(const Scene& scene, const std::vector<Change>& changes)
        : m_scene(scene)
        , m_fates(scene, changes)
    {
        // A frame in which something is rejected has not been accepted as it is.
        for (const Change& change : changes)
            if (const auto* c = std::get_if<ValueChange<Verdict>>(&change); c && (c->before || c->after)) {
                const Verdict& said = c->after ? *c->after : *c->before;
                if (!said.isOfFrame() && c->after && c->after->isOpen())
                    m_frames.insert(said.frame);
            }
    }

    std::vector<Change> changes()
    {
        for (const auto& [id, fate] : m_fates.shapes())
            if (fate.before && fate.after && placeOf(*fate.before) != placeOf(*fate.after) && verdictOf(*fate.before))
                m_taken.insert(placeOf(*fate.after));
        for (const auto& [track, frame] : m_taken)
            dropDead(track, frame);
        for (const auto& [id, fate] : m_fates.shapes())
            follow(fate);
        for (const FrameId frame : m_frames)
            if (const Verdict* verdict = m_scene.verdicts.of(frame);
                verdict && !verdict->isOpen() && !m_fates.isNamed(verdict->id))
                drop(*verdict);
        return std::move(m_changes);
    }

private:
    [[nodiscard]] const Verdict* verdictOf(const Shape& shape) const
    {
        const Verdict* verdict = m_scene.verdicts.of(shape.track, shape.frame);
        return verdict && !m_fates.isNamed(verdict->id) ? verdict : nullptr;
    }

    void drop(const Verdict& verdict) { m_changes.push_back(ValueChange<Verdict>{verdict, {}}); }

    /// What was said of a shape that is gone gives way to what is said of the one that comes.
    void dropDead(TrackId track, FrameId frame)
    {
        const Verdict* verdict = m_scene.verdicts.of(track, frame);
        if (verdict && !m_scene.shapes.of(track, frame) && !m_fates.isNamed(verdict->id))
            drop(*verdict);
    }

    void follow(const Fate& fate)
    {
        if (!fate.before && !fate.after)
            return;
        if (!fate.before || !fate.after || m_fates.looksOther(fate))
            m_frames.insert(fate.before ? fate.before->frame : fate.after->frame);
        if (fate.before && fate.after && placeOf(*fate.before) != placeOf(*fate.after) && !verdictOf(*fate.before)) {
            // Nobody has looked at what comes to a place that was settled without it.
            const Verdict* settled = verdictOf(*fate.after);
            if (settled && !settled->isOpen() && !m_scene.shapes.of(settled->track, settled->frame))
                drop(*settled);
            return;
        }
        // A new shape at a place that was settled without one has not been looked at.
        const Verdict* verdict = verdictOf(fate.before ? *fate.before : *fate.after);
        if (!verdict)
            return;
        if (!fate.before) {
            const bool isFree = !m_scene.shapes.of(verdict->track, verdict->frame);
            if (isFree && !verdict->isOpen() && !m_taken.contains(placeOf(*fate.after)))
                drop(*verdict);
        } else if (!fate.after) {
            outlive(*verdict, *fate.before);
        } else {
            keep(*verdict, fate);
        }
    }

    void outlive(const Verdict& verdict, const Shape& shape)
    {
        if (!verdict.isOpen() || m_taken.contains(placeOf(shape))) {
            drop(verdict);
            return;
        }
        Verdict after = verdict;
        after.state = VerdictState::Answered;
        if (!after.judged)
            after.judged = judgedShape(m_scene, shape.track, shape.frame);
        if (!(after == verdict))
            m_changes.push_back(ValueChange<Verdict>{verdict, after});
    }

    void keep(const Verdict& verdict, const Fate& fate)
    {
        if (!verdict.isOpen() && m_fates.looksOther(fate)) {
            drop(verdict);
            return;
        }
        Verdict after = verdict;
        after.track = fate.after->track;
        if (!(after == verdict))
            m_changes.push_back(ValueChange<Verdict>{verdict, after});
    }

    const Scene& m_scene;
    Fates m_fates;
    std::set<Place> m_taken;    ///< where a shape comes with its own verdict
    std::set<FrameId> m_frames; ///< in which something looks other than before
    std::vector<Change> m_changes;
};

} // namespace

std::shared_ptr<const JudgedShape> judgedShape(const Scene& scene, TrackId track, FrameId frame)
{
    const Shape* shape = scene.shapes.of(track, frame);
    const auto found = scene.tracks.find(track);
    if (!shape || found == scene.tracks.end())
        return {};
    const Track& owner = found->second;
    return std::make_shared<JudgedShape>(JudgedShape{*shape, owner.classId, owner.number, owner.attributes});
}

std::vector<Change> verdictFollowUps(const Scene& scene, const std::vector<Change>& changes)
{
    if (scene.verdicts.empty())
        return {};
    return Judge(scene, changes).changes();
}

} // namespace lunkuo
