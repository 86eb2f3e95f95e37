#pragma once

#include "model/sequence/MergedView.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QSpinBox;

namespace lunkuo
{

/// Asks which frames are to be shown at once, the current one among them.
class MergeDialog : public QDialog
{
    Q_OBJECT
public:
    /// `frames`: how many there are; `here`: the place of the current one, from 0.
    MergeDialog(int frames, int here, QWidget* parent = nullptr);

    [[nodiscard]] MergedView::Range range() const;

    /// So many frames before and after the current one are offered at first.
    static constexpr int usualReach = 25;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_explanation;
    QLabel* m_firstLabel;
    QLabel* m_lastLabel;
    QSpinBox* m_first;
    QSpinBox* m_last;
    QCheckBox* m_withoutMoving;
    QLabel* m_note;
    QDialogButtonBox* m_buttons;
};

} // namespace lunkuo
