#pragma once

#include "widgets/Preferences.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace lunkuo
{

/// Language, looks, memory, who draws the points, and the annotator's name. What is chosen takes effect at once.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(const Preferences& preferences, QWidget* parent = nullptr);

    [[nodiscard]] Preferences preferences() const;

signals:
    void changed(const lunkuo::Preferences& preferences);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(const Preferences& preferences);
    void retranslate();

    QLabel* m_languageLabel;
    QComboBox* m_language;
    QLabel* m_themeLabel;
    QComboBox* m_theme;
    QLabel* m_textLabel;
    QComboBox* m_text;
    QLabel* m_memoryLabel;
    QSpinBox* m_memory;
    QLabel* m_memoryHint;
    QLabel* m_drawingLabel;
    QComboBox* m_drawing;
    QLabel* m_drawingHint;
    QLabel* m_annotatorLabel;
    QLineEdit* m_annotator;
    QLabel* m_annotatorHint;
};

} // namespace lunkuo
