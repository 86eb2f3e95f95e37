#pragma once

#include "model/sequence/Propagation.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace lunkuo
{

/// In the status line while objects are carried through frames: how far that is, and a button that stops it. Short work
/// does not show it.
class CarryProgress : public QWidget
{
    Q_OBJECT
public:
    explicit CarryProgress(Propagation& propagation, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(int done, int total);
    void retranslate();

    Propagation& m_propagation;
    QLabel* m_label;
    QProgressBar* m_bar;
    QToolButton* m_stop;
};

} // namespace lunkuo
