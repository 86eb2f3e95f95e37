#pragma once

#include "model/base/Progress.h"
#include "model/completion/Completer.h"
#include "model/evaluation/LabelledFolder.h"
#include "model/evaluation/Metrics.h"
#include "model/geometry/FaceSet.h"

#include <QStringList>
#include <cmath>
#include <optional>
#include <vector>

namespace lunkuo
{

/// What completion may know about sizes: what it knows in a new project, or what the labelled boxes of the *other*
/// objects of the recording teach it, as in a project in which they are annotated.
enum class Prior { Learnt, Default };

struct EvaluationOptions
{
    int clicks = 1; ///< 2: also what remains after at most one corrective action
    std::uint64_t seed = 1;
    std::size_t fewestPoints = 20; ///< objects with fewer are not clicked
    std::vector<Prior> priors{Prior::Learnt, Prior::Default};
    QStringList labels; ///< only objects labelled so, whatever the case; all when empty
    int threads = 1;    ///< times are honest with one only
};

/// What a person does who sees the first answer: nothing, one more click, one "not this", Tab to an alternative, or a
/// drag of the worst face.
enum class Action { None, Belongs, Excluded, Alternative, Face };

/// What came of one object, one way of doing it.
struct Answer
{
    QString error; ///< the sentence with which it was refused; then nothing was found and all shares are 0
    Cuboid cuboid;
    BoxScore box;
    Coverage coverage{std::nan(""), std::nan("")}; ///< not of the baselines, which have neither outline …
    Segmentation segmentation{std::nan(""), std::nan("")};
    double confidence = std::nan("");
    double milliseconds = std::nan("");
    Action action = Action::None;
    // How it can be had again.
    CompletionInput input;
    CompletionOptions options;
    std::optional<Cuboid> alternative; ///< the one of the completion's boxes that was taken with Tab, or a dragged one
    FaceSet held;                      ///< what was dragged of it
};

/// One way of answering clicks. `id`: learnt or default; with +action after at most one more click or Tab, with +drag
/// after at most one of these or a dragged face; minimum-area, closeness.
struct Series
{
    QString id;
    bool isBaseline = false;
};

struct ClickedObject
{
    QString recording;
    QString frame;
    QString cloudPath;
    Eigen::Vector3d sensorOrigin;
    LabelledObject labelled;
    QString classId;
    std::size_t points = 0;      ///< in the labelled box
    double range_m = 0.0;        ///< of its centre from the sensor, seen from above
    std::vector<Answer> answers; ///< one per series
};

struct PreparedTime
{
    QString recording;
    QString frame;
    std::size_t points = 0;
    double milliseconds = 0.0; ///< finding the sensor where the data does not say it, ground, index
};

struct Evaluation
{
    std::vector<Series> series;
    std::vector<ClickedObject> objects;
    std::vector<PreparedTime> frames;
    QStringList remarks; ///< sentences about what was left out
};

/// Clicks once on each labelled object of a known class and compares what completion makes of it with its label.
/// Completion is told the cloud, the class and the click; where the sensor is only where the data says so. Error: when
/// no cloud could be read, or it was cancelled.
Result<Evaluation> evaluate(
    const std::vector<Recording>& recordings, const EvaluationOptions& options, const Progress& progress = {});

/// Completes as the answer says: at its clicks, in the alternative where one was taken, round a face that was dragged.
Result<Completion> completionOf(const PreparedFrame& frame, const Answer& answer);

} // namespace lunkuo
