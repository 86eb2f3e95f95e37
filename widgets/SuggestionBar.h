#pragma once

#include "model/tools/SuggestionBoard.h"

#include <QWidget>

class QSlider;

namespace lunkuo
{

class SteadyLabel;

/// How many objects are suggested in the frame, and from which confidence on.
class SuggestionBar : public QWidget
{
    Q_OBJECT
public:
    explicit SuggestionBar(SuggestionBoard& board, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString state() const;

    SuggestionBoard& m_board;
    SteadyLabel* m_count;
    QSlider* m_threshold;
    SteadyLabel* m_percent;
};

} // namespace lunkuo
