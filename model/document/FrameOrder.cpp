#include "model/document/FrameOrder.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
bool isAnotherOrder(const Change& change)
{
    const auto* frame = std::get_if<ValueChange<Frame>>(&change);
    return frame && (!frame->before || !frame->after || frame->before->index != frame->after->index ||
                        frame->before->sequence != frame->after->sequence);
}
} // namespace

FrameOrder::FrameOrder(const Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &Document::changed, this, &FrameOrder::follow);
}

void FrameOrder::follow(const Edit& edit)
{
    if (std::none_of(edit.changes.begin(), edit.changes.end(), isAnotherOrder))
        return;
    m_isSorted = false;
    emit changed();
}

void FrameOrder::sort() const
{
    m_frames = m_document.scene().frameOrder();
    m_places.clear();
    for (std::size_t place = 0; place < m_frames.size(); ++place)
        m_places[m_frames[place]] = static_cast<int>(place);
    m_isSorted = true;
}

const std::vector<FrameId>& FrameOrder::frames() const
{
    if (!m_isSorted)
        sort();
    return m_frames;
}

int FrameOrder::placeOf(FrameId frame) const
{
    if (!m_isSorted)
        sort();
    const auto found = m_places.find(frame);
    return found == m_places.end() ? nowhere : found->second;
}

} // namespace lunkuo
