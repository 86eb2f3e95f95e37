#pragma once

#include "model/base/Progress.h"
#include "model/evaluation/LabelledFolder.h"
#include "model/evaluation/Metrics.h"

#include <QJsonObject>
#include <vector>

namespace lunkuo
{

/// One way of completing an object in a frame.
struct OverTimeAnswer
{
    BoxScore box;
    Coverage own{0.0, 0.0}; ///< of the frame's own points
    /// Of the frame's points by an outline that has not seen them: of the surest other frame, or of all others. Placed
    /// as the label has it. NaN where it was not measured.
    Coverage leftOut{std::nan(""), std::nan("")};
    double confidence = 0.0;
};

/// A vehicle of a track in one frame.
struct OverTimeObject
{
    QString recording;
    QString frame;
    QString track;
    QString classId;
    std::size_t points = 0;
    double range_m = 0.0;
    bool moves = false; ///< in the world, as labelled
    OverTimeAnswer single;
    OverTimeAnswer together;
};

struct OverTimeEvaluation
{
    std::vector<OverTimeObject> objects;
    std::vector<double> milliseconds; ///< per track, for all of its frames together
    QStringList remarks;
    QStringList estimated; ///< recordings whose poses were estimated from their clouds
};

struct OverTimeOptions
{
    std::size_t fewestPoints = 20; ///< in a frame; a track needs two such frames
    std::uint64_t seed = 1;        ///< of the clicks
};

/// Completes each labelled vehicle that is in several frames twice: with one click in each frame by itself, and from
/// all of these answers together, and compares both with the labels. Error: when no vehicle is in two frames, or it was
/// cancelled.
Result<OverTimeEvaluation> evaluateOverTime(
    const std::vector<Recording>& recordings, const OverTimeOptions& options, const Progress& progress = {});

QString tableOf(const OverTimeEvaluation& evaluation);
/// The same for programs, with all vehicles.
QJsonObject toJson(const OverTimeEvaluation& evaluation);

} // namespace lunkuo
