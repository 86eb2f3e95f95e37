#include "model/tools/SideHand.h"

#include "model/tools/FitActions.h"
#include "model/tools/Handles.h"
#include "model/tools/Nudge.h"
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

/// What may be changed, as a draft; nothing when that is nothing.
std::optional<Draft> changeable(const Tool& tool, const ToolContext& context)
{
    Draft draft = tool.draft();
    if (draft.shape && draft.shape->frame != context.selection.frame())
        draft = {};
    const auto subject = subjectOf(draft, context.document.scene(), context.selection);
    if (!subject || subject->shape.locked || !context.document.isWritable())
        return std::nullopt;
    if (!subject->isNew) {
        draft = {};
        draft.shape = subject->shape;
        draft.classId = subject->classId;
        draft.replaces = subject->shape.id;
    }
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
    return true;
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
    const FaceSet faces = m_grip->kind == SideGrip::Kind::Move ? everyFace & ~before->shape->held : facesOf(*m_grip);
    const auto after = drawnIn(context.document.scene(), *frame, *before->shape, faces, before->classId);
    if (!after)
        return false;
    m_change = Hold{*before, *after, *m_grip, sight, {}, false, true};
    return keep(tool, context);
}

bool SideHand::key(const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context)
{
    if (event.key == Qt::Key_Escape && m_change) {
        cancel();
        return true;
    }
    if ((m_change && !m_change->isByKey) || !isNudge(event.key))
        return false;
    if (!m_change) {
        const auto before = changeable(tool, context);
        if (!before)
            return false;
        m_change = Hold{*before, *before->shape, {}, sight};
        m_change->isByKey = true;
    }
    const Cuboid nudgedCuboid = nudged(m_change->now.cuboid, sight, event.key, event.modifiers);
    m_change->grip.kind = event.modifiers.testFlag(Qt::ControlModifier) ? SideGrip::Kind::Turn : SideGrip::Kind::Move;
    m_change->now = changedByHand(*m_change->before.shape, nudgedCuboid);
    m_change->hasBegun = true;
    return true;
}

bool SideHand::keep(Tool& tool, ToolContext& context)
{
    const Hold done = *m_change;
    cancel();
    if (!done.hasBegun || done.now == *done.before.shape)
        return true;
    if (!done.before.replaces.isValid()) {
        tool.reshape(done.now, context);
        return true;
    }
    const Scene& scene = context.document.scene();
    const auto current = scene.shapes.find(done.before.replaces);
    if (current == scene.shapes.end())
        return true;
    // Attributes may have been ticked meanwhile, and a carry may have come by.
    const Shape after = withBodyOf(current->second, done.now);
    // A failure has been announced by the document; the shape is then what it was.
    (void)context.document.edit(
        textOf(done.grip, scene.taxonomy.className(done.before.classId)), {ValueChange<Shape>{current->second, after}});
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
        return tr("Drag: %1 · with Ctrl it goes to the points · double-click draws it in to the points")
            .arg(namesOf(facesOf(*m_grip)));
    }
}

void SideHand::cancel()
{
    m_change.reset();
}

} // namespace lunkuo
