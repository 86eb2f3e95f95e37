#pragma once

#include <QFontMetrics>
#include <QStyledItemDelegate>

namespace lunkuo
{

/// What list models give besides the standard roles.
enum RowRole : int {
    RowIdRole = Qt::UserRole + 1, ///< number of the frame or shape
    RowDetailRole,                ///< dim text at the right
    RowWarningRole,               ///< one sentence when something is missing: shown as a sign before the detail
    RowColorRole,                 ///< a dot instead of an icon
    RowTentativeRole,             ///< the dot is a ring and the name is dim: it is not certain yet
    RowIconRole,                  ///< name of a line icon
    RowMarkRole,                  ///< name of a line icon that says what is special about it
    RowDerivationRole,            ///< name of a line icon that says who has put it where it is
    RowBelowRole,                 ///< dim text on a second line of its own
    RowShorterDetailsRole,        ///< the detail in fewer words where there is little room, the shortest last
    RowVerdictRole,               ///< int of a VerdictState: what a reviewer has said of it
};

/// The detail of a line in as many words as there is room for. Of those that can be told more shortly the shortest is
/// told in any case: half a number would be another one.
QString detailThatFits(const QModelIndex& index, const QFontMetrics& metrics, int room_px);

/// Draws one line of a list: sign, name, warning sign, dim detail at the right; below it a second one where there is
/// something to say.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lunkuo
