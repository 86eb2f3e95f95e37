#pragma once

#include "app/Workspace.h"
#include "model/tools/OverTimeActions.h"

namespace lunkuo
{

/// Long work on the followed object in all of its frames, off the UI thread, with progress and a way out.
class TrackWork : public QObject
{
    Q_OBJECT
public:
    explicit TrackWork(Workspace& workspace);

    /// One size and one outline from all frames, as one edit.
    void complete();
    /// The frame that shows most of it comes.
    void goToBestFrame();
    /// All frames laid over one another.
    void show();

private:
    [[nodiscard]] Result<TrackJob> job() const;
    /// Calls `work(progress)` off the UI thread, with a dialog that can cancel it when it takes its time, and then
    /// `done(value)`; warns of what went wrong.
    template <class Work, class Done>
    void run(const QString& text, Work work, Done done);
    void sayWhatCame(const TrackJob& job, const SequenceCompletion& completion);

    Workspace& m_workspace;
};

} // namespace lunkuo
