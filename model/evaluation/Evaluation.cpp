#include "model/evaluation/Evaluation.h"

#include "model/cloud/CloudFormat.h"
#include "model/completion/CompleteIn.h"
#include "model/completion/Refit.h"
#include "model/completion/SensorOrigin.h"
#include "model/completion/SizePriors.h"
#include "model/evaluation/Baselines.h"
#include "model/evaluation/ClickSampler.h"
#include "model/evaluation/LabelNames.h"
#include "model/geometry/PointIndex.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QtConcurrentMap>
#include <QThreadPool>
#include <algorithm>
#include <atomic>
#include <map>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Evaluation)
};

constexpr double worthFacingRight = 0.05; ///< of IoU, to a person who chooses between boxes
constexpr double clearlyBetter = 0.03;    ///< smaller gains nobody acts for

double elapsed_ms(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

std::vector<Series> seriesFor(const EvaluationOptions& options)
{
    std::vector<Series> series;
    for (const Prior prior : options.priors) {
        const QString id = prior == Prior::Learnt ? QStringLiteral("learnt") : QStringLiteral("default");
        series.push_back({id});
        if (options.clicks > 1)
            for (const char16_t* more : {u"+action", u"+drag"})
                series.push_back({id + QString::fromUtf16(more)});
    }
    series.push_back({QStringLiteral("minimum-area"), true});
    series.push_back({QStringLiteral("closeness"), true});
    return series;
}

/// What the labels of a recording say about the sizes of its objects.
class LabelledSizes
{
public:
    explicit LabelledSizes(const Recording& recording)
    {
        for (const LabelledFrame& frame : recording.frames)
            for (const LabelledObject& object : frame.objects)
                if (const QString classId = classOfLabel(object.label); !classId.isEmpty())
                    m_sizes[classId][object.track].push_back(object.cuboid.size);
    }

    /// One example per object of the class, but for that one.
    [[nodiscard]] std::vector<SizeExample> without(const QString& classId, const QString& track) const
    {
        std::vector<SizeExample> examples;
        if (const auto found = m_sizes.find(classId); found != m_sizes.end())
            for (const auto& [other, sizes] : found->second)
                if (other != track)
                    examples.push_back({middleOf(sizes), {true, true, true}});
        return examples;
    }

private:
    static Eigen::Vector3d middleOf(const std::vector<Eigen::Vector3d>& sizes)
    {
        Eigen::Vector3d middle;
        for (int axis = 0; axis < 3; ++axis) {
            std::vector<double> values;
            values.reserve(sizes.size());
            for (const Eigen::Vector3d& size : sizes)
                values.push_back(size[axis]);
            middle[axis] = quantile(std::move(values), 0.5);
        }
        return middle;
    }

    std::map<QString, std::map<QString, std::vector<Eigen::Vector3d>>> m_sizes;
};

/// A labelled object with its points.
struct Target
{
    const LabelledObject& labelled;
    std::vector<std::uint32_t> inside;
    std::vector<Eigen::Vector3d> surface; ///< of its points those above the road
    Eigen::Vector3d click;
    Eigen::Vector3d secondClick;
};

struct FrameTask
{
    const Recording* recording;
    const LabelledFrame* frame;
    const LabelledSizes* sizes;
};

struct FrameResult
{
    std::vector<ClickedObject> objects;
    std::optional<PreparedTime> time;
    QStringList remarks;
};

double valueToAPerson(const BoxScore& box)
{
    return box.bevIou + (box.facesRight ? worthFacingRight : 0.0);
}

/// Clicks on the objects of one frame.
class FrameEvaluation
{
public:
    FrameEvaluation(const FrameTask& task, const EvaluationOptions& options, const Taxonomy& taxonomy)
        : m_task(task)
        , m_options(options)
    {
        m_scene.taxonomy = taxonomy;
    }

    FrameResult run()
    {
        auto cloud = readCloud(m_task.frame->cloudPath);
        if (!cloud)
            return {{}, {}, {cloud.error().sentence}};
        m_cloud = sortedCloud(std::move(*cloud));
        FrameResult result;
        QElapsedTimer timer;
        timer.start();
        const std::optional<Eigen::Vector3d> known = m_task.frame->sensorOrigin;
        m_frame = PreparedFrame::prepare(m_cloud, known ? *known : estimateSensorOrigin(*m_cloud));
        result.time = {m_task.recording->name, m_task.frame->name, m_cloud->size(), elapsed_ms(timer)};
        for (std::size_t i = 0; i < m_task.frame->objects.size(); ++i)
            if (auto object = clicked(i))
                result.objects.push_back(std::move(*object));
        return result;
    }

private:
    [[nodiscard]] std::optional<ClickedObject> clicked(std::size_t position) const
    {
        const LabelledObject& labelled = m_task.frame->objects[position];
        const QString classId = classOfLabel(labelled.label);
        if (classId.isEmpty() || !isWanted(labelled.label))
            return std::nullopt;
        const auto target = targetFor(labelled, position);
        if (!target)
            return std::nullopt;
        ClickedObject object;
        object.recording = m_task.recording->name;
        object.frame = m_task.frame->name;
        object.cloudPath = m_task.frame->cloudPath;
        object.sensorOrigin = m_frame->sensorOrigin();
        object.labelled = labelled;
        object.classId = classId;
        object.points = target->inside.size();
        object.range_m = (labelled.cuboid.center - object.sensorOrigin).head<2>().norm();
        for (const Prior prior : m_options.priors)
            addAnswers(*target, optionsFor(prior, classId, labelled.track), object.answers);
        addBaselines(*target, object.answers);
        return object;
    }

    [[nodiscard]] bool isWanted(const QString& label) const
    {
        return m_options.labels.isEmpty() || m_options.labels.contains(label, Qt::CaseInsensitive);
    }

    /// Nothing where there are too few points, or none that may be clicked.
    [[nodiscard]] std::optional<Target> targetFor(const LabelledObject& labelled, std::size_t position) const
    {
        Target target{labelled, pointsInside(*m_cloud, labelled.cuboid), {}, {}, {}};
        if (target.inside.size() < m_options.fewestPoints)
            return std::nullopt;
        const std::uint64_t key = clickKey(m_options.seed, {m_task.frame->name, QString::number(position)});
        const auto click = randomClick(*m_cloud, labelled.cuboid, target.inside, key);
        if (!click)
            return std::nullopt;
        target.click = *click;
        target.secondClick = *randomClick(*m_cloud, labelled.cuboid, target.inside, key + 1);
        for (const std::uint32_t i : raisedPoints(*m_cloud, labelled.cuboid, target.inside, road_m))
            target.surface.push_back(m_cloud->point(i));
        return target;
    }

    [[nodiscard]] CompletionOptions optionsFor(Prior prior, const QString& classId, const QString& track) const
    {
        const CompletionOptions usual = completionOptions(m_scene, classId);
        return prior == Prior::Default ? usual : withLearntSizes(usual, m_task.sizes->without(classId, track));
    }

    void addAnswers(const Target& target, const CompletionOptions& options, std::vector<Answer>& answers) const
    {
        Answer first;
        first.input.belongs = {target.click};
        first.options = options;
        const auto completion = measure(target, first);
        answers.push_back(first);
        if (m_options.clicks < 2)
            return;
        const Answer acted = completion ? clickedOrTabbed(target, first, *completion) : clickedAgain(target, first);
        answers.push_back(acted);
        answers.push_back(completion ? orDragged(target, first, acted) : acted);
    }

    /// Completes as the answer says and fills in what that is worth.
    Result<Completion> measure(const Target& target, Answer& answer) const
    {
        QElapsedTimer timer;
        timer.start();
        auto completion = completionOf(*m_frame, answer);
        answer.milliseconds = elapsed_ms(timer);
        if (completion) {
            score(target, *completion, answer);
        } else {
            answer.error = completion.error().sentence;
            answer.coverage = {0.0, 0.0};
            answer.segmentation = {0.0, 0.0};
            answer.confidence = 0.0;
        }
        return completion;
    }

    void score(const Target& target, const Completion& completion, Answer& answer) const
    {
        answer.cuboid = completion.cuboid;
        answer.box = scoreBox(completion.cuboid, target.labelled.cuboid);
        answer.coverage = coverageOf(completion.outline, completion.cuboid, target.surface);
        answer.segmentation = scoreSegmentation(*m_cloud, target.labelled.cuboid, target.inside, completion.points);
        answer.confidence = completion.confidence;
    }

    /// The better one of an answer and what another action gives.
    [[nodiscard]] Answer better(const Target& target, const Answer& answer, Answer other) const
    {
        const bool isBetter =
            measure(target, other) && valueToAPerson(other.box) > valueToAPerson(answer.box) + clearlyBetter;
        return isBetter ? other : answer;
    }

    /// The best of leaving it, one more click, and the alternatives.
    [[nodiscard]] Answer clickedOrTabbed(const Target& target, const Answer& first, const Completion& completion) const
    {
        Answer best = first;
        if (const auto click = correctiveClick(*m_cloud, target.labelled.cuboid, target.inside, completion.cuboid)) {
            Answer other = first;
            other.action = click->belongs ? Action::Belongs : Action::Excluded;
            (click->belongs ? other.input.belongs : other.input.excluded).push_back(click->position);
            best = better(target, best, std::move(other));
        }
        for (const Cuboid& alternative : completion.alternatives) {
            Answer other = first;
            other.action = Action::Alternative;
            other.alternative = alternative;
            best = better(target, best, std::move(other));
        }
        return best;
    }

    /// The best of these and a drag of the worst face of the first answer.
    [[nodiscard]] Answer orDragged(const Target& target, const Answer& first, const Answer& best) const
    {
        const auto drag = correctiveDrag(target.labelled.cuboid, first.cuboid);
        if (!drag)
            return best;
        Answer other = first;
        other.action = Action::Face;
        other.alternative = drag->cuboid;
        other.held = drag->held;
        return better(target, best, std::move(other));
    }

    /// Where nothing was found at the first click, a person clicks elsewhere on the object.
    [[nodiscard]] Answer clickedAgain(const Target& target, const Answer& first) const
    {
        Answer again;
        again.options = first.options;
        again.input.belongs = {target.secondClick};
        again.action = Action::Belongs;
        measure(target, again);
        return again;
    }

    void addBaselines(const Target& target, std::vector<Answer>& answers) const
    {
        const std::vector<Eigen::Vector3d> cluster = clusterAt(*m_frame, target.click);
        const double ground = m_frame->groundHeight(target.click.x(), target.click.y());
        for (const auto& fit : {minimumAreaBox, closenessBox}) {
            Answer answer;
            answer.input.belongs = {target.click};
            answer.cuboid = fit(cluster, ground);
            answer.box = scoreBox(answer.cuboid, target.labelled.cuboid);
            answers.push_back(std::move(answer));
        }
    }

    const FrameTask& m_task;
    const EvaluationOptions& m_options;
    Scene m_scene; ///< a project in which nothing is annotated yet
    CloudPtr m_cloud;
    std::shared_ptr<const PreparedFrame> m_frame;
};

} // namespace

