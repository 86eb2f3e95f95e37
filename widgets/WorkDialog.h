#pragma once

#include "model/base/Progress.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace lunkuo
{

/// A dialog that asks, works in the background with progress and a way out, and says what came of it.
class WorkDialog : public QDialog
{
    Q_OBJECT
public:
    explicit WorkDialog(QWidget* parent);
    ~WorkDialog() override;

    /// The work is under way.
    [[nodiscard]] bool isWorking() const { return m_isWorking; }
    void reject() override;

protected:
    /// Rows of questions go above the progress.
    [[nodiscard]] QFormLayout* form() const { return m_form; }
    [[nodiscard]] QPushButton* startButton() const { return m_start; }
    /// Something stands in the way of starting: said in place, the button waits. Empty: nothing does.
    void setProblem(const QString& sentence);
    /// What came of the work.
    void finish(const QString& sentence, bool good);
    /// Starts the work and answers its progress.
    virtual Progress start() = 0;
    [[nodiscard]] Progress::Report progressReport();

private:
    void toggleWork();

    QFormLayout* m_form;
    QLabel* m_sentence;
    QProgressBar* m_bar;
    QPushButton* m_start;
    QPushButton* m_close;
    Progress m_progress;
    bool m_isWorking = false;
};

} // namespace lunkuo
