#include "widgets/ObjectListModel.h"

#include "widgets/Names.h"
#include "widgets/RowDelegate.h"

#include <QLocale>

#include <algorithm>

namespace lunkuo
{

namespace
{
QString countWords(std::size_t points)
{
    return QLocale().toString(static_cast<qulonglong>(points));
}
} // namespace

ObjectListModel::ObjectListModel(const ToolContext& context, const SuggestionBoard& suggestions, QObject* parent)
    : QAbstractListModel(parent)
    , m_document(context.document)
    , m_selection(context.selection)
    , m_frames(context.frames)
    , m_board(suggestions)
    , m_shapes(wanted())
    , m_suggestions(suggestions.shown())
{
    connect(&context.document, &Document::changed, this, &ObjectListModel::synchronize);
    connect(&suggestions, &SuggestionBoard::changed, this, &ObjectListModel::synchronizeSuggestions);
    connect(&context.selection, &Selection::frameChanged, this, [this] {
        beginResetModel();
        m_counts.clear();
        m_shapes = wanted();
        m_suggestions = m_board.shown();
        endResetModel();
    });
    connect(&context.selection, &Selection::hiddenChanged, this, &ObjectListModel::refreshTexts);
    connect(&context.frames, &FrameCache::loaded, this, [this](FrameId frame) {
        if (frame != m_selection.frame())
            return;
        m_counts.clear(); // in other data, be it that of several frames at once
        refreshTexts();
    });
}

std::vector<ShapeId> ObjectListModel::wanted() const
{
    const Scene& scene = m_document.scene();
    std::vector<ShapeId> shapes = scene.shapesOf(m_selection.frame());
    const auto number = [&scene](ShapeId id) { return scene.trackOf(scene.shapes.at(id))->number; };
    std::sort(shapes.begin(), shapes.end(),
        [&number](ShapeId a, ShapeId b) { return std::pair(number(a), a) < std::pair(number(b), b); });
    return shapes;
}

void ObjectListModel::synchronize()
{
    const std::vector<ShapeId> now = wanted();
    for (int row = shapeCount() - 1; row >= 0; --row) {
        if (std::find(now.begin(), now.end(), m_shapes[static_cast<std::size_t>(row)]) != now.end())
            continue;
        beginRemoveRows({}, row, row);
        m_shapes.erase(m_shapes.begin() + row);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < now.size(); ++row) {
        if (row < m_shapes.size() && m_shapes[row] == now[row])
            continue;
        if (std::find(m_shapes.begin(), m_shapes.end(), now[row]) != m_shapes.end()) {
            // A number has changed and with it the order: rare enough to start anew.
            beginResetModel();
            m_shapes = now;
            m_suggestions = m_board.shown();
            endResetModel();
            return;
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_shapes.insert(m_shapes.begin() + static_cast<std::ptrdiff_t>(row), now[row]);
        endInsertRows();
    }
    refreshTexts();
}

void ObjectListModel::synchronizeSuggestions()
{
    if (m_suggestions == m_board.shown()) {
        refreshTexts();
        return;
    }
    if (!m_suggestions.empty()) {
        beginRemoveRows({}, shapeCount(), rowCount() - 1);
        m_suggestions.clear();
        endRemoveRows();
    }
    if (!m_board.shown().empty()) {
        beginInsertRows({}, shapeCount(), shapeCount() + static_cast<int>(m_board.shown().size()) - 1);
        m_suggestions = m_board.shown();
        endInsertRows();
    }
}

void ObjectListModel::refreshTexts()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int ObjectListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shapes.size() + m_suggestions.size());
}

QModelIndex ObjectListModel::indexOf(ShapeId shape) const
{
    const auto found = std::find(m_shapes.begin(), m_shapes.end(), shape);
    return found == m_shapes.end() ? QModelIndex() : index(static_cast<int>(found - m_shapes.begin()));
}

ShapeId ObjectListModel::shapeAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() < shapeCount() ? m_shapes[static_cast<std::size_t>(index.row())] : ShapeId();
}

QModelIndex ObjectListModel::indexOfSuggestion(int number) const
{
    const auto found = std::find(m_suggestions.begin(), m_suggestions.end(), number);
    return found == m_suggestions.end() ? QModelIndex()
                                        : index(shapeCount() + static_cast<int>(found - m_suggestions.begin()));
}

int ObjectListModel::suggestionAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() >= shapeCount()
               ? m_suggestions[static_cast<std::size_t>(index.row() - shapeCount())]
               : SuggestionBoard::none;
}

