#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

namespace lunkuo
{

/// Runs `work(progress) -> R` on a pool thread and calls `done(R)` in `context`'s thread, unless `context` died or the
/// returned progress was cancelled before the work ended. `report` is called in `context`'s thread.
template <class Work, class Done>
Progress runTask(QObject* context, Work work, Done done, Progress::Report report = {})
{
    using R = std::invoke_result_t<Work, const Progress&>;
    Progress::Report forward;
    if (report)
        forward = [context = QPointer<QObject>(context), report = std::move(report)](int at, int total) {
            if (context)
                QMetaObject::invokeMethod(context.data(), [report, at, total] { report(at, total); }, Qt::QueuedConnection);
        };
    Progress progress(std::move(forward));
    auto* watcher = new QFutureWatcher<std::shared_ptr<R>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, progress, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (!progress.isCancelled())
            done(std::move(*watcher->result()));
    });
    watcher->setFuture(QtConcurrent::run(
        [work = std::move(work), progress]() mutable { return std::make_shared<R>(work(progress)); }));
    return progress;
}

} // namespace lunkuo
