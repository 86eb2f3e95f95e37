#pragma once

#include "model/cloud/TextLayout.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace lunkuo
{

class Sentence;

/// Asks which column of a text cloud is what, over a preview of its first rows. It reads no more than the beginning of
/// the file and remembers nothing itself.
class ColumnsDialog : public QDialog
{
    Q_OBJECT
public:
    /// Starts from what was said of such files before, else from the reader's own guess.
    explicit ColumnsDialog(const QString& cloudPath, QWidget* parent = nullptr);

    /// What files like this one have in common.
    [[nodiscard]] const QString& key() const { return m_key; }
    [[nodiscard]] TextLayout layoutChosen() const;

private:
    void fill();
    void addChoices(const QStringList& chosen);
    void check();
    [[nodiscard]] QString problem() const;
    [[nodiscard]] char separator() const;
    [[nodiscard]] QComboBox* choiceOf(int column) const;

    QString m_path;
    QByteArray m_beginning;
    QString m_key;
    QString m_failure; ///< why the file cannot be read at all
    QList<QStringList> m_rows;
    QComboBox* m_separator;
    QSpinBox* m_skipped;
    QTableWidget* m_table;
    Sentence* m_sentence;
    QPushButton* m_accept;
};

} // namespace lunkuo
