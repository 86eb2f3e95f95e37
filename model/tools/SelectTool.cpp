#include "model/tools/SelectTool.h"

#include "model/tools/FitActions.h"
#include "model/tools/MovingTogether.h"
#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

bool SelectTool::handle(const ToolEvent& event, ToolContext& context)
{
    switch (event.kind) {
    case ToolEvent::Kind::Press:
        return event.button == Qt::LeftButton && press(event, context);
    case ToolEvent::Kind::Move:
        if (m_band) {
            m_band->setBottomRight(event.pixel);
            return true;
        }
        if (m_drag)
            return drag(event, context);
        hover(event, context);
        return false;
    case ToolEvent::Kind::Release:
        return (m_drag || m_band) && event.button == Qt::LeftButton && release(event, context);
    case ToolEvent::Kind::Click:
        if (event.button != Qt::LeftButton)
            return false;
        choose(shapeUnder(event, context), event, context);
        return true;
    case ToolEvent::Kind::Leave:
        context.selection.setHovered({});
        return false;
    case ToolEvent::Kind::Key:
        return event.key == Qt::Key_Escape && escape(context);
    case ToolEvent::Kind::DoubleClick:
        return event.button == Qt::LeftButton && drawIn(event, context);
    case ToolEvent::Kind::KeyRelease:
        return false;
    }
    return false;
}

const Shape* SelectTool::unlocked(const ToolEvent& event, const ToolContext& context)
{
    const Scene& scene = context.document.scene();
    const auto selected = scene.shapes.find(context.selection.shape());
    if (selected == scene.shapes.end() || selected->second.locked || isHidden(selected->second, event, context))
        return nullptr;
    return &selected->second;
}

const Shape* SelectTool::changeable(const ToolEvent& event, const ToolContext& context)
{
    return context.document.isWritable() ? unlocked(event, context) : nullptr;
}

const Shape* SelectTool::movable(ShapeId under, const ToolEvent& event, const ToolContext& context)
{
    if (!context.document.isWritable() || !context.selection.contains(under))
        return nullptr;
    const Shape& shape = context.document.scene().shapes.at(under);
    return shape.locked || !shape.cuboid.intersect(event.ray) ? nullptr : &shape;
}

bool SelectTool::wouldChange(const ToolEvent& event, const ToolContext& context) const
{
    const Shape* shape = event.button == Qt::LeftButton ? unlocked(event, context) : nullptr;
    if (!shape)
        return false;
    const bool isAtGrip = handleUnder(event, shape->cuboid).has_value();
    if (event.kind == ToolEvent::Kind::Press)
        return isAtGrip && !event.modifiers.testFlag(Qt::ShiftModifier);
    return event.kind == ToolEvent::Kind::DoubleClick && shape->id == m_pressedBefore &&
           (isAtGrip || isMiddleUnder(event, shape->cuboid));
}

/// Only of what had been selected before: the first click of a pair may be what selects it, and then the pair means to
/// look closer.
bool SelectTool::drawIn(const ToolEvent& event, ToolContext& context) const
{
    const Shape* shape = changeable(event, context);
    const LoadedFramePtr frame = shape ? context.frames.loadedFrame(shape->frame) : nullptr;
    if (!frame || shape->id != m_pressedBefore)
        return false;
    const auto grip = handleUnder(event, shape->cuboid);
    if (!grip && !isMiddleUnder(event, shape->cuboid))
        return false;
    const FaceSet faces = grip ? facesOf(*grip) & everyFace : freeFaces(*shape);
    // Where there are no points to go to, the box stays; a failed write has been announced by the document.
    if (faces)
        (void)lunkuo::drawIn(context.document, *frame, shape->id, faces);
    return true;
}

/// With Ctrl in or out, otherwise it alone.
void SelectTool::choose(ShapeId shape, const ToolEvent& event, ToolContext& context) const
{
    if (event.modifiers.testFlag(Qt::ControlModifier))
        context.selection.toggle(shape);
    else
        context.selection.setShape(shape);
}

