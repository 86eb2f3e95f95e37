#pragma once

#include "model/formats/ClassMapping.h"
#include "model/formats/PointCounts.h"

namespace lunkuo
{

/// What a reviewer has to have accepted before it goes out.
enum class ReviewGate {
    Nothing,
    Frames,     ///< frames with a verdict of their own
    Objects,    ///< each for itself; frames may go out incomplete
    WholeFrames ///< frames of which that is so, or in which all objects were accepted
};

/// nothing, frames, objects, whole-frames: what files and the command line carry.
QString idOf(ReviewGate gate);
std::optional<ReviewGate> reviewGateOf(const QString& id);

/// A reviewer has accepted the frame, or every object that is in it.
bool isWhollyAccepted(const Scene& scene, const Frame& frame);

/// What of a project goes into a dataset. No format knows of it: it turns a scene into the scene to be exported.
struct ExportSelection
{
    bool finishedOnly = false; ///< only frames that were marked as done
    ReviewGate gate = ReviewGate::Nothing;
    int firstFrame = 1;    ///< place in each sequence, counted from 1 as people do
    int lastFrame = 0;     ///< the last of the range; 0: to the end
    int minimumPoints = 0; ///< boxes with fewer points of the cloud inside are left out
    double range_m = 0.0;  ///< boxes whose centre is farther from the sensor in the plane are left out; 0: none
    ClassMapping mapping{};

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or makes no sense is taken as not given.
    static ExportSelection fromJson(const QJsonObject& json);
    friend bool operator==(const ExportSelection&, const ExportSelection&) = default;
};

/// How much each filter took away, in the order in which they are asked.
struct LeftOut
{
    int unfinishedFrames = 0;
    int notAcceptedFrames = 0;
    int framesOutsideRange = 0;
    int framesBetweenBlocks = 0; ///< of a sequence that was cut into splits
    int notAccepted = 0;         ///< boxes
    int incompleteFrames = 0;    ///< that go out, without boxes that nobody has accepted
    int classes = 0;             ///< boxes whose class is left out
    int tooFar = 0;              ///< boxes
    int fewPoints = 0;           ///< boxes

    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] QJsonObject toJson() const;
};

struct SelectedScene
{
    Scene scene;
    LeftOut leftOut;
};

/// The scene without what the selection leaves out, its classes and taxonomy mapped; tracks and sequences that have
/// nothing left are gone too. Frames keep their places. The minimum of points is not asked.
SelectedScene selected(const Scene& scene, const ExportSelection& selection);
/// The last of the filters: takes the boxes away that have fewer points. Boxes without a count stay.
void dropSparse(SelectedScene& selected, int minimumPoints, const PointCounts& counts);
/// Takes the frames away with what is in them.
void dropFrames(Scene& scene, const std::vector<FrameId>& frames);

/// All filters; clouds are read where a minimum of points is asked for. For a thread that nobody waits for. Error: a
/// cloud that cannot be read, or that `progress` was cancelled.
Result<SelectedScene> selectedScene(
    const Scene& scene, const ExportSelection& selection, const QDir& projectFolder, const Progress& progress);

} // namespace lunkuo
