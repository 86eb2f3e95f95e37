#include "model/review/Fixes.h"

#include "model/completion/CompleteIn.h"
#include "model/document/ReviewGuard.h"
#include "model/review/Checks.h"
#include "model/sequence/TrackActions.h"
#include "model/tools/FitActions.h"
#include "model/tools/PlaceActions.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Fixes)
};

using Changes = std::vector<Change>;

/// The scene with these tracks only, for actions that need no more of it: a sequence may have hundreds of thousands of
/// shapes.
Scene partOf(const Scene& scene, const std::vector<TrackId>& tracks)
{
    Scene part;
    part.taxonomy = scene.taxonomy;
    part.sequences = scene.sequences;
    part.calibrations = scene.calibrations;
    part.frames = scene.frames;
    for (const TrackId id : tracks) {
        part.tracks.emplace(id, scene.tracks.at(id));
        for (const ShapeId shape : scene.shapes.ofTrack(id))
            part.shapes.insert(scene.shapes.at(shape));
    }
    return part;
}

/// What an action would do to the tracks, as changes to the scene that they are of.
template <class Action>
std::optional<Changes> tried(
    const Scene& scene, const std::vector<TrackId>& tracks, const NewIds& ids, const Action& action)
{
    Document scratch(partOf(scene, tracks), nullptr);
    Changes changes;
    QObject::connect(&scratch, &Document::changed, &scratch, [&changes](const Edit& edit) { changes = edit.changes; });
    if (!action(scratch) || changes.empty())
        return std::nullopt;
    // What is new there has ids that may be another's here.
    std::map<ShapeId, ShapeId> renamed;
    for (Change& change : changes)
        if (auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            const std::optional<Shape>& any = shape->before ? shape->before : shape->after;
            if (!shape->before)
                renamed.emplace(any->id, ids.shape());
            if (const auto name = renamed.find(any->id); name != renamed.end())
                for (std::optional<Shape>* value : {&shape->before, &shape->after})
                    if (*value)
                        (*value)->id = name->second;
        }
    return changes;
}

class Fixer
{
public:
    Fixer(const Finding& finding, const Scene& scene, const LoadedFrame* frame, const NewIds& ids)
        : m_finding(finding)
        , m_fix(*finding.fix)
        , m_scene(scene)
        , m_frame(frame)
        , m_ids(ids)
    {
        if (finding.shape)
            if (const auto shape = scene.shapes.find(*finding.shape); shape != scene.shapes.end())
                m_shape = &shape->second;
        if (finding.track)
            if (const auto track = scene.tracks.find(*finding.track); track != scene.tracks.end())
                m_track = &track->second;
    }

    [[nodiscard]] std::optional<Changes> changes() const
    {
        switch (m_fix.kind) {
        case FixKind::Fill:
            return fill();
        case FixKind::Merge:
        case FixKind::SwapTails:
        case FixKind::ChangeClass:
            return m_track ? ofTracks() : std::nullopt;
        case FixKind::Add:
            return add();
        default:
            return m_shape && m_track ? ofShape() : std::nullopt;
        }
    }

private:
    [[nodiscard]] std::optional<Changes> to(const Result<Shape>& after) const
    {
        if (!after || *after == *m_shape)
            return std::nullopt;
        return Changes{ValueChange<Shape>{*m_shape, *after}};
    }

