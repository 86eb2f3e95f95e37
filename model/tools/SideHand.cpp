#include "model/tools/SideHand.h"

#include "model/tools/FitActions.h"
#include "model/tools/Handles.h"
#include "model/tools/MovingTogether.h"
#include "model/tools/Nudge.h"
#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"

namespace lunkuo
{

namespace
{

/// A cursor that trembles less than this between press and release drags nothing.
constexpr double slack_px = 2.0;

FaceSet facesOf(const SideGrip& grip)
{
    if (grip.kind == SideGrip::Kind::Turn)
        return Face::Heading;
    return facesOf(Handle{Handle::Kind::Corner, grip.side});
}

/// What would be changed if anything might be, as a draft; nothing when that is nothing.
std::optional<Draft> unlocked(const Tool& tool, const ToolContext& context)
{
    Draft draft = tool.draft();
    if (draft.shape && draft.shape->frame != context.selection.frame())
        draft = {};
    const auto subject = subjectOf(draft, context.document.scene(), context.selection);
    if (!subject || subject->shape.locked)
        return std::nullopt;
    if (!subject->isNew) {
        draft = {};
        draft.shape = subject->shape;
        draft.classId = subject->classId;
        draft.replaces = subject->shape.id;
    }
    return draft;
}

/// What may be changed.
std::optional<Draft> changeable(const Tool& tool, const ToolContext& context)
{
    return context.document.isWritable() ? unlocked(tool, context) : std::nullopt;
}

/// An edge or a corner.
bool holdsFaces(const SideGrip& grip)
{
    return grip.kind == SideGrip::Kind::Face || grip.kind == SideGrip::Kind::Corner;
}

/// What `before` has become, as one edit or as part of what the tool has half made.
void write(const Shape& before, const Draft& now, const QString& text, Tool& tool, ToolContext& context)
{
    if (*now.shape == before)
        return;
    if (now.replaces.isValid())
        writeDraft(now, text, context);
    else
        tool.reshape(*now.shape, context);
}

/// What arrow keys move: where the last one of several must stay, one of the others.
std::optional<Draft> movable(const ToolEvent& event, const Tool& tool, const ToolContext& context)
{
    std::optional<Draft> main = changeable(tool, context);
    const bool isOne = context.selection.shapes().size() < 2 || (main && !main->replaces.isValid());
    if (isOne || !context.document.isWritable() || (main && !isHidden(*main->shape, event, context)))
        return main;
    const std::vector<Shape> others = movingWith(context.selection.shape(), event, context);
    if (others.empty())
        return std::nullopt;
    Draft draft;
    draft.shape = others.back();
    draft.classId = context.document.scene().trackOf(others.back())->classId;
    draft.replaces = others.back().id;
    return draft;
}

} // namespace

bool SideHand::handle(const ToolEvent& event, const SideSight& sight, Tool& tool, ToolContext& context)
{
    switch (event.kind) {
    case ToolEvent::Kind::Press:
        return event.button == Qt::LeftButton && press(event, sight, tool, context);
    case ToolEvent::Kind::Move:
        if (m_change)
            return !m_change->isByKey && drag(event, context);
        hover(event, sight, tool, context);
        return true;
    case ToolEvent::Kind::Release:
        return m_change && !m_change->isByKey && event.button == Qt::LeftButton && keep(tool, context);
    case ToolEvent::Kind::DoubleClick:
        return event.button == Qt::LeftButton && drawIn(event, sight, tool, context);
    case ToolEvent::Kind::Leave:
        m_grip.reset();
        return true;
    case ToolEvent::Kind::Key:
        return key(event, sight, tool, context);
    case ToolEvent::Kind::KeyRelease:
        return m_change && m_change->isByKey && keep(tool, context);
    case ToolEvent::Kind::Click:
        return false;
    }
    return false;
}

bool SideHand::press(const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context)
{
    hover(event, sight, tool, context);
    const auto before = changeable(tool, context);
    if (!before || !m_grip || m_change)
        return false;
    m_change = Hold{*before, *before->shape, *m_grip, sight, sight.onPlane(event.ray.origin)};
    if (m_grip->kind == SideGrip::Kind::Move && before->replaces.isValid())
        m_change->others = movingWith(before->replaces, event, context);
    return true;
}

bool SideHand::wouldChange(
    const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context) const
{
    const bool isTaking = event.kind == ToolEvent::Kind::Press || event.kind == ToolEvent::Kind::DoubleClick;
    const auto draft = isTaking && event.button == Qt::LeftButton ? unlocked(tool, context) : std::nullopt;
    return draft && gripAt(sight, draft->shape->cuboid, sight.onPlane(event.ray.origin), event.pixelSize_m);
}

bool SideHand::drag(const ToolEvent& event, const ToolContext& context)
{
    Hold& change = *m_change;
    const Eigen::Vector2d now = change.sight.onPlane(event.ray.origin);
    change.hasBegun = change.hasBegun || (now - change.pressed).norm() > slack_px * event.pixelSize_m;
    if (!change.hasBegun)
        return true;
    const Shape& before = *change.before.shape;
    change.now = changedByHand(before, draggedIn(change.sight, before.cuboid, change.grip, change.pressed, now));
    const LoadedFramePtr frame = context.frames.loadedFrame(before.frame);
    if (event.modifiers.testFlag(Qt::ControlModifier) && frame)
        change.now = fittedRound(
            context.document.scene(), *frame, before, change.now, facesOf(change.grip), change.before.classId);
    change.way_m = change.now.cuboid.center - before.cuboid.center;
    return true;
}

bool SideHand::drawIn(const ToolEvent& event, const SideSight& sight, Tool& tool, ToolContext& context)
{
    hover(event, sight, tool, context);
    const auto before = changeable(tool, context);
    if (!before || !m_grip || m_grip->kind == SideGrip::Kind::Turn)
        return false;
    const LoadedFramePtr frame = context.frames.loadedFrame(before->shape->frame);
    if (!frame)
        return false;
    const FaceSet faces = m_grip->kind == SideGrip::Kind::Move ? freeFaces(*before->shape) : facesOf(*m_grip);
    const auto drawn = drawnIn(context.document.scene(), *frame, *before->shape, faces, before->classId);
    if (!drawn)
        return false;
    Draft after = *before;
    after.shape = *drawn;
    write(*before->shape, after, drawnInText(context.document.scene().taxonomy.className(before->classId), faces), tool,
        context);
    return true;
}

bool SideHand::key(const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context)
{
    if (event.key == Qt::Key_Escape && m_change) {
        cancel();
        return true;
    }
    if ((m_change && !m_change->isByKey) || !isNudge(event.key))
        return false;
    const bool isTurn = event.modifiers.testFlag(Qt::ControlModifier);
    if (!m_change) {
        const bool isOfThisOne = isTurn || (m_grip && holdsFaces(*m_grip));
        const auto before = isOfThisOne ? changeable(tool, context) : movable(event, tool, context);
        if (!before)
            return false;
        m_change = Hold{*before, *before->shape, {}, sight};
        m_change->isByKey = true;
        if (before->replaces.isValid())
            m_change->others = movingWith(before->replaces, event, context);
    }
    Hold& change = *m_change;
    // Where the last one of several stays, the one that moves for it is not seen here.
    const bool isSeen = !change.before.replaces.isValid() || change.before.replaces == context.selection.shape();
    if (isTurn && !isSeen)
        return true;
    const bool isFace = isSeen && !isTurn && m_grip && holdsFaces(*m_grip);
    const Cuboid result = isFace ? nudgedFace(change.now.cuboid, sight, *m_grip, event.key, event.modifiers)
                                 : nudged(change.now.cuboid, sight, event.key, event.modifiers);
    if (result == change.now.cuboid)
        return true; // along the edge: there is nothing to do
    change.grip = isFace ? *m_grip : SideGrip{isTurn ? SideGrip::Kind::Turn : SideGrip::Kind::Move};
    if (change.grip.kind == SideGrip::Kind::Move)
        change.way_m += result.center - change.now.cuboid.center;
    change.now = changedByHand(*change.before.shape, result);
    change.hasBegun = true;
    return true;
}

bool SideHand::keep(Tool& tool, ToolContext& context)
{
    const Hold done = *m_change;
    const Draft made = draft();
    m_change.reset();
    if (done.hasBegun)
        write(*done.before.shape, made,
            textOf(done.grip, context.document.scene().taxonomy.className(done.before.classId)), tool, context);
    return true;
}

void SideHand::hover(const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context)
{
    m_grip.reset();
    if (const auto draft = changeable(tool, context))
        m_grip = gripAt(sight, draft->shape->cuboid, sight.onPlane(event.ray.origin), event.pixelSize_m);
}

QString SideHand::textOf(const SideGrip& grip, const QString& name) const
{
    switch (grip.kind) {
    case SideGrip::Kind::Move:
        return tr("Move %1").arg(name);
    case SideGrip::Kind::Turn:
        return tr("Turn %1").arg(name);
    default:
        return tr("Resize %1: %2").arg(name, namesOf(facesOf(grip)));
    }
}

Draft SideHand::draft() const
{
    if (!m_change || !m_change->hasBegun)
        return {};
    Draft draft = m_change->before;
    draft.shape = m_change->now;
    draft.along = movedBy(m_change->others, m_change->way_m);
    return draft;
}

QString SideHand::hint() const
{
    if (m_change)
        return tr("Let go to keep · Ctrl fits to the points · Escape drops");
    if (!m_grip)
        return {};
    switch (m_grip->kind) {
    case SideGrip::Kind::Move:
        return tr("Drag to move · double-click draws all faces in to the points · arrow keys nudge, with Shift ten "
                  "times · Ctrl+arrows turn");
    case SideGrip::Kind::Turn:
        return tr("Drag to turn · Ctrl+arrow keys turn by half a degree");
    default:
        return tr("Drag: %1 · with Ctrl it goes to the points · double-click draws it in to the points · arrow keys "
                  "nudge only it")
            .arg(namesOf(facesOf(*m_grip)));
    }
}

void SideHand::cancel()
{
    m_change.reset();
    // What lies under the cursor is known again when it moves; until then keys must not change what nobody has seen
    // lit.
    m_grip.reset();
}

} // namespace lunkuo
