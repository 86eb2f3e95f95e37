#pragma once

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace lunkuo
{

/// Why a finding is none: one of the usual reasons, or words of one's own.
class WaiveDialog : public QDialog
{
    Q_OBJECT
public:
    /// `latest`: the reason that was last given, to be given again with one key; empty: none.
    WaiveDialog(const QString& sentence, const QString& latest, QWidget* parent = nullptr);

    [[nodiscard]] QString reason() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_sentence;
    QLabel* m_label;
    QComboBox* m_reason;
    QDialogButtonBox* m_buttons;
    QString m_latest;
};

} // namespace lunkuo
