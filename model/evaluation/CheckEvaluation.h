#pragma once

#include "model/base/Progress.h"
#include "model/evaluation/FaultPlanter.h"
#include "model/evaluation/LabelledFolder.h"
#include "model/review/CheckedScene.h"

#include <QJsonObject>

namespace lunkuo
{

struct CheckEvaluationOptions
{
    std::size_t fewestPoints = 5; ///< of the labelled objects that count as annotated, but for those between such
    std::uint64_t seed = 1;
    int rounds = 5; ///< times that faults of all kinds are planted in what is right; 0: none
};

/// How often faults of a kind were planted and found.
struct FaultCount
{
    int planted = 0;
    int found = 0;
};

/// What the checks say about a recording's labels, and how many of the faults they find that are planted in these.
struct CheckedRecording
{
    QString name;
    Scene scene;          ///< with the labels
    Findings findings;    ///< about the labels themselves
    double seconds = 0.0; ///< that it took to check them once
    std::map<FaultKind, FaultCount> faults;
    QStringList missed; ///< one line per planted fault that was not found
};

struct CheckEvaluation
{
    std::vector<CheckedRecording> recordings;
    QStringList remarks;
};

/// Checks the labels as if they were a project's annotation, and then plants faults in them, of each kind one and each
/// in tracks of its own, round after round. A fault is found when one of the checks that are right to tell it does so
/// in a frame where something is wrong, about a track that is, or at the place where something is missing, and did not
/// do so before. Answers that the taxonomy requires and the labels do not have count as given. Error: when no cloud
/// could be read, or it was cancelled.
Result<CheckEvaluation> evaluateChecks(
    const std::vector<Recording>& recordings, const CheckEvaluationOptions& options, const Progress& progress = {});

QString tableOf(const CheckEvaluation& evaluation);
QJsonObject toJson(const CheckEvaluation& evaluation);

} // namespace lunkuo
