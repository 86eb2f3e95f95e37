#pragma once

#include "model/review/ReviewBoard.h"

#include <QLabel>

namespace lunkuo
{

/// Whether somebody annotates or reviews, and what waits for them; in the status line.
class ModeSign : public QLabel
{
    Q_OBJECT
public:
    explicit ModeSign(const ReviewBoard& board, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const ReviewBoard& m_board;
};

} // namespace lunkuo
