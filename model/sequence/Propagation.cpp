#include "model/sequence/Propagation.h"

#include "model/base/Task.h"
#include "model/document/ReviewGuard.h"
#include "model/sequence/Carry.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

/// Where a frame's data comes from.
struct Source
{
    QString path;
    std::optional<Eigen::Vector3d> sensor;
    LoadedFramePtr loaded; ///< null: to be read
};

std::function<Result<LoadedFramePtr>(const Frame&)> loaderOf(
    const FrameCache& frames, const std::vector<const Frame*>& wanted, FrameId from)
{
    auto sources = std::make_shared<std::map<FrameId, Source>>();
    // A sensor that is not known for a frame is where it is in the frame that the person looks at.
    const auto usual = frames.sensorOf(from);
    for (const Frame* frame : wanted) {
        const auto known = frames.sensorOf(frame->id);
        const auto& place = known ? known : usual;
        (*sources)[frame->id] = {frames.absolutePath(frame->cloudPath),
            place ? std::optional(place->position) : std::nullopt, frames.ownFrame(frame->id)};
    }
    return [sources](const Frame& frame) -> Result<LoadedFramePtr> {
        const Source& source = sources->at(frame.id);
        return source.loaded ? Result<LoadedFramePtr>(source.loaded) : loadFrame(frame.id, source.path, source.sensor);
    };
}

} // namespace

Propagation::Propagation(Document& document, FrameCache& frames, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_frames(frames)
{
    constexpr int look_ms = 60;
    m_look.setInterval(look_ms);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (m_mark)
            emit progressed(m_mark->done, m_mark->total);
    });
}

Propagation::~Propagation()
{
    if (m_progress)
        m_progress->cancel();
}

void Propagation::start(const std::vector<TrackId>& tracks, FrameId from, int first, int last)
{
    const Scene& scene = m_document.scene();
    const auto frame = scene.frames.find(from);
    if (isRunning() || frame == scene.frames.end())
        return;
    std::vector<const Frame*> wanted;
    for (const FrameId id : scene.framesOf(frame->second.sequence))
        if (const Frame& other = scene.frames.at(id); other.index >= first && other.index <= last)
            wanted.push_back(&other);
    auto order = std::make_shared<const CarryOrder>(carryOrder(
        scene, frame->second.sequence, tracks, {frame->second.index, first, last}, loaderOf(m_frames, wanted, from)));
    m_mark = std::make_shared<Mark>();
    m_progress.emplace([mark = m_mark](int done, int total) {
        mark->done = done;
        mark->total = total;
    });
    m_look.start();
    emit runningChanged();
    runTask(
        this, [order, progress = *m_progress](const Progress&) { return carry(*order, progress); },
        [this, progress = *m_progress](const Result<CarryOutcome>& outcome) {
            if (!progress.isCancelled())
                take(outcome);
        });
}

void Propagation::take(const Result<CarryOutcome>& outcome)
{
    if (!outcome) {
        end();
        emit failed(outcome.error().sentence);
        return;
    }
    std::vector<Change> changes = changesOf(m_document.scene(), *outcome, [this] { return m_document.newShapeId(); });
    std::ptrdiff_t shapes = 0;
    for (const CarryOutcome::Object& object : outcome->objects)
        if (const auto track = m_document.scene().tracks.find(object.track); track != m_document.scene().tracks.end())
            shapes += std::count_if(object.shapes.begin(), object.shapes.end(),
                [&](const CarriedShape& shape) { return !track->second.absent.contains(shape.index); });
    const QStringList stops = sentencesOf(m_document.scene(), outcome->stops);
    const QString text = outcome->objects.size() == 1
                             ? tr("Carry an object through frames")
                             : tr("Carry %1 objects through frames").arg(outcome->objects.size());
    // It may have been begun before somebody came to review.
    const ReviewGuard::Pass pass;
    const Result<void> done =
        changes.empty() ? Result<void>() : m_document.edit(text, std::move(changes), EditBy::Algorithm);
    end();
    if (done)
        emit finished(static_cast<int>(shapes), stops);
}

void Propagation::cancel()
{
    if (!m_progress)
        return;
    m_progress->cancel();
    end();
}

void Propagation::end()
{
    m_progress.reset();
    m_mark.reset();
    m_look.stop();
    emit runningChanged();
}

} // namespace lunkuo
