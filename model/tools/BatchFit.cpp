#include "model/tools/BatchFit.h"

#include "model/base/Task.h"
#include "model/sequence/WorldPose.h"
#include "model/tools/FitActions.h"

namespace lunkuo
{

BatchFit::BatchFit(Document& document, const FrameCache& frames, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_frames(frames)
{
}

BatchFit::~BatchFit()
{
    cancel();
}

void BatchFit::cancel()
{
    if (m_task)
        m_task->cancel();
    m_task.reset();
    m_jobs.clear();
    m_done = 0;
}

void BatchFit::start(const ShapeIds& shapes)
{
    cancel();
    const Scene& scene = m_document.scene();
    for (const ShapeId id : changeableOf(scene, shapes)) {
        const Shape& shape = scene.shapes.at(id);
        const auto sensor = m_frames.sensorOf(shape.frame);
        m_jobs.push_back({shape, {}, m_frames.absolutePath(scene.frames.at(shape.frame).cloudPath),
            sensor ? std::optional(sensor->position) : std::nullopt});
    }
    m_reason.clear();
    if (m_jobs.empty()) {
        emit finished(0, static_cast<int>(shapes.size()),
            tr("These are locked, or their frames are done: nothing changes them."));
        return;
    }
    const Track* track = scene.trackOf(m_jobs.front().before);
    m_options = completionOptions(scene, track ? track->classId : QString());
    m_size = track ? track->size : std::nullopt;
    next();
}

void BatchFit::next()
{
    const Job& job = m_jobs[static_cast<std::size_t>(m_done)];
    auto work = [job, there = m_frames.ownFrame(job.before.frame), options = m_options, size = m_size](
                    const Progress& progress) -> Result<Shape> {
        if (progress.isCancelled())
            return failure({});
        const Result<LoadedFramePtr> frame = there ? there : loadFrame(job.before.frame, job.path, job.sensorOrigin);
        if (!frame)
            return tl::unexpected(frame.error());
        Result<Shape> fit = fitted(**frame, job.before, options);
        if (fit && !fit->isKeyFrame())
            fit->derivation = Derivation::Propagated;
        if (fit && size)
            fit = withCuboid(*fit, resizedAwayFrom((*frame)->prepared->sensorOrigin(), fit->cuboid, *size));
        return fit;
    };
    m_task = runTask(this, std::move(work), [this](Result<Shape> fit) {
        if (fit)
            m_jobs[static_cast<std::size_t>(m_done)].after = std::move(*fit);
        else
            m_reason = fit.error().sentence;
        ++m_done;
        emit progressed();
        if (m_done < static_cast<int>(m_jobs.size()))
            next();
        else
            finish();
    });
    emit progressed();
}

void BatchFit::finish()
{
    const std::vector<Job> jobs = std::exchange(m_jobs, {});
    m_task.reset();
    m_done = 0;
    std::vector<Change> changes;
    const Scene& scene = m_document.scene();
    for (const Job& job : jobs) {
        const auto now = scene.shapes.find(job.before.id);
        if (job.after && now != scene.shapes.end() && now->second == job.before)
            changes.push_back(ValueChange<Shape>{job.before, job.after});
    }
    const auto count = static_cast<int>(changes.size());
    if (count == 0) {
        emit finished(0, static_cast<int>(jobs.size()), m_reason);
        return;
    }
    // Whether it is a key frame has been settled above: a fit says nothing of its own about that.
    const auto edited =
        m_document.edit(tr("Fit %1 frames to points").arg(count), std::move(changes), EditBy::Algorithm);
    emit finished(edited ? count : 0, static_cast<int>(jobs.size()), edited ? m_reason : edited.error().sentence);
}

} // namespace lunkuo
