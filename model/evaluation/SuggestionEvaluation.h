#pragma once

#include "model/base/Progress.h"
#include "model/evaluation/LabelledFolder.h"

#include <QJsonObject>
#include <vector>

namespace lunkuo
{

/// What was suggested in a labelled frame.
struct ScoredSuggestion
{
    QString recording;
    QString frame;
    QString classId;
    Cuboid cuboid;
    double confidence = 0.0;
    double bevIou = 0.0; ///< with the labelled vehicle that it overlaps most
};

/// A labelled vehicle, and the surest suggestions that meet it.
struct SoughtVehicle
{
    QString recording;
    QString frame;
    LabelledObject labelled;
    std::size_t points = 0;
    double range_m = 0.0;
    double found50 = 0.0; ///< confidence of the surest that overlaps it by at least 0.5 (BEV); 0 when none does
    double found70 = 0.0;
};

struct SuggestionEvaluation
{
    std::vector<ScoredSuggestion> suggestions;
    std::vector<SoughtVehicle> vehicles;
    std::vector<double> milliseconds; ///< per frame
    QStringList remarks;
};

struct SuggestionEvaluationOptions
{
    std::size_t fewestPoints = 20; ///< vehicles with fewer are not sought; finding them is no mistake
    int threads = 2;
};

/// Compares what is suggested in each frame with its labels. What lies where the labels do not look, or overlaps an
/// object of an unknown kind or a trailer, is neither right nor wrong. Error: when no cloud could be read, or it was
/// cancelled.
Result<SuggestionEvaluation> evaluateSuggestions(const std::vector<Recording>& recordings,
    const SuggestionEvaluationOptions& options, const Progress& progress = {});

/// How good the suggestions are that have at least this confidence. NaN where there is nothing to count.
struct SuggestionFigures
{
    double confidence = 0.0;
    std::size_t suggestions = 0;
    double precision50 = 0.0; ///< share that overlaps a vehicle by at least 0.5 seen from above
    double precision70 = 0.0;
    double recall50 = 0.0; ///< share of the vehicles with at least `points` points that are found so
    double recall70 = 0.0;
};
SuggestionFigures figuresAt(const SuggestionEvaluation& evaluation, double confidence, std::size_t points);

/// The figures at several confidences, by number of points, and how honest confidence is, as lines of aligned columns.
QString tableOf(const SuggestionEvaluation& evaluation);
/// The same for programs, with all suggestions and vehicles.
QJsonObject toJson(const SuggestionEvaluation& evaluation);

} // namespace lunkuo
