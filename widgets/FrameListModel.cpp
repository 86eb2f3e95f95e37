#include "widgets/FrameListModel.h"

#include "model/review/VerdictNames.h"
#include "widgets/Names.h"
#include "widgets/RowDelegate.h"

#include <algorithm>
#include <set>

namespace lunkuo
{

namespace
{
QString iconOf(FrameState state)
{
    switch (state) {
    case FrameState::Untouched:
        return QStringLiteral("frame-untouched");
    case FrameState::InWork:
        return QStringLiteral("frame-inwork");
    case FrameState::Done:
        break;
    }
    return QStringLiteral("frame-done");
}

/// In one word, as there is room for one: what a reviewer has said comes before what has been done.
QString detailOf(const Scene& scene, const Frame& frame)
{
    if (scene.verdicts.isRejected(frame.id))
        return VerdictNames::of(VerdictState::Rejected);
    return scene.isAccepted(frame) ? VerdictNames::of(VerdictState::Accepted) : Names::of(frame.state);
}
} // namespace

FrameListModel::FrameListModel(const Document& document, QObject* parent)
    : QAbstractListModel(parent)
    , m_document(document)
{
    rebuild();
    connect(&document, &Document::changed, this, &FrameListModel::take);
}

void FrameListModel::rebuild()
{
    m_order = m_document.scene().frameOrder();
    m_rows.clear();
    for (std::size_t row = 0; row < m_order.size(); ++row)
        m_rows[m_order[row]] = static_cast<int>(row);
    m_done = static_cast<int>(std::count_if(m_document.scene().frames.begin(), m_document.scene().frames.end(),
        [](const auto& entry) { return entry.second.state == FrameState::Done; }));
    m_shapes.clear();
    for (const auto& [id, shape] : m_document.scene().shapes)
        ++m_shapes[shape.frame];
}

void FrameListModel::take(const Edit& edit)
{
    std::set<FrameId> touched;
    bool isAnotherList = false;
    for (const Change& change : edit.changes) {
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            if (shape->before)
                touched.insert(shape->before->frame), --m_shapes[shape->before->frame];
            if (shape->after)
                touched.insert(shape->after->frame), ++m_shapes[shape->after->frame];
        } else if (const auto* frame = std::get_if<ValueChange<Frame>>(&change)) {
            isAnotherList = isAnotherList || !frame->before || !frame->after;
            touched.insert(frame->after ? frame->after->id : frame->before->id);
            const auto isDone = [](const std::optional<Frame>& value) {
                return value && value->state == FrameState::Done ? 1 : 0;
            };
            m_done += isDone(frame->after) - isDone(frame->before);
        } else if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change)) {
            touched.insert(verdict->after ? verdict->after->frame : verdict->before->frame);
        }
    }
    if (isAnotherList) {
        beginResetModel();
        rebuild();
        endResetModel();
        return;
    }
    for (const FrameId frame : touched)
        emit dataChanged(indexOf(frame), indexOf(frame));
}

void FrameListModel::setUnreadable(FrameId frame, const QString& sentence)
{
    const bool hasChanged =
        sentence.isEmpty() ? m_unreadable.erase(frame) > 0 : m_unreadable.insert_or_assign(frame, sentence).second;
    if (hasChanged && indexOf(frame).isValid())
        emit dataChanged(indexOf(frame), indexOf(frame));
}

void FrameListModel::refreshTexts()
{
    if (!m_order.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int FrameListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QModelIndex FrameListModel::indexOf(FrameId frame) const
{
    const auto row = m_rows.find(frame);
    return row == m_rows.end() ? QModelIndex() : index(row->second);
}

FrameId FrameListModel::frameAt(const QModelIndex& index) const
{
    return index.isValid() ? m_order[static_cast<std::size_t>(index.row())] : FrameId();
}

QVariant FrameListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Frame& frame = m_document.scene().frames.at(frameAt(index));
    const auto shapes = m_shapes.find(frame.id);
    const int count = shapes == m_shapes.end() ? 0 : shapes->second;
    const auto why = m_unreadable.find(frame.id);
    switch (role) {
    case Qt::DisplayRole:
        return Names::of(m_document.scene(), frame);
    case Qt::ToolTipRole:
        return tr("Frame %1: %2, objects: %3")
                   .arg(Names::of(m_document.scene(), frame), Names::stateOf(m_document.scene(), frame))
                   .arg(count) +
               (why == m_unreadable.end() ? QString() : u'\n' + why->second);
    case RowWarningRole:
        return why == m_unreadable.end() ? QString() : why->second;
    case RowIdRole:
        return frame.id.value;
    case RowIconRole:
        return m_document.scene().verdicts.isRejected(frame.id) ? QStringLiteral("frame-rejected")
               : m_document.scene().isAccepted(frame)           ? QStringLiteral("frame-accepted")
                                                                : iconOf(frame.state);
    case RowDetailRole:
        return count > 0 ? QStringLiteral("%1 · %2").arg(detailOf(m_document.scene(), frame)).arg(count)
                         : detailOf(m_document.scene(), frame);
    default:
        return {};
    }
}

} // namespace lunkuo