QVariant ObjectListModel::suggestionData(const Suggestion& suggestion, int role) const
{
    const Taxonomy& taxonomy = m_document.scene().taxonomy;
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 suggested").arg(Names::ofClass(taxonomy, suggestion.classId));
    case RowColorRole:
        return Names::colorOf(taxonomy, suggestion.classId);
    case RowTentativeRole:
        return true;
    case RowDetailRole:
        return QStringLiteral("%1 %").arg(qRound(100.0 * suggestion.confidence));
    case RowShorterDetailsRole: // it stays as it is
        return QStringList(suggestionData(suggestion, RowDetailRole).toString());
    case Qt::ToolTipRole:
        return tr("Not annotated yet: a click shows it, Enter or a double click accepts it, Delete dismisses it");
    default:
        return {};
    }
}

QStringList ObjectListModel::missingOf(const Shape& shape) const
{
    const Taxonomy& taxonomy = m_document.scene().taxonomy;
    QStringList names;
    for (const QString& id : m_document.scene().unanswered(shape))
        names << Names::of(taxonomy.attribute(id)->name);
    return names;
}

/// In single frames everything is a key frame, which need not be said.
bool ObjectListModel::isInOtherFrames(const Shape& shape) const
{
    return m_document.scene().shapes.ofTrack(shape.track).size() > 1;
}

std::optional<std::size_t> ObjectListModel::pointsIn(const Shape& shape) const
{
    const LoadedFramePtr frame = m_frames.loadedFrame(shape.frame);
    if (!frame)
        return std::nullopt;
    const auto known = m_counts.find(shape.id);
    if (known != m_counts.end() && known->second.cuboid == shape.cuboid)
        return known->second.points;
    const std::size_t points = frame->index->count(shape.cuboid);
    m_counts[shape.id] = {shape.cuboid, points};
    return points;
}

QStringList ObjectListModel::shorterDetailsOf(const Shape& shape) const
{
    const auto points = pointsIn(shape);
    return points ? QStringList{tr("%1 pts").arg(countWords(*points)), countWords(*points)} : QStringList();
}

QString ObjectListModel::detailOf(const Shape& shape) const
{
    QString detail;
    if (const auto points = pointsIn(shape))
        detail = tr("%1 pts").arg(countWords(*points));
    if (shape.origin == ShapeOrigin::Completed)
        detail += QStringLiteral("  ") +
                  (shape.isByHand() ? tr("by hand") : QStringLiteral("%1 %").arg(qRound(100.0 * shape.confidence)));
    return detail;
}

QVariant ObjectListModel::data(const QModelIndex& index, int role) const
{
    if (const int number = suggestionAt(index); number != SuggestionBoard::none) {
        const std::vector<int>& shown = m_board.shown();
        const bool isThere = std::find(shown.begin(), shown.end(), number) != shown.end();
        return isThere ? suggestionData(m_board.suggestion(number), role) : QVariant();
    }
    const Scene& scene = m_document.scene();
    const auto found = scene.shapes.find(shapeAt(index));
    // Between an edit and its rows being taken out, a view may still ask.
    if (found == scene.shapes.end() || !scene.trackOf(found->second))
        return {};
    const Shape& shape = found->second;
    switch (role) {
    case Qt::DisplayRole:
        return Names::of(scene, shape);
    case RowIdRole:
        return shape.id.value;
    case RowColorRole:
        return Names::colorOf(scene.taxonomy, scene.trackOf(shape)->classId);
    case RowDetailRole:
        return detailOf(shape);
    case RowShorterDetailsRole:
        return shorterDetailsOf(shape);
    case RowMarkRole:
        return !m_selection.isShown(shape.track) ? QStringLiteral("hide")
               : shape.locked                    ? QStringLiteral("lock")
                                                 : QString();
    case RowVerdictRole: {
        const Verdict* verdict = scene.verdicts.of(shape.track, shape.frame);
        return verdict ? QVariant(int(verdict->state)) : QVariant();
    }
    case RowDerivationRole:
        return isInOtherFrames(shape) ? Names::iconOf(shape.derivation) : QString();
    case RowTentativeRole:
        return !m_selection.isShown(shape.track);
    case RowWarningRole: {
        const QStringList missing = missingOf(shape);
        return missing.isEmpty() ? QString() : tr("Not answered yet: %1").arg(missing.join(QStringLiteral(", ")));
    }
    case Qt::ToolTipRole: {
        const QStringList missing = missingOf(shape);
        QString what = QStringLiteral("%1, %2").arg(Names::of(scene, shape), Names::of(shape.origin));
        if (const QString detail = detailOf(shape); !detail.isEmpty())
            what += QLatin1Char('\n') + detail;
        if (isInOtherFrames(shape))
            what += QLatin1Char('\n') + Names::of(shape.derivation);
        if (const Verdict* verdict = scene.verdicts.of(shape.track, shape.frame))
            what += QLatin1Char('\n') + Names::of(*verdict);
        return missing.isEmpty()
                   ? what
                   : what + QLatin1Char('\n') + tr("Not answered yet: %1").arg(missing.join(QStringLiteral(", ")));
    }
    default:
        return {};
    }
}

} // namespace lunkuo
