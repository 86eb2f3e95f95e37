#include "model/tools/CompleteTool.h"

#include "model/completion/CompleteIn.h"
#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

/// How far outside a draft's cuboid a missed part of the same object may lie: much for a bus, little for a person.
double reach_m(const ClassDef& def)
{
    return std::clamp(0.35 * def.defaultSize.x(), 0.3, 4.0);
}

} // namespace

bool CompleteTool::handle(const ToolEvent& event, ToolContext& context)
{
    switch (event.kind) {
    case ToolEvent::Kind::Click:
        return event.button == Qt::LeftButton && click(event, context);
    case ToolEvent::Kind::Key:
        return key(event.key, context);
    case ToolEvent::Kind::Move:
        if (event.buttons == Qt::NoButton)
            hover(event, context);
        return false;
    case ToolEvent::Kind::Leave:
        context.selection.setHovered({});
        return false;
    default:
        return false;
    }
}

bool CompleteTool::click(const ToolEvent& event, ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    const auto point = frame ? pointUnder(event, *frame) : std::nullopt;
    const bool belongs = !event.modifiers.testFlag(Qt::AltModifier);
    if (!point || (!belongs && (m_draft.seeds.empty() || isElsewhere(context))))
        return false;
    if (belongs) {
        const Scene& scene = context.document.scene();
        const bool anew = event.modifiers.testFlag(Qt::ControlModifier);
        const ShapeId around = anew ? ShapeId() : shapeAround(*point, scene, frame->id);
        const bool another = anew || isElsewhere(context) || isAnotherObject(*point, around, scene);
        const bool adds = event.modifiers.testFlag(Qt::ShiftModifier) && !isElsewhere(context);
        if ((m_draft.seeds.empty() || (another && !adds)) && !begin(frame->id, around, context))
            return true;
    }
    m_draft.seeds.push_back({*point, belongs});
    refit(context);
    return true;
}

/// A draft that could not be saved waits in its frame while another one is looked at.
bool CompleteTool::isElsewhere(const ToolContext& context) const
{
    return m_draft.shape && m_frame != context.selection.frame();
}

/// Settles the draft there is and makes room for the next; false when the click is used up by that.
bool CompleteTool::begin(FrameId frame, ShapeId around, ToolContext& context)
{
    if (m_draft.shape && !accept(context))
        return false;
    cancel(context);
    context.selection.setShape(around);
    if (around.isValid())
        return false;
    if (!context.document.scene().taxonomy.classOf(context.selection.classId())) {
        m_draft.note = tr("Choose a class first: keys 1–9");
        return false;
    }
    m_frame = frame;
    return true;
}

bool CompleteTool::isAnotherObject(const Eigen::Vector3d& point, ShapeId around, const Scene& scene) const
{
    const ClassDef* def = scene.taxonomy.classOf(m_draft.classId);
    if (m_draft.seeds.empty() || !def)
        return true;
    if (!m_draft.shape) {
        const double size = def->defaultSize.x() + reach_m(*def);
        return std::none_of(m_draft.seeds.begin(), m_draft.seeds.end(),
            [&](const SeedClick& seed) { return (seed.position - point).norm() < size; });
    }
    const Cuboid& cuboid = m_draft.shape->cuboid;
    return !cuboid.contains(point, around.isValid() ? 0.0 : reach_m(*def));
}

bool CompleteTool::key(int key, ToolContext& context)
{
    if (m_draft.isEmpty() || isElsewhere(context))
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_draft.shape)
            accept(context);
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Delete:
        cancel(context);
        return true;
    case Qt::Key_Backspace:
        if (!m_draft.seeds.empty())
            m_draft.seeds.pop_back();
        refit(context);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        showOther(key == Qt::Key_Tab ? 1 : -1, context);
        return true;
    case Qt::Key_N:
        m_reversed = !m_reversed;
        if (m_draft.shape)
            m_draft.shape = turnedRound(*m_draft.shape);
        return true;
    default:
        return false;
    }
}

CompletionInput CompleteTool::input() const
{
    CompletionInput input;
    for (const SeedClick& seed : m_draft.seeds)
        (seed.belongs ? input.belongs : input.excluded).push_back(seed.position);
    return input;
}

