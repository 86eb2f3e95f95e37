#include "model/sequence/MergedView.h"

#include "model/base/Task.h"

#include <algorithm>

namespace lunkuo
{

/// The frames still to be read, and what has been put together so far. Only one thread has it at a time.
struct MergedView::Work
{
    Work(const Frame& frame)
        : into(frame)
        , cloud(frame)
    {
    }

    Frame into;
    std::optional<Eigen::Vector3d> sensorOrigin;
    std::vector<MergeSource> sources;
    std::size_t next = 0;
    MergedCloud cloud;
};

MergedView::MergedView(const Document& document, Selection& selection, FrameCache& frames, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_frames(frames)
{
    connect(&selection, &Selection::frameAboutToChange, this, &MergedView::end);
    connect(&document, &Document::changed, this, [this](const Edit& edit) {
        const bool movesClouds = std::any_of(edit.changes.begin(), edit.changes.end(), [](const Change& change) {
            const auto* frame = std::get_if<ValueChange<Frame>>(&change);
            return std::holds_alternative<ValueChange<Calibration>>(change) ||
                   (frame && frame->before && frame->after && frame->before->world_ego != frame->after->world_ego);
        });
        // Ending settles what tools have half made, which is an edit of its own.
        if (movesClouds)
            QMetaObject::invokeMethod(this, &MergedView::end, Qt::QueuedConnection);
    });
}

MergedView::~MergedView()
{
    stop();
}

std::vector<FrameId> MergedView::framesOfSequence() const
{
    const Scene& scene = m_document.scene();
    const auto current = scene.frames.find(m_selection.frame());
    return current == scene.frames.end() ? std::vector<FrameId>() : scene.framesOf(current->second.sequence);
}

int MergedView::frameCount() const
{
    return static_cast<int>(framesOfSequence().size());
}

int MergedView::currentPlace() const
{
    const std::vector<FrameId> frames = framesOfSequence();
    return static_cast<int>(std::find(frames.begin(), frames.end(), m_selection.frame()) - frames.begin());
}

Result<void> MergedView::isPossible() const
{
    const std::vector<FrameId> frames = framesOfSequence();
    if (frames.size() < 2)
        return failure(tr("There is only one frame in this sequence, so that there is nothing to merge."));
    for (const FrameId id : frames)
        if (const Frame& frame = m_document.scene().frames.at(id); !frame.world_ego)
            return failure(
                tr("Frame %1 has no ego pose, so that nobody knows how the clouds of this sequence lie to each "
                   "other: they cannot be merged.")
                    .arg(frame.index + 1));
    return {};
}

MergeSource MergedView::sourceOf(FrameId frame, const std::set<TrackId>& leftOut) const
{
    MergeSource source;
    source.frame = m_document.scene().frames.at(frame);
    source.path = m_frames.absolutePath(source.frame.cloudPath);
    if (frame != m_selection.frame())
        source.leftOut = boxesOf(m_document.scene(), frame, leftOut);
    if (const auto sensor = m_frames.sensorOf(frame))
        source.sensorOrigin = sensor->position;
    return source;
}

void MergedView::show(const Range& range)
{
    if (const auto possible = isPossible(); !possible) {
        emit failed(possible.error().sentence);
        return;
    }
    end();
    const std::vector<FrameId> frames = framesOfSequence();
    const int here = currentPlace();
    m_range = range;
    m_range.first = std::clamp(range.first, 0, here);
    m_range.last = std::clamp(range.last, here, static_cast<int>(frames.size()) - 1);
    std::vector<int> places;
    for (int place = m_range.first; place <= m_range.last; ++place)
        places.push_back(place);
    // Of points in the same place those of the frame that is worked on are kept.
    std::stable_sort(
        places.begin(), places.end(), [here](int a, int b) { return std::abs(a - here) < std::abs(b - here); });
    auto work = std::make_shared<Work>(m_document.scene().frames.at(m_selection.frame()));
    if (const auto sensor = m_frames.sensorOf(m_selection.frame()))
        work->sensorOrigin = sensor->position;
    const std::set<TrackId> moving =
        range.withoutMoving ? movingTracks(m_document.scene(), work->into.sequence) : std::set<TrackId>();
    for (const int place : places)
        work->sources.push_back(sourceOf(frames[static_cast<std::size_t>(place)], moving));
    m_done = 0;
    m_total = static_cast<int>(work->sources.size());
    step(work);
    emit changed();
}

void MergedView::step(const std::shared_ptr<Work>& work)
{
    m_task = runTask(
        this,
        [work](const Progress& progress) -> Result<void> {
            if (progress.isCancelled())
                return failure({});
            return work->cloud.add(work->sources[work->next]);
        },
        [this, work](const Result<void>& added) {
            if (!added) {
                stop();
                emit changed();
                emit failed(added.error().sentence);
                return;
            }
            ++m_done;
            emit changed();
            if (++work->next < work->sources.size())
                step(work);
            else
                finish(work);
        });
}

void MergedView::finish(const std::shared_ptr<Work>& work)
{
    m_task = runTask(
        this,
        [work](const Progress&) -> Result<LoadedFramePtr> {
            auto frame = preparedFrame(work->into.id, work->cloud.take(), work->sensorOrigin);
            frame->merged = work->cloud.parts();
            return LoadedFramePtr(frame);
        },
        [this, work](Result<LoadedFramePtr> merged) {
            stop();
            if (!merged) {
                emit changed();
                emit failed(merged.error().sentence);
                return;
            }
            emit aboutToSwitch();
            m_isShown = true;
            m_voxel_m = work->cloud.voxel_m();
            m_frames.showMerged(*merged);
            emit changed();
        });
}

void MergedView::stop()
{
    if (m_task)
        m_task->cancel();
    m_task.reset();
}

void MergedView::end()
{
    if (!m_isShown && !m_task)
        return;
    stop();
    if (m_isShown) {
        emit aboutToSwitch();
        m_isShown = false;
        m_frames.showMerged(nullptr);
    }
    emit changed();
}

} // namespace lunkuo
