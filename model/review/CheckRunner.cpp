#include "model/review/CheckRunner.h"

#include "model/base/Task.h"

#include <QThread>
#include <algorithm>
#include <condition_variable>

namespace lunkuo
{

namespace
{

constexpr int pause_ms = 300;
constexpr int look_ms = 250; ///< between looks at what the first pass has found so far

/// The frames in which an edit changes shapes.
std::set<FrameId> framesOf(const std::vector<Edit>& edits)
{
    std::set<FrameId> frames;
    for (const Edit& edit : edits)
        for (const Change& change : edit.changes)
            if (const auto* shape = std::get_if<ValueChange<Shape>>(&change))
                for (const std::optional<Shape>* value : {&shape->before, &shape->after})
                    if (*value)
                        frames.insert((*value)->frame);
    return frames;
}

} // namespace

class CheckRunner::Gate
{
public:
    void set(bool isClosed)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isClosed = isClosed;
        }
        m_opened.notify_all();
    }

    /// Those who wait look whether they have been cancelled.
    void wake()
    {
        {
            const std::lock_guard lock(m_mutex);
        }
        m_opened.notify_all();
    }

    /// Whoever is cancelled passes.
    void pass(const Progress& progress)
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [&] { return !m_isClosed || progress.isCancelled(); });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_isClosed = false;
};

void CheckRunner::Mark::tell(Findings findings)
{
    const std::lock_guard lock(m_mutex);
    m_found = std::move(findings);
}

std::optional<Findings> CheckRunner::Mark::taken()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_found, std::nullopt);
}

CheckRunner::CheckRunner(const Document& document, const FrameCache* frames, QDir base, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_frames(frames)
    , m_base(std::move(base))
    , m_gate(std::make_shared<Gate>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause_ms);
    connect(&m_pause, &QTimer::timeout, this, &CheckRunner::goOn);
    connect(&document, &Document::changed, this, &CheckRunner::follow);
    m_look.setInterval(look_ms);
    connect(&m_look, &QTimer::timeout, this, &CheckRunner::takeFirst);
}

CheckRunner::~CheckRunner()
{
    cancel();
}

void CheckRunner::cancel()
{
    m_task.cancel();
    m_work.cancel();
    m_gate->wake();
}

void CheckRunner::hold(bool isHeld)
{
    m_gate->set(isHeld);
}

void CheckRunner::setRunning(bool isRunning)
{
    if (isRunning == m_isRunning)
        return;
    m_isRunning = isRunning;
    emit runningChanged();
}

void CheckRunner::start()
{
    stop();
    m_isFollowing = true;
    run([scene = m_document.scene()] { return std::make_shared<CheckedScene>(scene); });
}

void CheckRunner::stop()
{
    cancel();
    m_pause.stop();
    m_look.stop();
    m_checked.reset();
    m_edits.clear();
    m_remarks.clear();
    m_isFollowing = false;
    m_isWhole = false;
    m_isRunning = false;
    if (!std::exchange(m_findings, {}).empty())
        emit changed();
    emit runningChanged();
}

void CheckRunner::follow(const Edit& edit)
{
    if (!m_isFollowing)
        return;
    m_edits.push_back(edit);
    m_pause.start();
}

void CheckRunner::goOn()
{
    if (m_isFollowing && !m_isRunning && m_checked && !m_edits.empty())
        run([checked = std::exchange(m_checked, nullptr)] { return checked; });
}

/// From memory where it is there; each frame is looked up now, because workers must not ask the cache.
CheckedFrameSource CheckRunner::source() const
{
    std::map<FrameId, LoadedFramePtr> inMemory;
    if (m_frames)
        for (const FrameId frame : framesOf(m_edits))
            if (LoadedFramePtr loaded = m_frames->ownFrame(frame))
                inMemory.emplace(frame, std::move(loaded));
    return [inMemory = std::move(inMemory), read = framesFrom(m_base.absolutePath())](const Frame& frame,
               const std::optional<Eigen::Vector3d>& sensorOrigin, const Progress& progress) -> Result<LoadedFramePtr> {
        const auto found = inMemory.find(frame.id);
        return found == inMemory.end() ? read(frame, sensorOrigin, progress) : Result<LoadedFramePtr>(found->second);
    };
}

void CheckRunner::run(std::function<std::shared_ptr<CheckedScene>()> begin)
{
    m_mark = std::make_shared<Mark>();
    m_work = Progress([mark = m_mark](int done, int total) {
        mark->done = done;
        mark->total = total;
    });
    const CheckedFrameSource held = [gate = m_gate, read = source()](const Frame& frame,
                                        const std::optional<Eigen::Vector3d>& sensorOrigin, const Progress& progress) {
        gate->pass(progress);
        return progress.isCancelled() ? Result<LoadedFramePtr>(failure({})) : read(frame, sensorOrigin, progress);
    };
    std::function<void(Findings)> tell;
    if (!m_isWhole) {
        tell = [mark = m_mark](Findings findings) { mark->tell(std::move(findings)); };
        m_look.start();
    }
    auto work = [begin = std::move(begin), source = held, edits = std::exchange(m_edits, {}), progress = m_work, tell](
                    const Progress&) -> Result<Outcome> {
        Outcome outcome{begin(), {}, {}};
        outcome.checked->setThreads(std::max(1, QThread::idealThreadCount() / 2));
        outcome.checked->setTell(tell, look_ms);
        outcome.checked->update(edits, source, progress);
        outcome.findings = outcome.checked->findings();
        outcome.remarks = outcome.checked->remarks();
        return outcome;
    };
    m_task = runTask(
        this, std::move(work),
        [this](Result<Outcome> outcome) {
            if (outcome)
                arrive(std::move(*outcome));
            else
                stop();
        },
        Urgency::Background);
    setRunning(true);
}

void CheckRunner::takeFirst()
{
    if (auto found = m_mark->taken()) {
        m_findings = std::move(*found);
        emit changed();
    }
}

void CheckRunner::arrive(Outcome outcome)
{
    m_look.stop();
    m_checked = std::move(outcome.checked);
    m_findings = std::move(outcome.findings);
    m_remarks = std::move(outcome.remarks);
    m_isWhole = true;
    m_isRunning = false; // told once it is known whether more has to be looked at
    emit changed();
    goOn();
    if (!m_isRunning)
        emit runningChanged();
}

} // namespace lunkuo