    [[nodiscard]] std::optional<Changes> ofShape() const
    {
        const Shape& shape = *m_shape;
        if (m_fix.from && *m_fix.from != shape.cuboid)
            return std::nullopt;
        switch (m_fix.kind) {
        case FixKind::Delete: {
            Changes changes{ValueChange<Shape>{shape, {}}};
            if (m_scene.shapes.ofTrack(shape.track).size() == 1)
                changes.emplace_back(ValueChange<Track>{*m_track, {}});
            return changes;
        }
        case FixKind::Shrink:
            return to(drawnIn(m_scene, *m_frame, shape, everyFace & ~shape.held, m_track->classId));
        case FixKind::Fit:
            return to(fittedWhole());
        case FixKind::FitOutline:
            return to(drawnIn(m_scene, *m_frame, shape, {}, m_track->classId));
        case FixKind::Ground:
            return to(changedByHand(shape, onGround(*m_frame, shape.cuboid)));
        case FixKind::Place:
            return m_fix.cuboid ? to(changedByHand(shape, *m_fix.cuboid)) : std::nullopt;
        case FixKind::Flip:
            return flip();
        case FixKind::Answer:
            return answer();
        case FixKind::SetAttribute: {
            const AttributeDef* def = m_scene.taxonomy.attribute(m_fix.attribute);
            if (!def || !def->accepts(m_fix.value) || !def->appliesTo(m_track->classId))
                return std::nullopt;
            Shape after = shape;
            after.attributes[m_fix.attribute] = m_fix.value;
            return to(after);
        }
        default:
            return std::nullopt;
        }
    }

    /// What reaches far out of a box comes into it step by step.
    [[nodiscard]] Result<Shape> fittedWhole() const
    {
        constexpr int most = 4;
        constexpr double same_m = 0.02;
        Result<Shape> after = fitted(m_scene, *m_frame, *m_shape, m_track->classId);
        for (int i = 1; i < most && after; ++i) {
            Result<Shape> further = fitted(m_scene, *m_frame, *after, m_track->classId);
            if (!further || (further->cuboid.size - after->cuboid.size).norm() < same_m)
                break;
            after = std::move(further);
        }
        return after;
    }

    [[nodiscard]] std::optional<Changes> flip() const
    {
        if (!m_fix.ofTrack)
            return to(turnedRound(*m_shape));
        Changes changes;
        for (const ShapeId id : m_scene.shapes.ofTrack(m_track->id)) {
            const Shape& shape = m_scene.shapes.at(id);
            changes.emplace_back(ValueChange<Shape>{shape, turnedRound(shape)});
        }
        return changes;
    }

    /// What is not answered here as it is in the nearest frame where it is.
    [[nodiscard]] std::optional<Changes> answer() const
    {
        Shape after = *m_shape;
        const int here = m_scene.frames.at(m_shape->frame).index;
        for (const QString& attribute : m_scene.unanswered(*m_shape)) {
            if (m_scene.taxonomy.attribute(attribute)->scope != AttributeDef::Scope::Frame)
                continue;
            std::optional<int> nearest;
            for (const ShapeId id : m_scene.shapesOf(m_track->id)) {
                const Shape& other = m_scene.shapes.at(id);
                const auto value = other.attributes.find(attribute);
                const int distance = std::abs(m_scene.frames.at(other.frame).index - here);
                if (value == other.attributes.end() || !m_scene.taxonomy.attribute(attribute)->accepts(value->second) ||
                    (nearest && distance >= *nearest))
                    continue;
                nearest = distance;
                after.attributes[attribute] = value->second;
            }
        }
        return to(after);
    }

    [[nodiscard]] std::optional<Changes> ofTracks() const
    {
        if (m_fix.kind == FixKind::ChangeClass)
            return tried(m_scene, {m_track->id}, m_ids, [this](Document& document) {
                // One of its shapes stands for all of them.
                const std::vector<ShapeId>& shapes = document.scene().shapes.ofTrack(m_track->id);
                return !shapes.empty() && setClass(document, {shapes.front()}, m_fix.value).has_value();
            });
        if (!m_finding.other || !m_scene.tracks.contains(*m_finding.other))
            return std::nullopt;
        const TrackId other = *m_finding.other;
        if (m_fix.kind == FixKind::SwapTails)
            return swapTails(m_scene.tracks.at(other));
        return tried(m_scene, {m_track->id, other}, m_ids, [this, other](Document& document) {
            return mergeTracks(document, m_track->id, other, Overlap::KeyFrameWins).has_value();
        });
    }

