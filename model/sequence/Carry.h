#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/document/FrameCache.h"
#include "model/sequence/Propagator.h"

#include <QStringList>
#include <functional>

namespace lunkuo
{

/// From which frame objects are carried, and how far, by indices of frames. A shape of the frame itself is known,
/// whoever put it there, unless it follows from others and all of the sequence is meant.
struct CarryRange
{
    int from = 0;
    int first = 0; ///< frames before `from` back to this one …
    int last = 0;  ///< … and after it up to this one
    [[nodiscard]] bool isWhole(int frames) const { return first <= 0 && last >= frames - 1; }
};

/// Everything that carrying needs of a project, so that it runs beside changes of the document.
struct CarryOrder
{
    FramesPtr frames;
    std::vector<CarryTask> tasks;
    CarryRange range;
    std::map<int, std::vector<Cuboid>> others; ///< boxes of objects that are not carried, by index of the frame
    /// The frame's data: from memory, or read. Called from any thread, of several frames at a time.
    std::function<Result<LoadedFramePtr>(const Frame&)> load;
};

/// Where an object was not carried any farther.
struct CarryStop
{
    TrackId track;
    FrameId frame;
    CarryEnd why = CarryEnd::OutOfSight;
};

struct CarryOutcome
{
    struct Object
    {
        TrackId track;
        std::vector<CarriedShape> shapes;
        bool isStill = false;
        std::set<int> replaced; ///< see CarryTask
    };
    std::vector<Object> objects;
    std::vector<CarryStop> stops;
};

/// What is needed to carry these tracks of the document's scene. Tracks that are known nowhere in or near the range are
/// left out. `load`: see CarryOrder.
CarryOrder carryOrder(const Scene& scene, SequenceId sequence, const std::vector<TrackId>& tracks,
    const CarryRange& range, std::function<Result<LoadedFramePtr>(const Frame&)> load);

/// Carries all objects through the frames, each frame read once for all of them. Error: when it was cancelled or no
/// frame could be read.
Result<CarryOutcome> carry(const CarryOrder& order, const Progress& progress);

/// The changes that bring the outcome into the scene as it is now: what a person has done in the meantime stays, as do
/// key frames, locked shapes and frames that are done.
std::vector<Change> changesOf(
    const Scene& scene, const CarryOutcome& outcome, const std::function<ShapeId()>& newShapeId);

/// "Car 3 was lost in frame 000012: …", a sentence for each stop, in the order of the objects.
QStringList sentencesOf(const Scene& scene, const std::vector<CarryStop>& stops);

} // namespace lunkuo
