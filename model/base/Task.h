#pragma once

#include "model/base/Caught.h"
#include "model/base/Progress.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

namespace lunkuo
{

/// Runs `work(progress) -> Result` on a pool thread and calls `done(result)` in `context`'s thread, unless `context`
/// died or the returned progress was cancelled before the work ended. What the work throws comes back as its error.
template <class Work, class Done>
Progress runTask(QObject* context, Work work, Done done)
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
    watcher->setFuture(QtConcurrent::run([work = std::move(work), progress]() mutable -> std::shared_ptr<R> {
        try {
            return std::make_shared<R>(work(progress));
        } catch (...) {
            return std::make_shared<R>(tl::unexpected(caughtError()));
        }
    }));
    return progress;
}

} // namespace lunkuo
