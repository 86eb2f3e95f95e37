#include "model/document/EditCheck.h"

#include "model/document/SceneTables.h"
#include "model/scene/CheckId.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Document)
};

/// What the edit leaves under the ids that it names; null: nothing.
template <class Value>
using Outcome = std::map<decltype(Value::id), const Value*>;

template <class Value>
Outcome<Value> outcomeOf(const Edit& edit)
{
    Outcome<Value> outcome;
    for (const Change& change : edit.changes)
        if (const auto* c = std::get_if<ValueChange<Value>>(&change))
            outcome[c->after ? c->after->id : c->before->id] = c->after ? &*c->after : nullptr;
    return outcome;
}

template <class Value>
bool willExist(const Scene& scene, const Outcome<Value>& outcome, decltype(Value::id) id)
{
    const auto named = outcome.find(id);
    return named == outcome.end() ? tableOf<Value>(scene).contains(id) : named->second != nullptr;
}

/// The edit's own changes may follow one another on the same id, so the expected state runs along.
template <class Value>
Result<void> checkBefore(const Scene& scene, const Edit& edit)
{
    std::map<decltype(Value::id), std::optional<Value>> seen;
    for (const Change& change : edit.changes) {
        const auto* c = std::get_if<ValueChange<Value>>(&change);
        if (!c)
            continue;
        if (!c->before && !c->after)
            return failure(Text::tr("The edit holds an empty change; nothing was changed."));
        if (c->before && c->after && c->before->id != c->after->id)
            return failure(Text::tr("The edit changes an id; nothing was changed."));
        const auto id = c->after ? c->after->id : c->before->id;
        if (!id.isValid())
            return failure(Text::tr("The edit names no id; nothing was changed."));
        auto [place, isNew] = seen.try_emplace(id);
        if (isNew)
            if (const auto found = tableOf<Value>(scene).find(id); found != tableOf<Value>(scene).end())
                place->second = found->second;
        if (place->second.has_value() != c->before.has_value() || (c->before && !(*place->second == *c->before)))
            return failure(Text::tr("The edit does not start from what the project holds; nothing was changed."));
        place->second = c->after;
    }
    return {};
}

/// What is locked can only be unlocked.
Result<void> checkLocks(const Scene& scene, const Edit& edit)
{
    for (const Change& change : edit.changes) {
        const auto* c = std::get_if<ValueChange<Shape>>(&change);
        if (!c || !c->before || !c->before->locked)
            continue;
        Shape unlocked = *c->before;
        unlocked.locked = false;
        if (c->after && (*c->after == unlocked || *c->after == *c->before))
            continue;
        const Track* track = scene.trackOf(*c->before);
        return failure(Text::tr("“%1 %2” is locked: unlock it before it is changed.")
                           .arg(track ? scene.taxonomy.className(track->classId) : QString())
                           .arg(track ? track->number : 0));
    }
    return {};
}

/// The scene as the edit leaves it, as far as verdicts ask.
class Judging
{
public:
    Judging(const Scene& scene, const Edit& edit)
        : m_scene(scene)
        , m_verdicts(outcomeOf<Verdict>(edit))
        , m_shapes(outcomeOf<Shape>(edit))
        , m_frames(outcomeOf<Frame>(edit))
    {
        for (const auto& [id, shape] : m_shapes)
            if (shape)
                m_places.emplace(shape->track, shape->frame);
    }

    [[nodiscard]] const Outcome<Verdict>& verdicts() const { return m_verdicts; }
    [[nodiscard]] bool holdsFrame(FrameId frame) const { return willExist<Frame>(m_scene, m_frames, frame); }

    [[nodiscard]] bool hasWhatItJudges(const Verdict& verdict) const
    {
        if (!verdict.isOfShape() || verdict.judged || m_places.contains({verdict.track, verdict.frame}))
            return true;
        const Shape* there = m_scene.shapes.of(verdict.track, verdict.frame);
        return there && !m_shapes.contains(there->id);
    }

