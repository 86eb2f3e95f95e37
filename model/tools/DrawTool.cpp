#include "model/tools/DrawTool.h"

#include "model/tools/FitActions.h"
#include "model/tools/Picking.h"
#include "model/tools/PlaceActions.h"
#include "model/tools/StillObjects.h"

#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double shortest_m = 0.2;
/// A cursor that trembles less than this between press and release has clicked.
constexpr double clickSlack_px = 4.0;

bool hasLeft(const ToolEvent& pressed, const ToolEvent& event)
{
    const QPointF way = event.pixel - pressed.pixel;
    return std::hypot(way.x(), way.y()) > clickSlack_px;
}

std::optional<Eigen::Vector3d> groundUnder(const ToolEvent& event, const ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    return frame ? groundUnder(event.ray, *frame) : std::nullopt;
}

/// A box whose length runs from one place to another, `aside` of that line to the left (negative: to the right).
std::optional<Cuboid> boxAlong(const Eigen::Vector3d& rear, const Eigen::Vector3d& front, double aside,
    const Eigen::Vector3d& usualSize, double width)
{
    const Eigen::Vector2d way = (front - rear).head<2>();
    if (way.norm() < shortest_m)
        return std::nullopt;
    const Eigen::Vector2d left(-way.y() / way.norm(), way.x() / way.norm());
    Eigen::Vector3d center = 0.5 * (rear + front);
    center.head<2>() += aside * left;
    center.z() += 0.5 * usualSize.z();
    return Cuboid::fromYaw(
        center, {way.norm(), std::max(width, shortest_m), usualSize.z()}, std::atan2(way.y(), way.x()));
}

Eigen::Vector3d usualSize(const ToolContext& context)
{
    const ClassDef* def = context.document.scene().taxonomy.classOf(context.selection.classId());
    return def ? def->defaultSize : ClassDef().defaultSize;
}

/// How far left of the line a place lies.
double leftOf(const Eigen::Vector3d& rear, const Eigen::Vector3d& front, const Eigen::Vector3d& place)
{
    const Eigen::Vector2d way = (front - rear).head<2>().normalized();
    const Eigen::Vector2d to = (place - rear).head<2>();
    return way.x() * to.y() - way.y() * to.x();
}

} // namespace

bool DrawTool::handle(const ToolEvent& event, ToolContext& context)
{
    switch (event.kind) {
    case ToolEvent::Kind::Press:
        return event.button == Qt::LeftButton && press(event, context);
    case ToolEvent::Kind::Move:
        return move(event, context);
    case ToolEvent::Kind::Release:
        return event.button == Qt::LeftButton && release(event, context);
    case ToolEvent::Kind::Key:
        return key(event, context);
    default:
        return false;
    }
}

bool DrawTool::press(const ToolEvent& event, const ToolContext& context)
{
    if (!context.document.isWritable() || !groundUnder(event, context))
        return false;
    if (!context.document.scene().taxonomy.classOf(context.selection.classId())) {
        m_draft.note = tr("Choose a class first: keys 1–9");
        return true;
    }
    m_pressed = event;
    m_isDragging = false;
    return true;
}

bool DrawTool::move(const ToolEvent& event, const ToolContext& context)
{
    const auto place = groundUnder(event, context);
    if (!place)
        return m_pressed.has_value();
    if (m_isByHand)
        return true;
    const Eigen::Vector3d size = usualSize(context);
    if (m_pressed && m_clicks.empty() && (m_isDragging || hasLeft(*m_pressed, event))) {
        m_isDragging = true;
        show(boxAlong(*groundUnder(*m_pressed, context), *place, 0.0, size, size.y()), context);
        return true;
    }
    if (m_clicks.size() == 1) {
        // The seen side is drawn, so the body lies behind it.
        const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
        const double sensor = leftOf(m_clicks[0], *place, frame->prepared->sensorOrigin());
        show(boxAlong(m_clicks[0], *place, sensor > 0.0 ? -0.5 * size.y() : 0.5 * size.y(), size, size.y()), context);
    } else if (m_clicks.size() == 2) {
        const double width = leftOf(m_clicks[0], m_clicks[1], *place);
        show(boxAlong(m_clicks[0], m_clicks[1], 0.5 * width, size, std::abs(width)), context);
    }
    return m_pressed || !m_clicks.empty();
}

