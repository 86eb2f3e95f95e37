#include "model/tools/SelectTool.h"

#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"

#include <cmath>

namespace lunkuo
{

namespace
{

std::optional<Handle> handleUnder(const ToolEvent& event, const Cuboid& cuboid)
{
    return handleAt(cuboid, event.ray, pickRadius_px * event.tanPixel, pickRadius_px * event.pixelSize_m);
}

/// Where a drag follows the cursor: vertical faces and corners in the horizontal plane of the grip, top and bottom
/// along the vertical line through it.
std::optional<Eigen::Vector3d> dragTarget(
    const Ray& ray, const Eigen::Vector3d& start, const std::optional<Handle>& handle)
{
    if (!handle || handle->side.z() == 0)
        return onPlane(ray, start.z());
    // Nearest point of the vertical line through `start` to the ray.
    const double along = ray.direction.z();
    const double denominator = 1.0 - along * along;
    if (denominator < 1e-6)
        return std::nullopt;
    const Eigen::Vector3d offset = start - ray.origin;
    const double height = (along * ray.direction.dot(offset) - offset.z()) / denominator;
    return start + height * Eigen::Vector3d::UnitZ();
}

} // namespace

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
        return m_drag && event.button == Qt::LeftButton && release(context);
    case ToolEvent::Kind::Click:
        if (event.button != Qt::LeftButton)
            return false;
        context.selection.setShape(shapeUnder(event, context.document.scene(), context.selection.frame()));
        return true;
    case ToolEvent::Kind::Leave:
        context.selection.setHovered({});
        return false;
    case ToolEvent::Kind::Key:
        if (event.key != Qt::Key_Escape)
            return false;
        if (m_drag)
            cancel(context);
        else
            context.selection.setShape({});
        return true;
    case ToolEvent::Kind::DoubleClick:
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
    if (!grip && !(entered && shapeUnder(event, scene, shape.frame) == shape.id))
        return false;
    const Eigen::Vector3d grabbed = grip ? positionOf(*grip, shape.cuboid) : event.ray.at(*entered);
    m_drag = Drag{shape, shape, grip, grabbed, scene.trackOf(shape)->classId};
    m_cursor = Qt::ClosedHandCursor;
    return true;
}

bool SelectTool::drag(const ToolEvent& event, ToolContext& context)
{
    const auto target = dragTarget(event.ray, m_drag->grabbed, m_drag->handle);
    if (!target)
        return true;
    const Cuboid cuboid =
        m_drag->handle ? dragged(m_drag->before.cuboid, *m_drag->handle, *target) : moved(*target, context);
    m_drag->now = withCuboid(m_drag->before, cuboid);
    return true;
}

Cuboid SelectTool::moved(const Eigen::Vector3d& target, const ToolContext& context) const
{
    Cuboid cuboid = m_drag->before.cuboid;
    const Eigen::Vector3d start = cuboid.center;
    cuboid.center.head<2>() += (target - m_drag->grabbed).head<2>();
    // The height over the ground is kept, so that a car dragged up a slope stays on it.
    if (const LoadedFramePtr frame = context.frames.loadedFrame(m_drag->before.frame)) {
        const double rise = frame->prepared->groundHeight(cuboid.center.x(), cuboid.center.y()) -
                            frame->prepared->groundHeight(start.x(), start.y());
        if (std::isfinite(rise))
            cuboid.center.z() += rise;
    }
    return cuboid;
}

bool SelectTool::release(ToolContext& context)
{
    const Drag done = *m_drag;
    m_drag.reset();
    m_cursor = Qt::ArrowCursor;
    const QString text = !done.handle                                ? tr("Move %1")
                         : done.handle->kind == Handle::Kind::Rotate ? tr("Turn %1")
                                                                     : tr("Resize %1");
    // A failure has been announced by the document; the shape is then what it was.
    (void)setCuboid(context.document, done.before.id, done.now.cuboid, text.arg(done.classId));
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
    const ShapeId under = shapeUnder(event, scene, context.selection.frame());
    if (under.isValid())
        m_cursor = under == context.selection.shape() ? Qt::SizeAllCursor : Qt::PointingHandCursor;
    context.selection.setHovered(under);
}

Draft SelectTool::draft() const
{
    Draft draft;
    if (m_drag) {
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
        return tr("Drag to move · grips resize and turn · N flips the heading · Delete deletes");
    return tr("Click an object to select it");
}

void SelectTool::cancel(ToolContext&)
{
    m_drag.reset();
    m_cursor = Qt::ArrowCursor;
}

} // namespace lunkuo