    /// Those that the edit names, and those about shapes that it moves or deletes.
    [[nodiscard]] std::vector<const Verdict*> touched() const
    {
        std::vector<const Verdict*> result;
        for (const auto& [id, verdict] : m_verdicts)
            if (verdict)
                result.push_back(verdict);
        for (const auto& [id, shape] : m_shapes) {
            const auto before = m_scene.shapes.find(id);
            const Verdict* verdict = before == m_scene.shapes.end()
                                         ? nullptr
                                         : m_scene.verdicts.of(before->second.track, before->second.frame);
            if (verdict && !m_verdicts.contains(verdict->id))
                result.push_back(verdict);
        }
        return result;
    }

    /// Whether another one says something of the same.
    [[nodiscard]] bool isDouble(const Verdict& verdict) const
    {
        const auto isSame = [&](const Verdict& other) {
            return other.id != verdict.id && other.frame == verdict.frame && other.track == verdict.track &&
                   other.isOfPlace() == verdict.isOfPlace();
        };
        if (verdict.isOfPlace())
            return false;
        const auto& there = m_scene.verdicts.in(verdict.frame);
        return std::any_of(there.begin(), there.end(), [&](VerdictId id) {
            return !m_verdicts.contains(id) && isSame(m_scene.verdicts.at(id));
        }) || m_named.contains({verdict.frame, verdict.track});
    }

    /// From now on `isDouble` knows it.
    void name(const Verdict& verdict) { m_named.emplace(verdict.frame, verdict.track); }

private:
    const Scene& m_scene;
    Outcome<Verdict> m_verdicts;
    Outcome<Shape> m_shapes;
    Outcome<Frame> m_frames;
    std::set<std::pair<TrackId, FrameId>> m_places;
    std::set<std::pair<FrameId, TrackId>> m_named;
};

Result<void> checkVerdicts(const Scene& scene, const Edit& edit)
{
    Judging judging(scene, edit);
    for (const Verdict* verdict : judging.touched()) {
        if (!verdict->isWellFormed())
            return failure(Text::tr("A verdict needs a state, a reason and finite numbers; nothing was changed."));
        if (!judging.holdsFrame(verdict->frame) || !judging.hasWhatItJudges(*verdict))
            return failure(Text::tr("A verdict needs what it is about; nothing was changed."));
    }
    for (const auto& [id, verdict] : judging.verdicts()) {
        if (!verdict || verdict->isOfPlace())
            continue;
        if (judging.isDouble(*verdict))
            return failure(Text::tr("There is a verdict about this already; nothing was changed."));
        judging.name(*verdict);
    }
    for (const auto& [id, frame] : outcomeOf<Frame>(edit))
        if (const auto& there = scene.verdicts.in(id);
            !frame &&
            std::any_of(there.begin(), there.end(), [&](VerdictId v) { return !judging.verdicts().contains(v); }))
            return failure(Text::tr("A verdict needs what it is about; nothing was changed."));
    for (const auto& [id, waiver] : outcomeOf<Waiver>(edit))
        if (waiver && waiver->finding.isEmpty())
            return failure(Text::tr("A waiver needs a finding; nothing was changed."));
    return {};
}

/// Numbers with which the project can be opened again.
Result<void> checkTracks(const Scene&, const Edit& edit)
{
    for (const auto& [id, track] : outcomeOf<Track>(edit))
        if (track && (track->number < 0 || track->number > largestTrackNumber))
            return failure(
                Text::tr("The number of an object goes from 0 to %1; nothing was changed.").arg(largestTrackNumber));
    return {};
}