/// Those whose middle lies in the rectangle; with Ctrl they come to what is selected.
void SelectTool::chooseInBand(const ToolEvent& event, ToolContext& context) const
{
    const QRectF band = m_band->normalized();
    const Scene& scene = context.document.scene();
    std::vector<ShapeId> shapes;
    if (event.modifiers.testFlag(Qt::ControlModifier))
        shapes = context.selection.shapes();
    for (const ShapeId id : scene.shapesOf(context.selection.frame())) {
        const Shape& shape = scene.shapes.at(id);
        const auto pixel = event.pixelOf ? event.pixelOf(shape.cuboid.center) : std::nullopt;
        const bool isIn = pixel && band.contains(*pixel) && !isHidden(shape, event, context);
        if (isIn && std::find(shapes.begin(), shapes.end(), id) == shapes.end())
            shapes.push_back(id);
    }
    context.selection.setShapes(std::move(shapes));
}

bool SelectTool::press(const ToolEvent& event, ToolContext& context)
{
    m_pressedBefore = std::exchange(m_pressedAt, context.selection.shape());
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        m_band = QRectF(event.pixel, QSizeF());
        m_cursor = Qt::CrossCursor;
        return true;
    }
    const Shape* main = changeable(event, context);
    const auto grip = main ? handleUnder(event, main->cuboid) : std::nullopt;
    const Shape* taken = grip ? main : movable(shapeUnder(event, context), event, context);
    if (!taken)
        return false;
    const Shape& shape = *taken;
    const Grasp grasp = grip ? Grasp::of(*grip, shape.cuboid, event)
                             : Grasp(event, event.ray.at(*shape.cuboid.intersect(event.ray)), false);
    m_drag = Drag{shape, shape, context.document.scene().trackOf(shape)->classId, grip, grasp};
    if (!grip)
        m_drag->others = movingWith(shape.id, event, context);
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
    if (m_band) {
        chooseInBand(event, context);
        cancel(context);
        return true;
    }
    const Drag done = *m_drag;
    const Draft made = draft();
    cancel(context);
    if (!done.grasp.hasBegun()) {
        // A grip may stand before another object or before none: it is the selected one's all the same.
        if (!done.handle)
            choose(shapeUnder(event, context), event, context);
        return true;
    }
    if (!(done.now.cuboid == done.before.cuboid))
        writeDraft(made, textOf(done.handle, context.document.scene().taxonomy.className(done.classId)), context);
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
    if (m_drag || m_band)
        cancel(context);
    else
        return giveUp(context);
    return true;
}

void SelectTool::hover(const ToolEvent& event, ToolContext& context)
{
    const Shape* free = changeable(event, context);
    m_cursor = Qt::ArrowCursor;
    if (free && handleUnder(event, free->cuboid)) {
        m_cursor = Qt::OpenHandCursor;
        context.selection.setHovered(free->id);
        return;
    }
    const ShapeId under = shapeUnder(event, context);
    if (under.isValid())
        m_cursor = movable(under, event, context) ? Qt::SizeAllCursor : Qt::PointingHandCursor;
    context.selection.setHovered(under);
}

Draft SelectTool::draft() const
{
    Draft draft;
    draft.band = m_band;
    if (m_drag && m_drag->grasp.hasBegun()) {
        draft.shape = m_drag->now;
        draft.classId = m_drag->classId;
        draft.replaces = m_drag->before.id;
        draft.along = movedBy(m_drag->others, m_drag->now.cuboid.center - m_drag->before.cuboid.center);
    }
    return draft;
}

QString SelectTool::hint(const ToolContext& context) const
{
    if (m_drag)
        return tr("Let go to keep · Escape drops");
    if (!context.document.isWritable())
        return tr("Click selects, with Ctrl several · double-click looks closer · drag turns the view");
    if (const std::size_t count = context.selection.shapes().size(); count > 1)
        return tr("%1 selected: keys change all, drags and arrows move all, grips change the last one").arg(count);
    const auto& shapes = context.document.scene().shapes;
    if (const auto selected = shapes.find(context.selection.shape()); selected != shapes.end()) {
        if (selected->second.locked)
            return tr("It is locked: Ctrl+L unlocks it");
        if (!selected->second.isKeyFrame())
            return tr("Enter confirms it as a key frame · drag to move · grips resize and turn · N flips the heading · "
                      "Delete deletes");
        return tr("Drag to move · grips resize and turn; Ctrl or a double-click takes them to the points, in the "
                  "middle all · N flips the heading · Delete deletes");
    }
    return tr("Click an object to select it, with Ctrl several · Shift and drag selects all in a rectangle");
}

void SelectTool::cancel(ToolContext&)
{
    m_drag.reset();
    m_band.reset();
    m_cursor = Qt::ArrowCursor;
}

} // namespace lunkuo
