#pragma once

#include "model/base/Progress.h"
#include "model/document/FrameCache.h"
#include "model/tools/BatchActions.h"

#include <QObject>

namespace lunkuo
{

/// Fits one object to the points of many frames off the UI thread, a frame at a time, and brings all that has come of
/// it as one edit. Key frames stay key frames, since a person asked for it; others count as carried over and fitted. A
/// track with one size keeps it. Shapes that have changed meanwhile are left as they are.
class BatchFit : public QObject
{
    Q_OBJECT
public:
    BatchFit(Document& document, const FrameCache& frames, QObject* parent = nullptr);
    ~BatchFit() override;

    /// A newer one supersedes one that is under way.
    void start(const ShapeIds& shapes);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_task.has_value(); }
    [[nodiscard]] std::pair<int, int> progress() const { return {m_done, static_cast<int>(m_jobs.size())}; }

signals:
    void progressed();
    /// How many were fitted, of how many, and why not the others.
    void finished(int fitted, int of, const QString& sentence);

private:
    struct Job
    {
        Shape before;
        std::optional<Shape> after;
        QString path;
        std::optional<Eigen::Vector3d> sensorOrigin;
    };

    void next();
    void finish();

    Document& m_document;
    const FrameCache& m_frames;
    std::vector<Job> m_jobs;
    CompletionOptions m_options;
    std::optional<Eigen::Vector3d> m_size;
    QString m_reason;
    int m_done = 0;
    std::optional<Progress> m_task;
};

} // namespace lunkuo
