#pragma once

#include "model/formats/ExportSelection.h"
#include "model/formats/Splits.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace lunkuo
{

class NumberBox;

/// Asks which frames and boxes go into a dataset.
class SelectionPage : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionPage(const Scene& scene, QWidget* parent = nullptr);

    /// Without the mapping of classes, which is asked elsewhere.
    [[nodiscard]] ExportSelection selection() const;
    void setSelection(const ExportSelection& selection);

signals:
    void changed();

private:
    QCheckBox* m_finished;
    QComboBox* m_gate;
    QSpinBox* m_first;
    QSpinBox* m_last;
    QSpinBox* m_points;
    NumberBox* m_range;
};

/// Asks what is for training, validation and test.
class SplitPage : public QWidget
{
    Q_OBJECT
public:
    explicit SplitPage(const Scene& scene, QWidget* parent = nullptr);

    /// Nothing: the last sequence is held out.
    [[nodiscard]] std::optional<SplitRecipe> recipe() const;
    void setRecipe(const std::optional<SplitRecipe>& recipe);
    /// Whether the chosen format can say it.
    void setHeld(bool held);

signals:
    void changed();

private:
    void follow();

    bool m_hasOneSequence;
    bool m_isHeld = true;
    QComboBox* m_rule;
    std::array<QSpinBox*, 3> m_shares{};
    QSpinBox* m_seed;
    QCheckBox* m_cut;
    QLabel* m_note;
};

} // namespace lunkuo
