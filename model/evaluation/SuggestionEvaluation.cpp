#include "model/evaluation/SuggestionEvaluation.h"

#include "model/cloud/CloudFormat.h"
#include "model/completion/SensorOrigin.h"
#include "model/evaluation/ClickSampler.h"
#include "model/evaluation/LabelNames.h"
#include "model/geometry/PointIndex.h"
#include "model/geometry/Polygon.h"
#include "model/tools/SuggestionActions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SuggestionEvaluation)
};

constexpr double disputed = 0.2; ///< BEV IoU with something that may count as a vehicle or not

bool isDisputed(const LabelledObject& object)
{
    const QString classId = classOfLabel(object.label);
    return classId.isEmpty() || classId == u"Trailer";
}

/// Whether a person who labelled the frame would have seen an object there.
bool isLookedAt(const LabelledFrame& frame, const Cuboid& cuboid)
{
    if (!frame.view)
        return true;
    const Point3<CameraFrame> place{frame.view->camera_sensor.m * cuboid.center};
    const auto pixel = frame.view->model.project(place);
    return pixel && pixel->x() >= 0.0 && pixel->x() < frame.view->model.width_px && pixel->y() >= 0.0 &&
           pixel->y() < frame.view->model.height_px;
}

double bestOverlap(
    const Cuboid& cuboid, const std::vector<LabelledObject>& objects, bool (*counts)(const LabelledObject&))
{
    double best = 0.0;
    for (const LabelledObject& object : objects)
        if (counts(object))
            best = std::max(best, bevIou(cuboid, object.cuboid));
    return best;
}

bool isVehicle(const LabelledObject& object)
{
    return isVehicleClass(classOfLabel(object.label));
}

class FrameSearch
{
public:
    FrameSearch(const Recording& recording, const LabelledFrame& frame, SuggestionEvaluation& result)
        : m_recording(recording)
        , m_frame(frame)
        , m_result(result)
    {
    }

    /// Adds what comes of one frame.
    void run(const Scene& project, const SuggestionEvaluationOptions& options, const Progress& progress)
    {
        auto read = readCloud(m_frame.cloudPath);
        if (!read) {
            m_result.remarks << read.error().sentence;
            return;
        }
        const CloudPtr cloud = sortedCloud(std::move(*read));
        const auto prepared =
            PreparedFrame::prepare(cloud, m_frame.sensorOrigin ? *m_frame.sensorOrigin : estimateSensorOrigin(*cloud));
        SuggesterOptions how;
        how.threads = options.threads;
        QElapsedTimer timer;
        timer.start();
        const std::vector<Suggestion> found = suggest(*prepared, suggestionClasses(project), how, progress);
        m_result.milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        for (const Suggestion& suggestion : found)
            add(suggestion);
        for (const LabelledObject& object : m_frame.objects)
            if (isVehicle(object))
                seek(object, found, *prepared, options.fewestPoints);
    }

private:
    void add(const Suggestion& suggestion)
    {
        const Cuboid& cuboid = suggestion.completion.cuboid;
        const double overlap = bestOverlap(cuboid, m_frame.objects, isVehicle);
        if (overlap < 0.5 &&
            (!isLookedAt(m_frame, cuboid) || bestOverlap(cuboid, m_frame.objects, isDisputed) > disputed))
            return;
        m_result.suggestions.push_back(
            {m_recording.name, m_frame.name, suggestion.classId, cuboid, suggestion.confidence, overlap});
    }

    void seek(const LabelledObject& object, const std::vector<Suggestion>& found, const PreparedFrame& frame,
        std::size_t fewestPoints)
    {
        SoughtVehicle vehicle{m_recording.name, m_frame.name, object,
            pointsInside(*frame.cloud(), object.cuboid).size(),
            (object.cuboid.center - frame.sensorOrigin()).head<2>().norm(), 0.0, 0.0};
        if (vehicle.points < fewestPoints)
            return;
        for (const Suggestion& suggestion : found) {
            const double overlap = bevIou(suggestion.completion.cuboid, object.cuboid);
            if (overlap >= 0.5)
                vehicle.found50 = std::max(vehicle.found50, suggestion.confidence);
            if (overlap >= 0.7)
                vehicle.found70 = std::max(vehicle.found70, suggestion.confidence);
        }
        m_result.vehicles.push_back(std::move(vehicle));
    }

    const Recording& m_recording;
    const LabelledFrame& m_frame;
    SuggestionEvaluation& m_result;
};

double shareOf(std::size_t part, std::size_t all)
{
    return all == 0 ? std::nan("") : static_cast<double>(part) / static_cast<double>(all);
}

} // namespace

Result<SuggestionEvaluation> evaluateSuggestions(
    const std::vector<Recording>& recordings, const SuggestionEvaluationOptions& options, const Progress& progress)
{
    auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    Scene project; // in which nothing is annotated yet
    project.taxonomy = std::move(*taxonomy);
    SuggestionEvaluation result;
    for (const Recording& recording : recordings) {
        result.remarks += recording.remarks;
        for (const LabelledFrame& frame : recording.frames) {
            FrameSearch(recording, frame, result).run(project, options, progress);
            if (progress.isCancelled())
                return failure(Text::tr("The evaluation was cancelled."));
        }
    }
    if (result.milliseconds.empty())
        return failure(result.remarks.isEmpty() ? Text::tr("There are no labelled frames.") : result.remarks.last());
    return result;
}

SuggestionFigures figuresAt(const SuggestionEvaluation& evaluation, double confidence, std::size_t points)
{
    std::size_t all = 0;
    std::size_t right50 = 0;
    std::size_t right70 = 0;
    for (const ScoredSuggestion& suggestion : evaluation.suggestions) {
        if (suggestion.confidence < confidence)
            continue;
        ++all;
        right50 += suggestion.bevIou >= 0.5 ? 1 : 0;
        right70 += suggestion.bevIou >= 0.7 ? 1 : 0;
    }
    std::size_t sought = 0;
    std::size_t found50 = 0;
    std::size_t found70 = 0;
    for (const SoughtVehicle& vehicle : evaluation.vehicles) {
        if (vehicle.points < points)
            continue;
        ++sought;
        found50 += vehicle.found50 >= confidence && vehicle.found50 > 0.0 ? 1 : 0;
        found70 += vehicle.found70 >= confidence && vehicle.found70 > 0.0 ? 1 : 0;
    }
    return {confidence, all, shareOf(right50, all), shareOf(right70, all), shareOf(found50, sought),
        shareOf(found70, sought)};
}

} // namespace lunkuo
