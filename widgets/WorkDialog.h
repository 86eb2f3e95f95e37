#pragma once

#include "model/base/Task.h"
#include "widgets/Style.h"

#include <QDialog>
#include <QTimer>
#include <functional>

class QFormLayout;
class QProgressBar;
class QPushButton;

namespace lunkuo
{

class Sentence;

/// A dialog that asks, works in the background with progress and a way out, and says what came of it.
class WorkDialog : public QDialog
{
    Q_OBJECT
public:
    explicit WorkDialog(QWidget* parent);
    ~WorkDialog() override;

    /// The work is under way.
    [[nodiscard]] bool isWorking() const { return m_isWorking; }
    /// Stops the work; closes when there is none.
    void reject() override;

protected:
    /// Rows of questions go above the progress.
    [[nodiscard]] QFormLayout* form() const { return m_form; }
    [[nodiscard]] QPushButton* startButton() const { return m_start; }
    /// A button at the left of the others, hidden at first.
    [[nodiscard]] QPushButton* addButton(const QString& text);
    /// Something stands in the way of starting: said in place, the button waits. Empty: nothing does.
    void setProblem(const QString& sentence, bool isHint = false);

    /// Starts the work by calling run() once.
    virtual void start() = 0;
    /// Does some other work, which calls run() once, with the same bar and the same way out.
    void startWith(const std::function<void()>& work);
    /// Calls `work(progress)` off the UI thread and `done(result)` in it; also where the person asked to stop, because
    /// the work may have been through already.
    template <class Work, class Done>
    void run(Work work, Done done)
    {
        runTask(
            this, [work = std::move(work), progress = m_progress](const Progress&) { return work(progress); },
            std::move(done));
    }
    /// The person asked to stop.
    [[nodiscard]] bool isStopping() const { return m_progress.isCancelled(); }
    /// What came of the work; the questions are open again.
    void finish(const QString& sentence, Tone tone, const QStringList& remarks = {});
    /// With nothing left to start, the start button is gone and Enter closes.
    void setDone(bool done);

private:
    /// How far the work is: written by its thread, read by this one.
    struct Mark
    {
        std::atomic<int> done = 0;
        std::atomic<int> total = 0;
    };

    void begin();
    void showMark();
    void enableQuestions(bool enabled);

    QFormLayout* m_form;
    Sentence* m_sentence;
    QProgressBar* m_bar;
    QPushButton* m_start;
    QPushButton* m_close;
    std::shared_ptr<Mark> m_mark;
    Progress m_progress;
    QTimer m_look;
    bool m_isWorking = false;
};

} // namespace lunkuo