bool DrawTool::release(const ToolEvent& event, ToolContext& context)
{
    if (!m_pressed)
        return false;
    const ToolEvent pressed = *std::exchange(m_pressed, std::nullopt);
    if (m_isDragging)
        return finish(event.modifiers, context);
    if (m_isByHand)
        return finish(event.modifiers, context);
    m_clicks.push_back(*groundUnder(pressed, context));
    if (m_clicks.size() == 3) {
        finish(event.modifiers, context);
        // What could not be saved waits for another try.
        if (m_clicks.size() == 3)
            m_clicks.pop_back();
        return true;
    }
    m_draft.seeds.push_back({m_clicks.back(), true});
    return true;
}

bool DrawTool::key(const ToolEvent& event, ToolContext& context)
{
    if (event.key == Qt::Key_Escape && m_draft.isEmpty())
        return giveUp(context);
    if (m_draft.isEmpty())
        return false;
    switch (event.key) {
    case Qt::Key_Escape:
        cancel(context);
        return true;
    case Qt::Key_Backspace:
        if (m_clicks.size() < 2) {
            cancel(context);
        } else {
            m_clicks.pop_back();
            m_draft.seeds.pop_back();
            m_draft.shape.reset();
            m_isByHand = false;
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return finish(event.modifiers & Qt::ShiftModifier, context);
    default:
        return false;
    }
}

void DrawTool::show(const std::optional<Cuboid>& cuboid, const ToolContext& context)
{
    m_draft.shape.reset();
    m_onward.reset();
    m_draft.note.clear();
    m_draft.classId = context.selection.classId();
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    if (!cuboid || !frame)
        return;
    Shape shape;
    shape.frame = frame->id;
    shape.cuboid = onGround(*frame, *cuboid);
    m_onward = Continuation::of(context);
    if (m_onward && !m_onward->takes(shape.cuboid))
        m_onward.reset();
    m_draft.shape = m_onward ? m_onward->sized(shape, frame->prepared->sensorOrigin()) : shape;
}

bool DrawTool::finish(Qt::KeyboardModifiers modifiers, ToolContext& context)
{
    const Draft done = m_draft;
    const auto onward = modifiers.testFlag(Qt::ShiftModifier) ? std::nullopt : m_onward;
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    if (!done.shape || !frame || done.shape->frame != frame->id) {
        cancel(context);
        return true;
    }
    const Scene& scene = context.document.scene();
    Shape shape = *done.shape;
    if (modifiers.testFlag(Qt::ControlModifier))
        shape = fitted(scene, *frame, shape, done.classId).value_or(shape);
    const QString text = tr("Draw %1");
    const auto added = onward ? onward->add(context.document, text,
                                    m_isByHand ? shape : onward->sized(shape, frame->prepared->sensorOrigin()))
                              : addObject(context.document, context.frames,
                                    text.arg(scene.taxonomy.className(done.classId)), shape, done.classId);
    if (!added) // the draft stays, so that nothing is lost; the document has said why
        return true;
    cancel(context);
    context.selection.setShape(*added);
    return true;
}

void DrawTool::reshape(const Shape& shape, ToolContext&)
{
    if (!m_draft.shape)
        return;
    m_draft.shape = shape;
    m_isByHand = true;
}

void DrawTool::cancel(ToolContext&)
{
    m_draft = {};
    m_clicks.clear();
    m_pressed.reset();
    m_isDragging = false;
    m_isByHand = false;
    m_onward.reset();
}

QString DrawTool::hint(const ToolContext& context) const
{
    if (!m_draft.note.isEmpty())
        return m_draft.note;
    if (m_isByHand)
        return tr("Click or Enter keeps it as it is now · Backspace takes back · Escape drops");
    if (m_onward)
        return tr("%1 goes on here · with Ctrl it is fitted to the points · with Shift it is a new object")
            .arg(m_onward->name(context.document.scene()));
    if (m_isDragging)
        return tr("Let go at the front · with Ctrl it is fitted to the points");
    switch (m_clicks.size()) {
    case 0:
        return tr(
            "Drag over the ground from the rear to the front of a %1, or click both ends of one side and then the "
            "other side")
            .arg(context.document.scene().taxonomy.className(context.selection.classId()));
    case 1:
        return tr("Click the front end of this side · Backspace takes back · Escape drops");
    default:
        return tr("Click the other side · with Ctrl it is fitted to the points · Enter takes the usual width");
    }
}

} // namespace lunkuo
