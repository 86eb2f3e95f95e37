#include "widgets/ToDoModel.h"

#include "model/review/VerdictNames.h"
#include "widgets/Names.h"
#include "widgets/RowDelegate.h"

#include <algorithm>

namespace lunkuo
{

ToDoModel::ToDoModel(const Document& document, const ReviewBoard& board, QObject* parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_board(board)
    , m_rows(board.toDo())
{
    connect(&document, &Document::changed, this, [this](const Edit& edit) {
        const bool isTouched = std::any_of(edit.changes.begin(), edit.changes.end(), [](const Change& change) {
            return std::holds_alternative<ValueChange<Verdict>>(change) ||
                   std::holds_alternative<ValueChange<Track>>(change);
        });
        if (isTouched)
            refresh();
    });
    connect(&board, &ReviewBoard::modeChanged, this, &ToDoModel::refresh);
}

void ToDoModel::refresh()
{
    std::vector<VerdictId> now = m_board.toDo();
    if (now == m_rows) {
        if (!m_rows.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(now);
    endResetModel();
}

int ToDoModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

VerdictId ToDoModel::at(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())] : VerdictId();
}

QModelIndex ToDoModel::indexOf(VerdictId verdict) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), verdict);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

QVariant ToDoModel::data(const QModelIndex& index, int role) const
{
    const Scene& scene = m_document.scene();
    const auto found = scene.verdicts.find(at(index));
    // Between an edit and its rows being taken out, a view may still ask.
    if (found == scene.verdicts.end())
        return {};
    const Verdict& verdict = found->second;
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(scene, subjectOf(verdict));
    case RowIconRole:
        return verdict.state == VerdictState::Rejected ? QStringLiteral("verdict-rejected")
                                                       : QStringLiteral("verdict-answered");
    case RowTentativeRole:
        return !m_board.waits(verdict);
    case RowDetailRole:
        return verdict.isOfShape() ? QStringLiteral("%1 · %2").arg(
                                         VerdictNames::of(verdict.reason), scene.frames.at(verdict.frame).name)
                                   : VerdictNames::of(verdict.reason);
    case Qt::ToolTipRole:
        return QStringLiteral("%1, %2\n%3")
            .arg(nameOf(scene, subjectOf(verdict)), scene.frames.at(verdict.frame).name, Names::of(verdict));
    default:
        return {};
    }
}

} // namespace lunkuo
