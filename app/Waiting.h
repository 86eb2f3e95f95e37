#pragma once

#include "model/base/Task.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace lunkuo
{

/// Somebody waits for work that another thread does, with the window alive: for a moment the pointer says so, then a
/// dialog that shows how far the work is and can call it off. Nothing else can be done meanwhile.
class Waiting
{
public:
    Waiting(const QString& title, const QString& text, QWidget* parent);

    /// For the work: what it tells is shown, and it is cancelled when it is called off.
    [[nodiscard]] const Progress& progress() const { return m_progress; }
    /// With it goes what the end of the work would have called.
    [[nodiscard]] QObject* context() { return &m_dialog; }
    /// The work has ended.
    void end();
    /// Returns when the work has ended, or at once when it is called off: then false.
    bool exec();

private:
    /// Written by the thread of the work, read by this one.
    struct Mark
    {
        std::atomic<int> done = 0;
        std::atomic<int> total = 0; ///< 0: unknown
    };

    std::shared_ptr<Mark> m_mark = std::make_shared<Mark>();
    Progress m_progress;
    QProgressDialog m_dialog;
    QTimer m_look;
    QEventLoop m_loop;
    bool m_hasEnded = false;
};

/// What `work(progress) -> Result` comes to; nothing when it was called off.
template <class Work>
auto waitFor(const QString& title, const QString& text, QWidget* parent, Work work)
{
    using R = std::invoke_result_t<Work, const Progress&>;
    Waiting waiting(title, text, parent);
    std::optional<R> outcome;
    runTask(
        waiting.context(),
        [work = std::move(work), progress = waiting.progress()](const Progress&) { return work(progress); },
        [&](R result) {
            outcome = std::move(result);
            waiting.end();
        });
    if (!waiting.exec())
        outcome.reset();
    return outcome;
}

} // namespace lunkuo
