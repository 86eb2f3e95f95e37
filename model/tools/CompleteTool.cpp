#include "model/tools/CompleteTool.h"

#include "model/completion/CompleteIn.h"
#include "model/completion/Refit.h"
#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"
#include "model/tools/StillObjects.h"

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
    case ToolEvent::Kind::Press:
        return event.button == Qt::LeftButton && press(event, context);
    case ToolEvent::Kind::Release:
        return event.button == Qt::LeftButton && m_pull && release(context);
    case ToolEvent::Kind::Click:
        return event.button == Qt::LeftButton && click(event, context);
    case ToolEvent::Kind::Key:
        return key(event, context);
    case ToolEvent::Kind::Move:
        if (m_pull)
            return pull(event, context);
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

bool CompleteTool::press(const ToolEvent& event, const ToolContext& context)
{
    if (!m_draft.shape || isElsewhere(context) || event.modifiers != Qt::NoModifier)
        return false;
    const auto grip = handleUnder(event, m_draft.shape->cuboid);
    if (!grip)
        return false;
    m_pull = Pull{m_draft, *grip, Grasp::of(*grip, m_draft.shape->cuboid, event), event};
    m_cursor = Qt::ClosedHandCursor;
    return true;
}

bool CompleteTool::pull(const ToolEvent& event, const ToolContext& context)
{
    const Shape& before = *m_pull->before.shape;
    if (const auto target = m_pull->grasp.target(event))
        fitRound(dragged(before.cuboid, m_pull->handle, *target), before.held | facesOf(m_pull->handle), context);
    return true;
}

bool CompleteTool::release(ToolContext& context)
{
    const Pull done = *m_pull;
    m_pull.reset();
    if (done.grasp.hasBegun())
        m_choices.clear(); // the hand has decided between them
    m_cursor = Qt::CrossCursor;
    // A press on a grip that was no drag means the point below.
    return done.grasp.hasBegun() || click(done.pressed, context);
}

/// The draft with its box put so by hand, and the rest of it fitted.
void CompleteTool::fitRound(const Cuboid& cuboid, FaceSet held, const ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(m_frame);
    if (!frame)
        return;
    auto fit = lunkuo::refit(*frame->prepared, cuboid, held, options(context), input());
    if (fit) {
        show(std::move(*fit));
    } else {
        // Away from all points the hand decides.
        m_draft.shape = changedByHand(*m_draft.shape, cuboid);
        m_draft.shape->seeds = m_draft.seeds;
    }
    m_draft.shape->held = held;
}

