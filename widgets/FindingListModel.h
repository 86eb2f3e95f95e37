#pragma once

#include "model/review/FindingBoard.h"

#include <QAbstractListModel>

namespace lunkuo
{

/// The findings that a board shows: how bad, about what, in which frame, by which check.
class FindingListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    FindingListModel(const FindingBoard& board, const Document& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// The line icon that stands for how bad it is.
    static QString iconOf(Severity severity);

private:
    void take();
    [[nodiscard]] QString nameOf(const Finding& finding) const;

    const FindingBoard& m_board;
    const Document& m_document;
    Findings m_findings; ///< as the views know them
};

} // namespace lunkuo
