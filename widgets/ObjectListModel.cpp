#include "widgets/ObjectListModel.h"

#include "widgets/Names.h"
#include "widgets/RowDelegate.h"

#include <QLocale>

#include <algorithm>

namespace lunkuo
{

ObjectListModel::ObjectListModel(
    const Document& document, const Selection& selection, const FrameCache& frames, QObject* parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_selection(selection)
    , m_frames(frames)
    , m_shapes(wanted())
{
    connect(&document, &Document::changed, this, &ObjectListModel::synchronize);
    connect(&selection, &Selection::frameChanged, this, [this] {
        beginResetModel();
        m_counts.clear();
        m_shapes = wanted();
        endResetModel();
    });
    connect(&frames, &FrameCache::loaded, this, [this](FrameId frame) {
        if (frame == m_selection.frame())
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
    for (int row = rowCount() - 1; row >= 0; --row) {
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
            endResetModel();
            return;
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_shapes.insert(m_shapes.begin() + static_cast<std::ptrdiff_t>(row), now[row]);
        endInsertRows();
    }
    refreshTexts();
}

void ObjectListModel::refreshTexts()
{
    if (!m_shapes.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int ObjectListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shapes.size());
}

QModelIndex ObjectListModel::indexOf(ShapeId shape) const
{
    const auto found = std::find(m_shapes.begin(), m_shapes.end(), shape);
    return found == m_shapes.end() ? QModelIndex() : index(static_cast<int>(found - m_shapes.begin()));
}

ShapeId ObjectListModel::shapeAt(const QModelIndex& index) const
{
    return index.isValid() ? m_shapes[static_cast<std::size_t>(index.row())] : ShapeId();
}

QStringList ObjectListModel::missingOf(const Shape& shape) const
{
    const Taxonomy& taxonomy = m_document.scene().taxonomy;
    const Track& track = *m_document.scene().trackOf(shape);
    QStringList names;
    for (const QString& id : taxonomy.missing(track.classId, track.attributes, shape.attributes))
        names << Names::of(taxonomy.attribute(id)->name);
    return names;
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

QString ObjectListModel::detailOf(const Shape& shape) const
{
    QString detail;
    if (const auto points = pointsIn(shape))
        detail = tr("%1 pts").arg(QLocale().toString(static_cast<qulonglong>(*points)));
    if (shape.origin == ShapeOrigin::Completed)
        detail += QStringLiteral("  %1 %").arg(qRound(100.0 * shape.confidence));
    return detail;
}

QVariant ObjectListModel::data(const QModelIndex& index, int role) const
{
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
    case RowWarningRole: {
        const QStringList missing = missingOf(shape);
        return missing.isEmpty() ? QString() : tr("Not answered yet: %1").arg(missing.join(QStringLiteral(", ")));
    }
    case Qt::ToolTipRole: {
        const QStringList missing = missingOf(shape);
        const QString what = QStringLiteral("%1, %2").arg(Names::of(scene, shape), Names::of(shape.origin));
        return missing.isEmpty()
                   ? what
                   : what + QLatin1Char('\n') + tr("Not answered yet: %1").arg(missing.join(QStringLiteral(", ")));
    }
    default:
        return {};
    }
}

} // namespace lunkuo