    [[nodiscard]] std::optional<Changes> swapTails(const Track& other) const
    {
        const auto frame = m_finding.frame ? m_scene.frames.find(*m_finding.frame) : m_scene.frames.end();
        if (frame == m_scene.frames.end())
            return std::nullopt;
        Changes changes;
        const auto give = [&](const Track& from, const Track& to) {
            for (const ShapeId id : m_scene.shapesOf(from.id)) {
                const Shape& shape = m_scene.shapes.at(id);
                if (m_scene.frames.at(shape.frame).index < frame->second.index)
                    continue;
                Shape after = shape;
                after.track = to.id;
                after.attributes = valuesFor(m_scene.taxonomy, to.classId, shape.attributes);
                changes.emplace_back(ValueChange<Shape>{shape, after});
            }
        };
        give(*m_track, other);
        give(other, *m_track);
        return changes;
    }

    [[nodiscard]] std::optional<Changes> fill() const
    {
        if (!m_track || !m_finding.frame || !m_fix.cuboid || m_scene.shapes.of(m_track->id, *m_finding.frame) ||
            m_scene.shapes.ofTrack(m_track->id).empty())
            return std::nullopt;
        const int here = m_scene.frames.at(*m_finding.frame).index;
        const std::vector<ShapeId> shapes = m_scene.shapesOf(m_track->id);
        const auto distance = [&](ShapeId id) {
            return std::abs(m_scene.frames.at(m_scene.shapes.at(id).frame).index - here);
        };
        const ShapeId nearest = *std::min_element(
            shapes.begin(), shapes.end(), [&](ShapeId a, ShapeId b) { return distance(a) < distance(b); });
        const auto indexOf = [&](ShapeId id) { return m_scene.frames.at(m_scene.shapes.at(id).frame).index; };
        Shape shape = withCuboid(m_scene.shapes.at(nearest), *m_fix.cuboid);
        shape.id = m_ids.shape();
        shape.frame = *m_finding.frame;
        shape.seeds.clear();
        shape.held = {};
        shape.locked = false;
        const bool isBetween = indexOf(shapes.front()) < here && here < indexOf(shapes.back());
        shape.derivation = isBetween ? Derivation::Interpolated : Derivation::Propagated;
        return Changes{ValueChange<Shape>{{}, shape}};
    }

    [[nodiscard]] std::optional<Changes> add() const
    {
        const auto frame = m_finding.frame ? m_scene.frames.find(*m_finding.frame) : m_scene.frames.end();
        if (frame == m_scene.frames.end() || !m_fix.cuboid || !m_scene.taxonomy.classOf(m_fix.value) ||
            isClaimed(m_scene, frame->first, *m_fix.cuboid))
            return std::nullopt;
        auto completion = completeIn(*m_frame->prepared, *m_fix.cuboid, {}, completionOptions(m_scene, m_fix.value));
        if (!completion || isClaimed(m_scene, frame->first, completion->cuboid))
            return std::nullopt;
        Track track;
        track.id = m_ids.track();
        track.sequence = frame->second.sequence;
        track.number = m_scene.nextTrackNumber(track.sequence);
        track.classId = m_fix.value;
        Shape shape;
        shape.id = m_ids.shape();
        shape.track = track.id;
        shape.frame = frame->first;
        shape.cuboid = completion->cuboid;
        shape.outline = std::move(completion->outline);
        shape.origin = ShapeOrigin::Completed;
        shape.confidence = completion->confidence;
        Changes changes{ValueChange<Track>{{}, track}, ValueChange<Shape>{{}, shape}};
        if (frame->second.state == FrameState::Untouched) {
            Frame inWork = frame->second;
            inWork.state = FrameState::InWork;
            changes.emplace_back(ValueChange<Frame>{frame->second, inWork});
        }
        return changes;
    }

    const Finding& m_finding;
    const Fix& m_fix;
    const Scene& m_scene;
    const LoadedFrame* m_frame;
    const NewIds& m_ids;
    const Shape* m_shape = nullptr;
    const Track* m_track = nullptr;
};

