#include "widgets/HistoryModel.h"

#include "model/document/EditText.h"
#include "widgets/RowDelegate.h"

#include <QLocale>

namespace lunkuo
{

HistoryModel::HistoryModel(const ProjectStore& store, const Document& document, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    restart();
    connect(&document, &Document::changed, this, &HistoryModel::takeNew);
}

void HistoryModel::setTrack(TrackId track)
{
    if (track == m_track)
        return;
    m_track = track;
    restart();
}

void HistoryModel::restart()
{
    beginResetModel();
    m_lines.clear();
    m_isAtEnd = false;
    endResetModel();
    fetchMore({});
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_isAtEnd;
}

void HistoryModel::fetchMore(const QModelIndex&)
{
    auto lines = m_store.readHistoryPage(m_lines.empty() ? 0 : m_lines.back().id, page, m_track);
    m_isAtEnd = !lines || lines->size() < std::size_t(page);
    if (!lines)
        emit failed(lines.error().sentence);
    if (!lines || lines->empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines->size()) - 1);
    m_lines.insert(m_lines.end(), lines->begin(), lines->end());
    endInsertRows();
}

/// What has been written since; in nearly all cases one line.
void HistoryModel::takeNew()
{
    const auto lines = m_store.readHistoryPage(0, page, m_track);
    if (!lines)
        return;
    const qint64 latest = m_lines.empty() ? 0 : m_lines.front().id;
    const auto known =
        std::find_if(lines->begin(), lines->end(), [latest](const auto& line) { return line.id <= latest; });
    if (known == lines->end() && !m_lines.empty()) {
        restart();
        return;
    }
    const auto count = static_cast<int>(known - lines->begin());
    if (count == 0)
        return;
    beginInsertRows({}, 0, count - 1);
    m_lines.insert(m_lines.begin(), lines->begin(), known);
    endInsertRows();
}

void HistoryModel::refreshTexts()
{
    if (!m_lines.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

std::optional<ProjectStore::HistoryLine> HistoryModel::lineAt(const QModelIndex& index) const
{
    return index.isValid() ? std::optional(m_lines[static_cast<std::size_t>(index.row())]) : std::nullopt;
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QString HistoryModel::textOf(const ProjectStore::HistoryLine& line) const
{
    switch (line.kind) {
    case EditLog::Kind::Undo:
        return tr("Undone: %1").arg(shownText(line.text));
    case EditLog::Kind::Redo:
        return tr("Redone: %1").arg(shownText(line.text));
    case EditLog::Kind::Do:
        break;
    }
    return shownText(line.text);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    const auto line = lineAt(index);
    if (!line)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*line);
    case RowIconRole:
        return line->kind == EditLog::Kind::Undo   ? QStringLiteral("undo")
               : line->kind == EditLog::Kind::Redo ? QStringLiteral("redo")
                                                   : QStringLiteral("history");
    case RowDetailRole:
        return QStringLiteral("%1 · %2").arg(line->who, QLocale().toString(line->when, QLocale::ShortFormat));
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2, %3").arg(textOf(*line), line->who, QLocale().toString(line->when, QLocale::LongFormat));
    default:
        return {};
    }
}

} // namespace lunkuo
