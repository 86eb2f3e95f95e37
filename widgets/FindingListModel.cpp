#include "widgets/FindingListModel.h"

#include "model/review/Checks.h"
#include "model/tools/ShapeActions.h"
#include "widgets/RowDelegate.h"

namespace lunkuo
{

FindingListModel::FindingListModel(const FindingBoard& board, const Document& document, QObject* parent)
    : QAbstractListModel(parent)
    , m_board(board)
    , m_document(document)
    , m_findings(board.shown())
{
    connect(&board, &FindingBoard::changed, this, &FindingListModel::take);
}

/// Lists are long, and mostly the same as before but for a few.
void FindingListModel::take()
{
    const Findings& wanted = m_board.shown();
    if (wanted == m_findings)
        return;
    const std::size_t shorter = std::min(wanted.size(), m_findings.size());
    std::size_t same = 0;
    while (same < shorter && wanted[same] == m_findings[same])
        ++same;
    std::size_t sameBehind = 0;
    while (sameBehind < shorter - same &&
           wanted[wanted.size() - 1 - sameBehind] == m_findings[m_findings.size() - 1 - sameBehind])
        ++sameBehind;
    const auto gone = static_cast<int>(m_findings.size() - same - sameBehind);
    const auto come = static_cast<int>(wanted.size() - same - sameBehind);
    const auto first = static_cast<std::ptrdiff_t>(same);
    if (gone > 0) {
        beginRemoveRows({}, static_cast<int>(same), static_cast<int>(same) + gone - 1);
        m_findings.erase(m_findings.begin() + first, m_findings.begin() + first + gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, static_cast<int>(same), static_cast<int>(same) + come - 1);
        m_findings.insert(m_findings.begin() + first, wanted.begin() + first, wanted.begin() + first + come);
        endInsertRows();
    }
}

int FindingListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QString FindingListModel::iconOf(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return QStringLiteral("finding-hint");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("finding-error");
}

/// "Car 3"; the frame where no object is meant.
QString FindingListModel::nameOf(const Finding& finding) const
{
    const Scene& scene = m_document.scene();
    if (finding.track)
        if (const auto track = scene.tracks.find(*finding.track); track != scene.tracks.end())
            return lunkuo::nameOf(scene, track->second);
    return titleOf(finding.check);
}

QVariant FindingListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Finding& finding = m_findings.at(static_cast<std::size_t>(index.row()));
    const auto& frames = m_document.scene().frames;
    const auto frame = finding.frame ? frames.find(*finding.frame) : frames.end();
    const QString where = frame == frames.end() ? QString() : QString::number(frame->second.index + 1);
    switch (role) {
    case Qt::DisplayRole:
        return where.isEmpty() ? nameOf(finding) : QStringLiteral("%1 · %2").arg(where, nameOf(finding));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return frame == frames.end() ? finding.sentence
                                     : QStringLiteral("%1 · %2").arg(frame->second.name, finding.sentence);
    case RowIconRole:
        return iconOf(finding.severity);
    case RowDetailRole:
        return finding.track ? titleOf(finding.check) : QString();
    default:
        return {};
    }
}

} // namespace lunkuo
