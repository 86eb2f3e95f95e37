#include "model/tools/ToolController.h"

#include "model/sequence/KnownShapes.h"
#include "model/tools/CompleteTool.h"
#include "model/tools/DrawTool.h"
#include "model/tools/MeasureTool.h"
#include "model/tools/Nudge.h"
#include "model/tools/SelectTool.h"

#include <algorithm>

namespace lunkuo
{

std::vector<ToolEntry> toolEntries()
{
    return {
        {QStringLiteral("select"), ToolController::tr("Select and change"), QStringLiteral(":/icons/select.svg"),
            QStringLiteral("V"), [] { return std::make_unique<SelectTool>(); }},
        {QStringLiteral("complete"), ToolController::tr("Click and complete the outline"),
            QStringLiteral(":/icons/complete.svg"), QStringLiteral("B"),
            [] { return std::make_unique<CompleteTool>(); }},
        {QStringLiteral("draw"), ToolController::tr("Draw a new cuboid"), QStringLiteral(":/icons/draw.svg"),
            QStringLiteral("Ctrl+B"), [] { return std::make_unique<DrawTool>(); }},
        {QStringLiteral("measure"), ToolController::tr("Measure"), QStringLiteral(":/icons/measure.svg"),
            QStringLiteral("Ctrl+M"), [] { return std::make_unique<MeasureTool>(); }},
    };
}

ToolController::ToolController(ToolContext context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    for (const ToolEntry& entry : toolEntries()) {
        std::unique_ptr<Tool>& tool = m_tools[entry.id] = entry.make();
        if (const auto* select = dynamic_cast<const SelectTool*>(tool.get()))
            m_select = select;
    }
    activate(QStringLiteral("complete"));
    // Before the selection moves on, the tool must settle its half-made work in the frame it belongs to.
    connect(&m_context.selection, &Selection::frameAboutToChange, this, [this] {
        m_sideHand.cancel();
        const bool isMaking = m_draft.shape && !m_draft.replaces.isValid();
        m_active->leave(m_context);
        refresh();
        if (isMaking && !m_draft.shape && m_context.selection.shape().isValid())
            emit settledOnLeaving(m_context.selection.shape());
    });
    connect(&m_context.selection, &Selection::frameChanged, this, [this] { refresh(); });
    connect(&m_context.selection, &Selection::shapeChanged, this, [this] {
        m_sideHand.cancel();
        refresh();
    });
    connect(&m_context.selection, &Selection::classChanged, this, [this] {
        m_active->classChosen(m_context);
        refresh();
    });
    connect(&m_context.document, &Document::changed, this, [this] { refresh(); });
}

ToolController::~ToolController() = default;

void ToolController::activate(const QString& id)
{
    const auto found = m_tools.find(id);
    if (found == m_tools.end() || id == m_activeId)
        return;
    m_sideHand.cancel();
    if (m_active)
        m_active->leave(m_context);
    m_active = found->second.get();
    m_activeId = id;
    refresh();
    emit activated(id);
}

bool ToolController::handle(const ToolEvent& event)
{
    const bool taken = m_active->handle(event, m_context) || nudge(event) || confirm(event);
    if (taken)
        refresh();
    else if (m_active == m_select && isFixed() && m_select->wouldChange(event, m_context))
        emit refused();
    return taken;
}

/// Arrow keys move what is worked on the way they point on the screen, whichever tool is in hand.
bool ToolController::nudge(const ToolEvent& event)
{
    const bool isPressed = event.kind == ToolEvent::Kind::Key && isNudge(event.key);
    if (!isPressed && event.kind != ToolEvent::Kind::KeyRelease)
        return false;
    const Draft draft = m_sideHand.isBusy() ? m_sideHand.draft() : m_active->draft();
    const auto subject = subjectOf(draft, m_context.document.scene(), m_context.selection);
    return subject && m_sideHand.handle(event, sightFromAbove(subject->shape.cuboid, event), *m_active, m_context);
}

/// Enter says of a derived shape that is selected that it is right, whichever tool is in hand.
bool ToolController::confirm(const ToolEvent& event)
{
    const bool isEnter = event.key == Qt::Key_Return || event.key == Qt::Key_Enter;
    const bool isPlain = !(event.modifiers & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier));
    if (event.kind != ToolEvent::Kind::Key || !isEnter || !isPlain || !m_active->draft().isEmpty())
        return false;
    const auto& shapes = m_context.document.scene().shapes;
    std::vector<ShapeId> derived = m_context.selection.shapes();
    std::erase_if(derived, [&](ShapeId id) {
        const auto shape = shapes.find(id);
        return shape == shapes.end() || shape->second.isKeyFrame() || shape->second.locked;
    });
    // A failure has been announced by the document.
    return !derived.empty() && m_context.document.isWritable() && confirmShapes(m_context.document, derived);
}

bool ToolController::handle(const ToolEvent& event, const SideSight& sight)
{
    const bool taken = m_sideHand.handle(event, sight, *m_active, m_context);
    if (taken)
        refresh();
    else if (isFixed() && m_sideHand.wouldChange(event, sight, *m_active, m_context))
        emit refused();
    return taken;
}

bool ToolController::settle()
{
    m_sideHand.cancel();
    for (const auto& [id, tool] : m_tools)
        tool->leave(m_context);
    refresh();
    return std::none_of(
        m_tools.begin(), m_tools.end(), [](const auto& entry) { return entry.second->draft().shape.has_value(); });
}

void ToolController::cancel()
{
    if (m_sideHand.isBusy())
        m_sideHand.cancel();
    else
        m_active->cancel(m_context);
    refresh();
}

void ToolController::refresh()
{
    Draft draft = m_sideHand.isBusy() ? m_sideHand.draft() : Draft();
    if (draft.isEmpty())
        draft = m_active->draft();
    // Half-made work that could not be saved waits in its own frame.
    if (draft.shape && draft.shape->frame != m_context.selection.frame())
        draft = {};
    if (draft.isEmpty() && m_draft.isEmpty()) {
        emit hintChanged();
        return;
    }
    m_draft = std::move(draft);
    emit draftChanged();
    emit hintChanged();
}

QString ToolController::hint() const
{
    const QString beside = m_sideHand.hint();
    return beside.isEmpty() ? m_active->hint(m_context) : beside;
}

void ToolController::lookAgain()
{
    m_sideHand.cancel();
    refresh();
}

bool ToolController::offersHandles() const
{
    return m_active && m_active->offersHandles() && !isFixed();
}

bool ToolController::countsEachPress() const
{
    return m_active->countsEachPress();
}

Qt::CursorShape ToolController::cursor() const
{
    return m_active->cursor();
}

} // namespace lunkuo