bool CompleteTool::click(const ToolEvent& event, ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    const auto point = frame ? pointUnder(event, *frame) : std::nullopt;
    const bool belongs = !event.modifiers.testFlag(Qt::AltModifier);
    if (!point && belongs && m_draft.seeds.empty()) {
        m_draft.note = tr("There is no point here: click a point of the object.");
        return true;
    }
    if (!point || (!belongs && (m_draft.seeds.empty() || isElsewhere(context))))
        return false;
    if (belongs) {
        const Scene& scene = context.document.scene();
        const bool anew = event.modifiers.testFlag(Qt::ControlModifier);
        const ShapeId around = anew ? ShapeId() : shapeAround(*point, event, context);
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

bool CompleteTool::key(const ToolEvent& event, ToolContext& context)
{
    const int key = event.key;
    if (key == Qt::Key_Escape && m_draft.isEmpty())
        return giveUp(context);
    if (m_draft.isEmpty() || isElsewhere(context))
        return false;
    if (m_pull && key != Qt::Key_Escape && key != Qt::Key_Backspace)
        return true;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers.testFlag(Qt::ShiftModifier))
            m_onward.reset();
        if (m_draft.shape)
            accept(context);
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Delete:
        if (m_pull)
            letGo();
        else
            cancel(context);
        return true;
    case Qt::Key_Backspace:
        if (m_pull) {
            letGo();
            return true;
        }
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
    if (m_draft.shape && m_draft.shape->held && !input().belongs.empty()) {
        m_draft.classId = context.selection.classId();
        const Shape byHand = *m_draft.shape;
        fitRound(byHand.cuboid, byHand.held, context);
        return;
    }
    m_draft.shape.reset();
    m_draft.points.clear();
    m_draft.note.clear();
    m_draft.classId = context.selection.classId();
    m_choices.clear();
    m_choice = 0;
    if (input().belongs.empty() || !context.frames.loadedFrame(m_frame)) {
        cancel(context);
        return;
    }
    // Another object than the followed one has neither its size nor its heading.
    if (!completeFor(Continuation::of(context), context))
        completeFor({}, context);
    if (m_reversed && m_draft.shape)
        m_draft.shape = turnedRound(*m_draft.shape);
}

/// False when what is there turns out not to be the object that it should go on with.
bool CompleteTool::completeFor(std::optional<Continuation> onward, ToolContext& context)
{
    m_onward = std::move(onward);
    const LoadedFramePtr frame = context.frames.loadedFrame(m_frame);
    auto completion = complete(*frame->prepared, input(), options(context));
    if (m_onward && !(completion && m_onward->takes(completion->cuboid)))
        return false;
    if (!completion) {
        m_draft.note = completion.error().sentence;
        return true;
    }
    m_choices = completion->alternatives;
    m_choices.insert(m_choices.begin(), completion->cuboid);
    show(std::move(*completion));
    if (!m_onward)
        return true;
    if (m_onward->isReversed(m_draft.shape->cuboid))
        m_draft.shape = turnedRound(*m_draft.shape);
    m_draft.shape = m_onward->sized(*m_draft.shape, frame->prepared->sensorOrigin());
    return true;
}

CompletionOptions CompleteTool::options(const ToolContext& context) const
{
    const CompletionOptions usual = completionOptions(context.document.scene(), m_draft.classId);
    return m_onward ? m_onward->options(usual) : usual;
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
    m_draft.shape = std::move(shape);
    m_draft.hasGrips = true;
    m_draft.points = std::move(completion.points);
}

/// Another of the boxes that the clicks may mean; what there is too little of in the cloud is passed over.
void CompleteTool::showOther(int step, const ToolContext& context)
{
    const LoadedFramePtr frame = context.frames.loadedFrame(m_frame);
    if (!frame || m_choices.size() < 2)
        return;
    const CompletionOptions expected = options(context);
    m_reversed = false;
    for (std::size_t tried = 0; tried < m_choices.size(); ++tried) {
        m_choice = (m_choice + (step > 0 ? 1 : m_choices.size() - 1)) % m_choices.size();
        auto completion = m_choice == 0 ? complete(*frame->prepared, input(), expected)
                                        : completeIn(*frame->prepared, m_choices[m_choice], input(), expected);
        if (!completion)
            continue;
        show(std::move(*completion));
        if (m_onward)
            m_draft.shape = m_onward->sized(*m_draft.shape, frame->prepared->sensorOrigin());
        return;
    }
}

bool CompleteTool::accept(ToolContext& context)
{
    const bool isSeen = !isElsewhere(context);
    const Scene& scene = context.document.scene();
    const QString text = tr("Complete %1");
    const auto added = m_onward
                           ? m_onward->add(context.document, text, *m_draft.shape)
                           : addObject(context.document, context.frames,
                                 text.arg(scene.taxonomy.className(m_draft.classId)), *m_draft.shape, m_draft.classId);
    if (!added) // the draft stays, so that nothing is lost; the document has said why
        return false;
    cancel(context);
    if (isSeen)
        context.selection.setShape(*added);
    return true;
}

/// Shows which annotated object a click would select, and where a drag would take hold of the draft.
void CompleteTool::hover(const ToolEvent& event, ToolContext& context)
{
    const bool isOnGrip = m_draft.shape && !isElsewhere(context) && handleUnder(event, m_draft.shape->cuboid);
    m_cursor = isOnGrip ? Qt::OpenHandCursor : Qt::CrossCursor;
    const LoadedFramePtr frame = context.frames.loadedFrame(context.selection.frame());
    const auto point = frame && m_draft.seeds.empty() ? pointUnder(event, *frame) : std::nullopt;
    context.selection.setHovered(point ? shapeAround(*point, event, context) : ShapeId());
}

void CompleteTool::reshape(const Shape& shape, ToolContext&)
{
    if (!m_draft.shape)
        return;
    m_draft.shape = shape;
    m_choices.clear(); // the hand has decided between them
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
    m_onward.reset();
    m_reversed = false;
    m_choices.clear();
    m_choice = 0;
    m_pull.reset();
    m_cursor = Qt::CrossCursor;
}

/// The drag never happened.
void CompleteTool::letGo()
{
    m_draft = m_pull->before;
    m_pull.reset();
    m_cursor = Qt::CrossCursor;
}

QString CompleteTool::hint(const ToolContext& context) const
{
    if (!m_draft.note.isEmpty())
        return m_draft.note;
    const Scene& scene = context.document.scene();
    if (m_draft.isEmpty() || isElsewhere(context)) {
        if (const Track* followed = Continuation::followedTrack(context))
            return tr("Click a point of %1 to go on with it in this frame · Escape: it is another object")
                .arg(nameOf(scene, *followed));
        return tr("Click a point of a %1 · keys 1–9 choose the class")
            .arg(scene.taxonomy.className(context.selection.classId()));
    }
    if (m_onward)
        return tr("%1 goes on here · Enter accepts · Shift+Enter makes a new object · Tab shows another box · Escape "
                  "drops")
            .arg(m_onward->name(scene));
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
