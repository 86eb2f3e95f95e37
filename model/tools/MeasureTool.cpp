#include "model/tools/MeasureTool.h"

#include "model/tools/Picking.h"

namespace lunkuo
{

bool MeasureTool::handle(const ToolEvent& event, ToolContext& context)
{
    switch (event.kind) {
    case ToolEvent::Kind::Click:
        return event.button == Qt::LeftButton && click(event, context);
    case ToolEvent::Kind::Move:
        return event.buttons == Qt::NoButton && hover(event, context);
    case ToolEvent::Kind::Leave:
        m_under.reset();
        return isUnfinished();
    case ToolEvent::Kind::Key:
        return key(event.key, context);
    default:
        return false;
    }
}

bool MeasureTool::isUnfinished() const
{
    return !m_measures.empty() && !m_measures.back().isCorner();
}

bool MeasureTool::click(const ToolEvent& event, ToolContext& context)
{
    const auto place = placeUnder(event, context);
    if (!place)
        return false;
    if (!isUnfinished())
        m_measures.emplace_back();
    m_measures.back().points.push_back(*place);
    m_under.reset();
    return true;
}

bool MeasureTool::hover(const ToolEvent& event, ToolContext& context)
{
    // Only while a line follows the cursor is there anything to show.
    if (!isUnfinished())
        return false;
    m_under = placeUnder(event, context);
    return true;
}

bool MeasureTool::key(int key, ToolContext& context)
{
    if (m_measures.empty())
        return false;
    if (key == Qt::Key_Escape) {
        cancel(context);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        // The stretch is enough: the next click begins another one.
        if (isUnfinished() && !m_measures.back().isStretch())
            m_measures.pop_back();
        else
            m_measures.emplace_back();
        m_under.reset();
        return true;
    }
    if (key != Qt::Key_Backspace)
        return false;
    if (!m_measures.back().points.empty())
        m_measures.back().points.pop_back();
    if (m_measures.back().points.empty())
        m_measures.pop_back();
    return true;
}

Draft MeasureTool::draft() const
{
    Draft draft;
    draft.measures = m_measures;
    if (m_under && isUnfinished() && !draft.measures.back().points.empty())
        draft.measures.back().points.push_back(*m_under);
    std::erase_if(draft.measures, [](const Measure& measure) { return measure.points.empty(); });
    return draft;
}

QString MeasureTool::hint(const ToolContext&) const
{
    if (!isUnfinished() || m_measures.back().points.empty())
        return m_measures.empty() ? tr("Click where to measure from, a point or the ground")
                                  : tr("Click to measure another distance · Escape clears");
    return m_measures.back().isStretch()
               ? tr("A third click measures the angle · Enter: no angle, the next one · Backspace takes back · Escape "
                    "clears")
               : tr("Click where to measure to · Backspace takes back · Escape clears");
}

void MeasureTool::cancel(ToolContext&)
{
    m_measures.clear();
    m_under.reset();
}

} // namespace lunkuo