/// The shapes that the edit leaves, and those of the scene that it does not name.
Result<void> checkShapes(const Scene& scene, const Edit& edit)
{
    const auto tracks = outcomeOf<Track>(edit);
    const auto frames = outcomeOf<Frame>(edit);
    const auto shapes = outcomeOf<Shape>(edit);
    const auto isHeld = [&](const Shape& shape) {
        return willExist<Track>(scene, tracks, shape.track) && willExist<Frame>(scene, frames, shape.frame);
    };
    bool allHeld = true;
    bool allAlone = true;
    std::set<std::pair<TrackId, FrameId>> places;
    for (const auto& [id, shape] : shapes) {
        if (!shape)
            continue;
        if (!shape->cuboid.isValid())
            return failure(Text::tr("A cuboid needs finite numbers and a size above zero; nothing was changed."));
        allHeld = allHeld && isHeld(*shape);
        const Shape* there = scene.shapes.of(shape->track, shape->frame);
        allAlone =
            allAlone && places.emplace(shape->track, shape->frame).second && (!there || shapes.contains(there->id));
    }
    // What the scene holds on in what is deleted must go too.
    const auto areLeft = [&](const std::vector<ShapeId>& ids) {
        return std::any_of(ids.begin(), ids.end(), [&](ShapeId id) { return !shapes.contains(id); });
    };
    for (const auto& [id, track] : tracks)
        allHeld = allHeld && (track || !areLeft(scene.shapes.ofTrack(id)));
    for (const auto& [id, frame] : frames)
        allHeld = allHeld && (frame || !areLeft(scene.shapes.ofFrame(id)));
    if (!allHeld)
        return failure(Text::tr("A shape needs its track and its frame; nothing was changed."));
    if (!allAlone)
        return failure(Text::tr("The object has a shape in this frame already; nothing was changed."));
    return {};
}

/// Boxes that can be drawn, in frames that there are.
Result<void> checkPrelabels(const Scene& scene, const Edit& edit)
{
    const auto frames = outcomeOf<Frame>(edit);
    const auto prelabels = outcomeOf<FramePrelabels>(edit);
    const auto isFit = [](const Prelabel& box) { return box.cuboid.isValid() && box.score >= 0.0 && box.score <= 1.0; };
    for (const auto& [id, found] : prelabels) {
        if (found && !std::all_of(found->boxes.begin(), found->boxes.end(), isFit))
            return failure(Text::tr("A cuboid needs finite numbers and a size above zero; nothing was changed."));
        if (found && !willExist<Frame>(scene, frames, id))
            return failure(Text::tr("A shape needs its track and its frame; nothing was changed."));
    }
    for (const auto& [id, frame] : frames)
        if (!frame && willExist<FramePrelabels>(scene, prelabels, id))
            return failure(Text::tr("A shape needs its track and its frame; nothing was changed."));
    return {};
}

/// Checks that there are, with numbers that they can go by.
Result<void> checkSettings(const Scene&, const Edit& edit)
{
    for (const auto& [id, setting] : outcomeOf<CheckSetting>(edit)) {
        const CheckName* check = checkNamed(id.name);
        if (!check)
            return failure(Text::tr("There is no check “%1”; nothing was changed.").arg(id.name));
        if (!setting)
            continue;
        for (const auto& [name, value] : setting->thresholds)
            if (!check->threshold(name) || !isThreshold(value))
                return failure(Text::tr("The check “%1” cannot go by “%2” = %3; nothing was changed.")
                                   .arg(id.name, name)
                                   .arg(value));
    }
    return {};
}

} // namespace

Result<void> checkEdit(const Scene& scene, const Edit& edit)
{
    for (const auto check : {checkBefore<Track>, checkBefore<Shape>, checkBefore<Frame>, checkBefore<Calibration>,
             checkBefore<FramePrelabels>, checkBefore<Verdict>, checkBefore<Waiver>, checkBefore<CheckSetting>,
             checkSettings, checkLocks, checkTracks, checkShapes, checkPrelabels, checkVerdicts})
        if (auto result = check(scene, edit); !result)
            return result;
    return {};
}

} // namespace lunkuo