void CompleteTool::refit(ToolContext& context)
{
    m_draft.shape.reset();
    m_draft.points.clear();
    m_draft.note.clear();
    m_draft.classId = context.selection.classId();
    m_choices.clear();
    m_choice = 0;
    const CompletionInput clicks = input();
    const LoadedFramePtr frame = context.frames.loadedFrame(m_frame);
    if (clicks.belongs.empty() || !frame) {
        cancel(context);
        return;
    }
    auto completion = complete(*frame->prepared, clicks, completionOptions(context.document.scene(), m_draft.classId));
    if (!completion) {
        m_draft.note = completion.error().sentence;
        return;
    }
    m_choices = completion->alternatives;
    m_choices.insert(m_choices.begin(), completion->cuboid);
    show(std::move(*completion));
}

void CompleteTool::show(Completion completion)
{
    Shape shape;
    shape.frame = m_frame;
    shape.cuboid = completion.cuboid;
    shape.outline = std::move(completion.outline);
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = completion.confidence;
    shape.seeds = m_draft.seeds;
    m_draft.shape = m_reversed ? turnedRound(shape) : std::move(shape);
    m_draft.points = std::move(completion.points);
}

/// Another of the boxes that the clicks may mean; what there is too little of in the cloud is passed over.
void CompleteTool::showOther(int step, const ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(m_frame);
    if (!frame || m_choices.size() < 2)
        return;
    const CompletionOptions options = completionOptions(context.document.scene(), m_draft.classId);
    m_reversed = false;
    for (std::size_t tried = 0; tried < m_choices.size(); ++tried) {
        m_choice = (m_choice + (step > 0 ? 1 : m_choices.size() - 1)) % m_choices.size();
        auto completion = m_choice == 0 ? complete(*frame->prepared, input(), options)
                                        : completeIn(*frame->prepared, m_choices[m_choice], input(), options);
        if (!completion)
            continue;
        show(std::move(*completion));
        return;
    }
}

bool CompleteTool::accept(ToolContext& context)
{
    const bool isSeen = !isElsewhere(context);
    const auto added =
        addShape(context.document, tr("Complete %1").arg(context.document.scene().taxonomy.className(m_draft.classId)),
            *m_draft.shape, m_draft.classId);
    if (!added) // the draft stays, so that nothing is lost; the document has said why
        return false;
    cancel(context);
    if (isSeen)
        context.selection.setShape(*added);
    return true;
}

/// Shows which annotated object a click would select.
void CompleteTool::hover(const ToolEvent& event, ToolContext& context) const
{
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    const auto point = frame && m_draft.seeds.empty() ? pointUnder(event, *frame) : std::nullopt;
    context.selection.setHovered(point ? shapeAround(*point, context.document.scene(), frame->id) : ShapeId());
}

void CompleteTool::classChosen(ToolContext& context)
{
    if (!m_draft.isEmpty() && !isElsewhere(context))
        refit(context);
}

void CompleteTool::leave(ToolContext& context)
{
    // Nobody can save into what is open for reading only; a full disk may have room again later.
    if (!m_draft.shape || !context.document.isWritable() || accept(context))
        cancel(context);
}

void CompleteTool::cancel(ToolContext&)
{
    m_draft = {};
    m_reversed = false;
    m_choices.clear();
    m_choice = 0;
}

QString CompleteTool::hint(const ToolContext& context) const
{
    if (!m_draft.note.isEmpty())
        return m_draft.note;
    if (m_draft.isEmpty() || isElsewhere(context))
        return tr("Click a point of a %1 · keys 1–9 choose the class")
            .arg(context.document.scene().taxonomy.className(context.selection.classId()));
    if (m_choices.size() > 1)
        return tr(
            "Box %1 of %2, Tab shows the next · Click adds a missed part, away from it starts the next · Alt+click: "
            "not this object · Backspace takes back · Enter accepts · Escape drops")
            .arg(m_choice + 1)
            .arg(m_choices.size());
    return tr("Click adds a missed part, away from it starts the next · Alt+click: not this object · Backspace takes "
              "back · Enter accepts · Escape drops");
}

} // namespace lunkuo
