#pragma once

#include "model/base/Progress.h"
#include "model/document/FrameCache.h"

#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>
#include <optional>

namespace lunkuo
{

struct CarryOutcome;

/// Carries objects through the frames of a sequence, off the UI thread, and brings what came of it into the document as
/// one edit. One job at a time.
class Propagation : public QObject
{
    Q_OBJECT
public:
    Propagation(Document& document, FrameCache& frames, QObject* parent = nullptr);
    ~Propagation() override;

    [[nodiscard]] bool isRunning() const { return m_progress.has_value(); }
    /// Carries the tracks from `frame` through the frames from `first` to `last` (indices in its sequence). Does
    /// nothing while another job runs.
    void start(const std::vector<TrackId>& tracks, FrameId frame, int first, int last);
    /// What was found so far is forgotten; nothing changes.
    void cancel();

signals:
    void progressed(int done, int total);
    /// The document has changed: `shapes` in so many frames of the objects. `stops`: a sentence for each object that
    /// did not go all the way.
    void finished(int shapes, const QStringList& stops);
    void failed(const QString& sentence);
    /// After it began or ended, however it ended.
    void runningChanged();

private:
    /// How far the work is: written by its thread, read by this one.
    struct Mark
    {
        std::atomic<int> done = 0;
        std::atomic<int> total = 0;
    };

    void take(const Result<CarryOutcome>& outcome);
    void end();

    Document& m_document;
    FrameCache& m_frames;
    std::optional<Progress> m_progress;
    std::shared_ptr<Mark> m_mark;
    QTimer m_look;
};

} // namespace lunkuo
