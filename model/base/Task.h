#pragma once

#include "model/base/Caught.h"
#include "model/base/Progress.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

namespace lunkuo
{

/// Whether a person waits for a piece of work, will want it at the next step, or it is done in case of need and must
/// slow down nothing else.
enum class Urgency { WaitedFor, Ahead, Background };

QThreadPool& poolOf(Urgency urgency);
/// For good: to be called by threads of that pool only.
void giveWay(Urgency urgency);

/// Runs `work(progress) -> Result` on a pool thread and calls `done(result)` in `context`'s thread, unless `context`
/// died or the returned progress was cancelled before the work ended. What the work throws comes back as its error.
template <class Work, class Done>
Progress runTask(QObject* context, Work work, Done done, Urgency urgency = Urgency::WaitedFor)
{
    using R = std::invoke_result_t<Work, const Progress&>;
    const Progress progress;
    auto* watcher = new QFutureWatcher<std::shared_ptr<R>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, progress, done = std::move(done)]() mutable {
            watcher->deleteLater();
            if (!progress.isCancelled())
                done(std::move(*watcher->result()));
        });
    auto run = [work = std::move(work), progress, urgency]() mutable -> std::shared_ptr<R> {
        giveWay(urgency);
        try {
            return std::make_shared<R>(work(progress));
        } catch (...) {
            return std::make_shared<R>(tl::unexpected(caughtError()));
        }
    };
    watcher->setFuture(QtConcurrent::run(&poolOf(urgency), std::move(run)));
    return progress;
}

} // namespace lunkuo
