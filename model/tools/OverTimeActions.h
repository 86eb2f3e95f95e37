#pragma once

#include "model/completion/SequenceCompleter.h"
#include "model/document/Document.h"
#include "model/document/FrameCache.h"

namespace lunkuo
{

// What is done to an object in all of its frames at once. A job is a copy of what that needs, so that the work can be
// done on any thread while the document goes on.

struct TrackJob
{
    struct View
    {
        Shape shape; ///< as it was then
        TrackView view;
        QString name; ///< of the frame
        QString cloudPath;
        std::optional<Eigen::Vector3d> sensor;
        LoadedFramePtr loaded; ///< null: its cloud is to be read
        bool isOpen = true;    ///< it may be changed: not locked, its frame not done
    };

    TrackId track;
    QString name;
    CompletionOptions options;
    std::vector<View> views; ///< in the order of the frames
};

/// Error: one sentence, when the track has no shape.
Result<TrackJob> trackJob(const Scene& scene, const FrameCache& frames, TrackId track);

/// See completeOverTime; takes clouds from memory or reads them. Any thread.
Result<SequenceCompletion> completed(const TrackJob& job, const Progress& progress = {});

/// The object's size and outline for the track and all of its shapes, as one edit by an algorithm. Shapes that a person
/// has put somewhere stay there: only the sides that the sensor does not see go in or out. Shapes that were changed
/// since the job was made keep their places too. What is locked or in a frame that is done does not change.
Result<void> useCompletion(Document& document, const TrackJob& job, const SequenceCompletion& completion);

/// The frame in which most of the object is seen: most points, on most sides. Reads clouds; any thread. Error: when
/// none of them can be read, or it was cancelled.
Result<FrameId> bestFrame(const TrackJob& job, const Progress& progress = {});

} // namespace lunkuo