bool touchesLocked(const Changes& changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
        const auto* shape = std::get_if<ValueChange<Shape>>(&change);
        return shape && shape->before && shape->before->locked;
    });
}

/// Whether a person has said with the fix where a box is; else it is only said whose it is, or what follows.
EditBy saidBy(FixKind kind)
{
    switch (kind) {
    case FixKind::Fill:
    case FixKind::Merge:
    case FixKind::SwapTails:
    case FixKind::ChangeClass:
    case FixKind::Answer:
    case FixKind::SetAttribute:
        return EditBy::Algorithm;
    default:
        return EditBy::Person;
    }
}

} // namespace

NewIds newIdsFor(const Scene& scene)
{
    const auto track = std::make_shared<qint64>(scene.tracks.empty() ? 0 : scene.tracks.rbegin()->first.value);
    const auto shape = std::make_shared<qint64>(scene.shapes.empty() ? 0 : scene.shapes.rbegin()->first.value);
    return {[track] { return TrackId{++*track}; }, [shape] { return ShapeId{++*shape}; }};
}

bool needsCloud(const Fix& fix)
{
    return fix.kind == FixKind::Shrink || fix.kind == FixKind::Fit || fix.kind == FixKind::FitOutline ||
           fix.kind == FixKind::Ground || fix.kind == FixKind::Add;
}

QString textOf(const Fix& fix, const Scene& scene)
{
    switch (fix.kind) {
    case FixKind::Delete:
        return Text::tr("Delete the box");
    case FixKind::Shrink:
        return Text::tr("Draw the box in to its points");
    case FixKind::Fit:
        return Text::tr("Fit the box to its points");
    case FixKind::Ground:
        return Text::tr("Put the box on the ground");
    case FixKind::Flip:
        return fix.ofTrack ? Text::tr("Turn it round in all frames") : Text::tr("Turn it round");
    case FixKind::Place:
        return Text::tr("Put the box as the other frames say");
    case FixKind::Fill:
        return Text::tr("Add the box in this frame");
    case FixKind::Merge:
        return Text::tr("Merge the two objects");
    case FixKind::SwapTails:
        return Text::tr("Exchange the two from here on");
    case FixKind::ChangeClass:
        return Text::tr("Make it a %1").arg(scene.taxonomy.className(fix.value));
    case FixKind::Answer:
        return Text::tr("Answer as in the nearest frame");
    case FixKind::SetAttribute:
        return Text::tr("Answer “%1”").arg(choiceName(scene.taxonomy, fix.attribute, fix.value));
    case FixKind::Add:
        return Text::tr("Annotate a %1").arg(scene.taxonomy.className(fix.value));
    case FixKind::FitOutline:
        break;
    }
    return Text::tr("Fit the outline to the box");
}

std::optional<std::vector<Change>> fixOf(
    const Finding& finding, const Scene& scene, const LoadedFrame* frame, const NewIds& ids)
{
    if (!finding.fix || (needsCloud(*finding.fix) && (!frame || !finding.frame || frame->id != *finding.frame)))
        return std::nullopt;
    auto changes = Fixer(finding, scene, frame, ids).changes();
    return changes && !changes->empty() && !touchesLocked(*changes) ? changes : std::nullopt;
}

Result<void> applyFix(Document& document, const Finding& finding, const LoadedFrame* frame)
{
    const NewIds ids{[&document] { return document.newTrackId(); }, [&document] { return document.newShapeId(); }};
    auto changes = fixOf(finding, document.scene(), frame, ids);
    if (!changes)
        return failure(Text::tr("There is nothing that one key could do about this."));
    const ReviewGuard::Pass pass;
    return document.edit(
        Text::tr("Mend: %1").arg(titleOf(finding.check)), std::move(*changes), saidBy(finding.fix->kind));
}

} // namespace lunkuo