Result<Evaluation> evaluate(
    const std::vector<Recording>& recordings, const EvaluationOptions& options, const Progress& progress)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    std::vector<LabelledSizes> sizes(recordings.begin(), recordings.end());
    std::vector<FrameTask> tasks;
    Evaluation evaluation;
    evaluation.series = seriesFor(options);
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        evaluation.remarks += recordings[i].remarks;
        for (const LabelledFrame& frame : recordings[i].frames)
            tasks.push_back({&recordings[i], &frame, &sizes[i]});
    }
    QThreadPool threads;
    threads.setMaxThreadCount(std::max(1, options.threads));
    std::atomic<int> done = 0;
    const auto results =
        QtConcurrent::blockingMapped<std::vector<FrameResult>>(&threads, tasks, [&](const FrameTask& task) {
            if (progress.isCancelled())
                return FrameResult();
            FrameResult result = FrameEvaluation(task, options, *taxonomy).run();
            progress.report(++done, static_cast<int>(tasks.size()));
            return result;
        });
    if (progress.isCancelled())
        return failure(Text::tr("The evaluation was cancelled."));
    for (const FrameResult& result : results) {
        evaluation.objects.insert(evaluation.objects.end(), result.objects.begin(), result.objects.end());
        evaluation.remarks += result.remarks;
        if (result.time)
            evaluation.frames.push_back(*result.time);
    }
    if (evaluation.frames.empty())
        return failure(
            evaluation.remarks.isEmpty() ? Text::tr("There are no labelled frames.") : evaluation.remarks.last());
    return evaluation;
}

Result<Completion> completionOf(const PreparedFrame& frame, const Answer& answer)
{
    if (!answer.alternative)
        return complete(frame, answer.input, answer.options);
    return answer.held ? refit(frame, *answer.alternative, answer.held, answer.options, answer.input)
                       : completeIn(frame, *answer.alternative, answer.input, answer.options);
}

} // namespace lunkuo
