#include "model/evaluation/SequenceEvaluation.h"

#include "model/evaluation/Metrics.h"
#include "model/evaluation/SequenceAnnotator.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SequenceEvaluation)
};

constexpr double right = 0.7;

} // namespace

Result<SequenceEvaluation> evaluateSequences(
    const std::vector<Recording>& recordings, const SequenceEvaluationOptions& options, const Progress& progress)
{
    SequenceEvaluation evaluation;
    for (const Recording& recording : recordings) {
        evaluation.remarks += recording.remarks;
        if (recording.frames.size() < 2) {
            evaluation.remarks << Text::tr("“%1” has one frame only and is no sequence.").arg(recording.name);
            continue;
        }
        auto annotator = SequenceAnnotator::open(recording, options, progress);
        if (!annotator)
            return tl::unexpected(annotator.error());
        auto vehicles = (*annotator)->run();
        if (!vehicles)
            return tl::unexpected(vehicles.error());
        evaluation.frames += (*annotator)->frames();
        evaluation.carries += (*annotator)->carries();
        evaluation.vehicles.insert(evaluation.vehicles.end(), vehicles->begin(), vehicles->end());
    }
    if (progress.isCancelled())
        return failure(Text::tr("The evaluation was cancelled."));
    if (evaluation.vehicles.empty())
        return failure(Text::tr("No labelled vehicle has at least %1 points in any frame of a sequence.")
                           .arg(options.fewestToClick));
    return evaluation;
}

SequenceFigures figuresOf(const SequenceEvaluation& evaluation)
{
    SequenceFigures figures;
    std::vector<double> first;
    std::vector<double> last;
    figures.vehicles = static_cast<int>(evaluation.vehicles.size());
    figures.carries = evaluation.carries;
    for (const AnnotatedVehicle& vehicle : evaluation.vehicles) {
        figures.visibleFrames += vehicle.visibleFrames;
        figures.measuredFrames += static_cast<int>(vehicle.boxes.size());
        figures.actions.clicks += vehicle.actions.clicks;
        figures.actions.alternatives += vehicle.actions.alternatives;
        figures.actions.fits += vehicle.actions.fits;
        figures.actions.drags += vehicle.actions.drags;
        figures.carries += vehicle.carries;
        figures.seconds += vehicle.seconds;
        for (const MeasuredBox& box : vehicle.boxes) {
            first.push_back(box.firstIou);
            last.push_back(box.bevIou);
        }
    }
    const auto share = [](const std::vector<double>& ious) {
        return static_cast<double>(std::count_if(ious.begin(), ious.end(), [](double iou) { return iou >= right; })) /
               static_cast<double>(ious.size());
    };
    figures.firstShare70 = share(first);
    figures.firstMean = mean(first);
    figures.share70 = share(last);
    figures.mean = mean(last);
    return figures;
}

} // namespace lunkuo
