#include "model/tools/CompleteTool.h"

#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"

namespace lunkuo
{

namespace
{
/// A click this far outside the draft's cuboid means the next object, not a missed point of this one.
constexpr double anotherObject_m = 2.5;
} // namespace

bool CompleteTool::handle(const ToolEvent& event, ToolContext& context)
{
    switch (event.kind) {
    case ToolEvent::Kind::Click:
        return event.button == Qt::LeftButton && click(event, context);
    case ToolEvent::Kind::Key:
        return key(event.key, context);
    default:
        return false;
    }
}

bool CompleteTool::click(const ToolEvent& event, ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    if (!frame)
        return false;
    const auto point = pointUnder(event, *frame);
    const bool belongs = !event.modifiers.testFlag(Qt::AltModifier);
    if (!point || (!belongs && m_draft.seeds.empty()))
        return false;
    if (belongs && m_draft.shape && isAnotherObject(*point) && !accept(context))
        return true;
    if (m_draft.seeds.empty() && !event.modifiers.testFlag(Qt::ControlModifier)) {
        // A click on what is annotated already selects it instead of annotating it twice.
        for (const ShapeId id : context.document.scene().shapesOf(frame->id))
            if (context.document.scene().shapes.at(id).cuboid.contains(*point, 0.05)) {
                context.selection.setShape(id);
                return true;
            }
    }
    if (m_draft.seeds.empty()) {
        context.selection.setShape({});
        m_frame = frame->id;
    }
    m_draft.seeds.push_back({*point, belongs});
    refit(context);
    return true;
}

bool CompleteTool::isAnotherObject(const Eigen::Vector3d& point) const
{
    return !m_draft.shape->cuboid.contains(point, anotherObject_m);
}

bool CompleteTool::key(int key, ToolContext& context)
{
    if (m_draft.isEmpty())
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_draft.shape)
            accept(context);
        return true;
    case Qt::Key_Escape:
        cancel(context);
        return true;
    case Qt::Key_Backspace:
        m_draft.seeds.pop_back();
        refit(context);
        return true;
    default:
        return false;
    }
}

void CompleteTool::refit(ToolContext& context)
{
    m_draft.shape.reset();
    m_draft.points.clear();
    m_draft.note.clear();
    m_draft.classId = context.selection.classId();
    CompletionInput input;
    for (const SeedClick& seed : m_draft.seeds)
        (seed.belongs ? input.belongs : input.excluded).push_back(seed.position);
    const LoadedFramePtr frame = context.frames.loadedFrame(m_frame);
    if (input.belongs.empty() || !frame) {
        m_draft = {};
        return;
    }
    auto completion = complete(*frame->prepared, input, completionOptions(context.document.scene(), m_draft.classId));
    if (!completion) {
        m_draft.note = completion.error().sentence;
        return;
    }
    Shape shape;
    shape.frame = m_frame;
    shape.cuboid = completion->cuboid;
    shape.outline = std::move(completion->outline);
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = completion->confidence;
    shape.seeds = m_draft.seeds;
    m_draft.shape = std::move(shape);
    m_draft.points = std::move(completion->points);
}

bool CompleteTool::accept(ToolContext& context)
{
    const auto added =
        addShape(context.document, tr("Complete %1").arg(m_draft.classId), *m_draft.shape, m_draft.classId);
    if (!added) // the draft stays, so that nothing is lost; the document has said why
        return false;
    m_draft = {};
    context.selection.setShape(*added);
    return true;
}

void CompleteTool::leave(ToolContext& context)
{
    if (m_draft.shape)
        accept(context);
    m_draft = {};
}

void CompleteTool::cancel(ToolContext&)
{
    m_draft = {};
}

QString CompleteTool::hint(const ToolContext& context) const
{
    if (!m_draft.note.isEmpty())
        return m_draft.note;
    if (m_draft.isEmpty())
        return tr("Click a point of a %1; keys 1–9 choose the class").arg(context.selection.classId());
    return tr(
        "Click adds a missed part · Alt+click: not this object · Backspace takes back · Enter accepts · Escape drops");
}

} // namespace lunkuo
