#pragma once

#include "model/base/Progress.h"
#include "model/evaluation/LabelledFolder.h"

#include <QJsonObject>
#include <optional>
#include <vector>

namespace lunkuo
{

struct SequenceEvaluationOptions
{
    std::uint64_t seed = 1;
    std::size_t fewestToClick = 20;   ///< points that a vehicle has in its best frame; others are not annotated
    std::size_t fewestToMeasure = 50; ///< points of the frames in which a vehicle's box is measured
    std::size_t fewestToSee = 5;      ///< points of the frames in which it counts as visible
    double goal = 0.95;               ///< share of the measured boxes that are to be right
    int mostCorrections = 6;          ///< per vehicle
};

/// What a person does, one by one.
struct AnnotatorActions
{
    int clicks = 0;       ///< on the object, where it is not annotated or was lost
    int alternatives = 0; ///< Tab to the next one
    int fits = 0;         ///< the key that fits a box to the points
    int drags = 0;        ///< of the box, of one of its faces or of its heading
    [[nodiscard]] int all() const { return clicks + alternatives + fits + drags; }
    friend bool operator==(const AnnotatorActions&, const AnnotatorActions&) = default;
};

/// A vehicle in one frame of the measured ones.
struct MeasuredBox
{
    QString frame;
    std::size_t points = 0;
    double bevIou = 0.0;     ///< 0 where nothing was annotated
    double firstIou = 0.0;   ///< after one click and carrying it through the sequence
    double confidence = 0.0; ///< of the first one
    bool isKeyFrame = false;
    std::optional<Cuboid> first; ///< what was carried there after one click, sensor frame
    double range_m = 0.0;
};

struct AnnotatedVehicle
{
    QString recording;
    QString classId;
    QString track;
    int visibleFrames = 0;
    std::vector<MeasuredBox> boxes;
    AnnotatorActions actions;
    int carries = 0;      ///< times that the key for carrying was pressed for it alone
    bool isStill = false; ///< recognised as standing still after the click
    double moved_m = 0.0; ///< in truth, through the whole sequence
    double seconds = 0.0; ///< that the program has worked for it
};

struct SequenceEvaluation
{
    std::vector<AnnotatedVehicle> vehicles;
    int frames = 0;
    int carries = 0; ///< of all objects at once
    QStringList remarks;
};

/// A scripted annotator works through each recording as a sequence with the functions that the tools use: one click on
/// each labelled vehicle in the frame where it has most points, one key that carries all of them through the sequence,
/// and then, until the goal is reached, one correction after the other in the worst frame of the vehicle with most bad
/// frames, by what a person has: a click where it was lost, Tab, a fit, a drag. Each of them counts. What was corrected
/// is a key frame, from which the vehicle is carried again. Error: when no cloud could be read, or it was cancelled.
Result<SequenceEvaluation> evaluateSequences(
    const std::vector<Recording>& recordings, const SequenceEvaluationOptions& options, const Progress& progress = {});

struct SequenceFigures
{
    int vehicles = 0;
    int visibleFrames = 0;
    int measuredFrames = 0;
    AnnotatorActions actions;
    int carries = 0;
    double firstShare70 = 0.0; ///< after one click each
    double firstMean = 0.0;
    double share70 = 0.0;
    double mean = 0.0;
    double seconds = 0.0;
};
SequenceFigures figuresOf(const SequenceEvaluation& evaluation);

QString tableOf(const SequenceEvaluation& evaluation);
/// The same for programs, with all vehicles.
QJsonObject toJson(const SequenceEvaluation& evaluation);

} // namespace lunkuo
