#include "widgets/HistoryModel.h"

#include "model/document/EditText.h"
#include "model/review/CheckWords.h"
#include "model/review/Restore.h"
#include "model/review/VerdictNames.h"
#include "widgets/Names.h"
#include "widgets/RowDelegate.h"

#include <QLocale>

#include <set>

namespace lunkuo
{

namespace
{
constexpr qint64 longestTold = 300'000; ///< characters
}

HistoryModel::HistoryModel(const ProjectStore& store, const Document& document, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_document(document)
{
    restart();
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

void HistoryModel::takeNew()
{
    const auto lines = m_store.readHistoryPage(0, page, m_track);
    if (!lines)
        return;
    const qint64 latest = m_lines.empty() ? 0 : m_lines.front().id;
    const auto known =
        std::find_if(lines->begin(), lines->end(), [latest](const auto& line) { return line.id <= latest; });
    if (known == lines->end()) {
        if (!lines->empty())
            restart();
        return;
    }
    const auto count = static_cast<int>(known - lines->begin());
    if (count == 0)
        return;
    m_subjects.clear(); // classes and numbers may be others now
    beginInsertRows({}, 0, count - 1);
    m_lines.insert(m_lines.begin(), lines->begin(), known);
    endInsertRows();
}

void HistoryModel::refreshTexts()
{
    m_subjects.clear();
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

namespace
{
/// Those in which something is another now.
std::set<FrameId> framesOf(const Edit& edit)
{
    std::set<FrameId> frames;
    const auto note = [&frames](const auto& value) {
        if (value)
            frames.insert(value->frame);
    };
    for (const Change& change : edit.changes)
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            note(shape->before);
            note(shape->after);
        } else if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change)) {
            note(verdict->before);
            note(verdict->after);
        } else if (const auto* frame = std::get_if<ValueChange<Frame>>(&change)) {
            frames.insert((frame->after ? frame->after : frame->before)->id);
        }
    return frames;
}

/// As it is now; where it is gone, as it was.
const Track* trackIn(const Scene& scene, const Edit& edit, TrackId id)
{
    if (const auto found = scene.tracks.find(id); found != scene.tracks.end())
        return &found->second;
    for (const Change& change : edit.changes)
        if (const auto* track = std::get_if<ValueChange<Track>>(&change))
            for (const auto* value : {&track->before, &track->after})
                if (*value && (*value)->id == id)
                    return &**value;
    return nullptr;
}
} // namespace

/// "Car 40 · 000010"
QString HistoryModel::tellSubject(const Edit& edit) const
{
    const Scene& scene = m_document.scene();
    const std::vector<TrackId> objects = objectsOf(edit);
    const std::set<FrameId> frames = framesOf(edit);
    QStringList words;
    const Track* track = objects.size() == 1 ? trackIn(scene, edit, objects.front()) : nullptr;
    if (track)
        words << QStringLiteral("%1 %2").arg(Names::ofClass(scene.taxonomy, track->classId)).arg(track->number);
    else if (!objects.empty())
        words << tr("Objects: %1").arg(objects.size());
    if (frames.size() > 1)
        words << tr("Frames: %1").arg(frames.size());
    else if (!frames.empty())
        if (const auto frame = scene.frames.find(*frames.begin()); frame != scene.frames.end())
            words << Names::of(scene, frame->second);
    for (const Change& change : edit.changes)
        if (const auto* setting = std::get_if<ValueChange<CheckSetting>>(&change))
            words << saidChange(*setting);
    return words.join(QStringLiteral(" · "));
}

const QString& HistoryModel::subjectOf(const ProjectStore::HistoryLine& line) const
{
    const auto known = m_subjects.find(line.id);
    if (known != m_subjects.end())
        return known->second;
    // Of an edit of very many things the line itself says how many; to read them would keep the panel waiting.
    const auto row = m_store.readHistoryRow(line.id, longestTold);
    return m_subjects.emplace(line.id, row ? tellSubject(row->edit) : QString()).first->second;
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
    case RowBelowRole: {
        const QDateTime now = QDateTime::currentDateTime();
        const QString when = line->when.date() == now.date()
                                 ? QLocale().toString(line->when.time(), QLocale::ShortFormat)
                                 : QLocale().toString(line->when, QLocale::ShortFormat);
        QStringList words{subjectOf(*line), when, VerdictNames::person(line->who)};
        words.removeAll(QString());
        return words.join(QStringLiteral(" · "));
    }
    case Qt::ToolTipRole: {
        QStringList words{textOf(*line), subjectOf(*line),
            QStringLiteral("%1, %2").arg(
                VerdictNames::person(line->who), QLocale().toString(line->when, QLocale::LongFormat))};
        words.removeAll(QString());
        return words.join(u'\n');
    }
    default:
        return {};
    }
}

} // namespace lunkuo
