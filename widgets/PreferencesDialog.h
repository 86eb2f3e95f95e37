#pragma once

#include "widgets/Preferences.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QSpinBox;

namespace lunkuo
{

/// Language, theme and memory. What is chosen takes effect at once.
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
    void retranslate();

    QComboBox* m_language;
    QComboBox* m_theme;
    QSpinBox* m_memory;
    QLabel* m_languageLabel;
    QLabel* m_themeLabel;
    QLabel* m_memoryLabel;
};

} // namespace lunkuo
