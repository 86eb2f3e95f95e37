#pragma once

#include "model/review/ReviewBoard.h"

#include <QAbstractListModel>

namespace lunkuo
{

/// What is rejected or answered, in the order in which it waits for the one who is at work.
class ToDoModel : public QAbstractListModel
{
    Q_OBJECT
public:
    ToDoModel(const Document& document, const ReviewBoard& board, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] VerdictId at(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(VerdictId verdict) const;
    void refresh();

private:
    const Document& m_document;
    const ReviewBoard& m_board;
    std::vector<VerdictId> m_rows;
};

} // namespace lunkuo
