#include "model/tools/SelectTool.h"

#include "model/tools/FitActions.h"
#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"

#include <cmath>

namespace lunkuo
{

bool SelectTool::handle(const ToolEvent& event, ToolContext& context)
{
    switch (event.kind) {
    case ToolEvent::Kind::Press:
        return event.button == Qt::LeftButton && press(event, context);
    case ToolEvent::Kind::Move:
        if (m_drag)
            return drag(event, context);
        hover(event, context);
        return false;
    case ToolEvent::Kind::Release:
        return m_drag && event.button == Qt::LeftButton && release(event, context);
    case ToolEvent::Kind::Click:
        if (event.button != Qt::LeftButton)
            return false;
        context.selection.setShape(shapeUnder(event, context));
        return true;
    case ToolEvent::Kind::Leave:
        context.selection.setHovered({});
        return false;
    case ToolEvent::Kind::Key:
        return event.key == Qt::Key_Escape && escape(context);
    case ToolEvent::Kind::DoubleClick:
    case ToolEvent::Kind::KeyRelease:
        return false;
    }
    return false;
}

bool SelectTool::press(const ToolEvent& event, ToolContext& context)
{
    const Scene& scene = context.document.scene();
    const auto selected = scene.shapes.find(context.selection.shape());
    if (selected == scene.shapes.end())
        return false;
    const Shape& shape = selected->second;
    const auto grip = handleUnder(event, shape.cuboid);
    const auto entered = shape.cuboid.intersect(event.ray);
    if (!grip && !(entered && shapeUnder(event, context) == shape.id))
        return false;
    const Grasp grasp = grip ? Grasp::of(*grip, shape.cuboid, event) : Grasp(event, event.ray.at(*entered), false);
    m_drag = Drag{shape, shape, scene.trackOf(shape)->classId, grip, grasp};
    m_cursor = Qt::ClosedHandCursor;
    return true;
}

bool SelectTool::drag(const ToolEvent& event, ToolContext& context)
{
    if (const auto target = m_drag->grasp.target(event))
        m_drag->now = changed(event, *target, context);
    return true;
}

Shape SelectTool::changed(const ToolEvent& event, const Eigen::Vector3d& target, const ToolContext& context) const
{
    if (!m_drag->handle)
        return changedByHand(m_drag->before, moved(target, context));
    const Shape byHand = changedByHand(m_drag->before, dragged(m_drag->before.cuboid, *m_drag->handle, target));
    const LoadedFramePtr frame = context.frames.loadedFrame(byHand.frame);
    if (!event.modifiers.testFlag(Qt::ControlModifier) || !frame)
        return byHand;
    return fittedRound(
        context.document.scene(), *frame, m_drag->before, byHand, facesOf(*m_drag->handle), m_drag->classId);
}

Cuboid SelectTool::moved(const Eigen::Vector3d& target, const ToolContext& context) const
{
    Cuboid cuboid = m_drag->before.cuboid;
    const Eigen::Vector3d start = cuboid.center;
    cuboid.center += target - m_drag->grasp.grabbed();
    if (m_drag->grasp.isUpright())
        return cuboid;
    // The height over the ground is kept, so that a car dragged up a slope stays on it.
    if (const LoadedFramePtr frame = context.frames.loadedFrame(m_drag->before.frame)) {
        const double rise = frame->prepared->groundHeight(cuboid.center.x(), cuboid.center.y()) -
                            frame->prepared->groundHeight(start.x(), start.y());
        if (std::isfinite(rise))
            cuboid.center.z() += rise;
    }
    return cuboid;
}

bool SelectTool::release(const ToolEvent& event, ToolContext& context)
{
    const Drag done = *m_drag;
    cancel(context);
    if (!done.grasp.hasBegun()) {
        context.selection.setShape(shapeUnder(event, context));
        return true;
    }
    const Scene& scene = context.document.scene();
    const auto current = scene.shapes.find(done.before.id);
    if (current == scene.shapes.end() || done.now.cuboid == done.before.cuboid)
        return true;
    // Attributes may have been ticked meanwhile.
    Shape after = done.now;
    after.attributes = current->second.attributes;
    // A failure has been announced by the document; the shape is then what it was.
    (void)context.document.edit(
        textOf(done.handle, scene.taxonomy.className(done.classId)), {ValueChange<Shape>{current->second, after}});
    return true;
}

QString SelectTool::textOf(const std::optional<Handle>& handle, const QString& name)
{
    if (!handle)
        return tr("Move %1").arg(name);
    if (handle->kind == Handle::Kind::Rotate)
        return tr("Turn %1").arg(name);
    return tr("Resize %1: %2").arg(name, namesOf(facesOf(*handle)));
}

bool SelectTool::escape(ToolContext& context)
{
    if (m_drag)
        cancel(context);
    else
        context.selection.setShape({});
    return true;
}

void SelectTool::hover(const ToolEvent& event, ToolContext& context)
{
    const Scene& scene = context.document.scene();
    const auto selected = scene.shapes.find(context.selection.shape());
    m_cursor = Qt::ArrowCursor;
    if (selected != scene.shapes.end() && handleUnder(event, selected->second.cuboid)) {
        m_cursor = Qt::OpenHandCursor;
        context.selection.setHovered(selected->first);
        return;
    }
    const ShapeId under = shapeUnder(event, context);
    if (under.isValid())
        m_cursor = under == context.selection.shape() ? Qt::SizeAllCursor : Qt::PointingHandCursor;
    context.selection.setHovered(under);
}

Draft SelectTool::draft() const
{
    Draft draft;
    if (m_drag && m_drag->grasp.hasBegun()) {
        draft.shape = m_drag->now;
        draft.classId = m_drag->classId;
        draft.replaces = m_drag->before.id;
    }
    return draft;
}

QString SelectTool::hint(const ToolContext& context) const
{
    if (m_drag)
        return tr("Let go to keep · Escape drops");
    if (context.selection.shape().isValid())
        return tr("Drag to move · grips resize and turn, with Ctrl they go to the points · N flips the "
                  "heading · Delete deletes");
    return tr("Click an object to select it");
}

void SelectTool::cancel(ToolContext&)
{
    m_drag.reset();
    m_cursor = Qt::ArrowCursor;
}

} // namespace lunkuo
