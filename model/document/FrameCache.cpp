#include "model/document/FrameCache.h"

#include "model/base/CancelScope.h"
#include "model/base/Task.h"
#include "model/cloud/CloudFormat.h"
#include "model/completion/PreparedFrame.h"
#include "model/completion/SensorOrigin.h"
#include "model/document/FrameOrder.h"
#include "model/document/SensorEstimates.h"

#include <QScopeGuard>
#include <QTimer>
#include <algorithm>
#include <future>
#include <latch>
#include <list>
#include <map>
#include <set>

namespace lunkuo
{

namespace
{

constexpr std::size_t defaultBudget_bytes = std::size_t(1) << 30;
constexpr int framesAhead = 3;
constexpr int mostAhead = 10; ///< for somebody who goes on and on, or plays
constexpr int framesBehind = 1;
constexpr int farthestStep = 3; ///< frames; a longer way is a jump
constexpr int painting_ms = 30; ///< longer than a frame that is here takes to be on the screen

/// The grids by which places are looked up; they are as large for few points as for many.
constexpr std::size_t grids_bytes = 1'300'000;

/// What a loaded frame costs: the points, and what the completion looks them up by.
std::size_t bytesOf(const LoadedFrame& frame)
{
    std::size_t bytes = frame.cloud->xyz.size() * sizeof(float) + frame.cloud->sourceRow.size() * sizeof(std::uint32_t);
    for (const CloudField& field : frame.cloud->fields)
        bytes += std::visit([](const auto& values) { return values.size() * sizeof(values[0]); }, field.values);
    return bytes + grids_bytes + frame.cloud->size() * 12 +
           (frame.heights ? frame.heights->size() * sizeof(std::int16_t) : 0);
}

/// So that the next frame like this one need not wait for memory: unsorted and sorted, it takes it twice. Larger ones
/// have blocks of their own.
void makeRoomForNext(const LoadedFrame& frame)
{
    if (frame.cloud->size() <= heightsAtOnce / 2)
        makePointMemoryReady(2 * bytesOf(frame));
}

void takePrepared(LoadedFrame& frame, std::shared_ptr<const PreparedFrame> prepared)
{
    frame.prepared = std::move(prepared);
    frame.heights =
        frame.cloud->size() <= heightsAtOnce ? std::make_shared<const PointHeights>(*frame.prepared) : nullptr;
}

void prepare(LoadedFrame& frame, const std::optional<Eigen::Vector3d>& sensorOrigin)
{
    frame.estimate.reset();
    if (!sensorOrigin)
        frame.estimate = estimateSensorOrigin(*frame.cloud);
    takePrepared(frame, PreparedFrame::prepare(frame.cloud, sensorOrigin ? *sensorOrigin : *frame.estimate));
}

/// The ground, while it is being found on a thread of its own.
class GroundUnderWay
{
public:
    /// The points must stay where they are until they have been looked at.
    GroundUnderWay(std::span<const float> xyz, const Eigen::Vector3d& sensor)
        : m_ground(std::async(std::launch::async, [this, xyz, sensor, progress = CancelScope::current()] {
            const CancelScope scope(progress);
            return GroundEnvelope(lowestOf(xyz, sensor));
        }))
    {
    }

    void waitUntilLooked() const { m_looked.wait(); }
    [[nodiscard]] GroundEnvelope take() { return m_ground.get(); }

private:
    LowestPoints lowestOf(std::span<const float> xyz, const Eigen::Vector3d& sensor)
    {
        const auto told = qScopeGuard([this] { m_looked.count_down(); });
        return {xyz, sensor};
    }

    std::latch m_looked{1};
    std::future<GroundEnvelope> m_ground;
};

} // namespace

Result<LoadedFramePtr> loadFrame(
    FrameId id, const QString& cloudPath, const std::optional<Eigen::Vector3d>& sensorOrigin)
{
    Result<PointCloud> read = readCloud(cloudPath);
    if (!read)
        return tl::unexpected(read.error());
    if (CancelScope::isCancelled())
        return failure({});
    return LoadedFramePtr(preparedFrame(id, std::move(*read), sensorOrigin));
}

std::shared_ptr<LoadedFrame> preparedFrame(
    FrameId id, PointCloud cloud, const std::optional<Eigen::Vector3d>& sensorOrigin)
{
    auto frame = std::make_shared<LoadedFrame>();
    frame->id = id;
    // Sorting the points and finding the ground take about as long, and pictures wait for both.
    std::optional<GroundUnderWay> ground;
    if (sensorOrigin)
        ground.emplace(cloud.xyz, *sensorOrigin - cloud.offset);
    PointIndex::Order order = PointIndex::orderOf(cloud);
    if (ground)
        ground->waitUntilLooked();
    frame->index = PointIndex::sorting(std::move(cloud), std::move(order));
    frame->cloud = frame->index->sharedCloud();
    if (ground)
        takePrepared(*frame, PreparedFrame::prepare(frame->cloud, *sensorOrigin, ground->take()));
    else
        prepare(*frame, std::nullopt);
    return frame;
}

struct FrameCache::State
{
    State(const Document& owner, QDir folder)
        : document(owner)
        , order(owner)
        , base(std::move(folder))
    {
    }

    const Document& document;
    FrameOrder order;
    QDir base;
    int direction = 1; ///< -1: the person goes back through the frames
    int run = 0;       ///< how many steps went that way, one after another
    std::size_t budget = defaultBudget_bytes;
    std::size_t used = 0;
    FrameId current;
    std::list<LoadedFramePtr> recent; ///< latest used first
    LoadedFramePtr merged;            ///< handed out instead of its frame's own data
    std::map<FrameId, Progress> loading;
    std::set<FrameId> preparing; ///< anew
    SensorEstimates estimates;
    std::set<FrameId> failed; ///< not tried again until the person asks for it
    std::weak_ptr<const LoadedFrame> indexed;
    QTimer soon;            ///< to read ahead, once the frame that is here has been painted
    bool isCrowded = false; ///< the frames around the current one do not all fit, so no more are loaded ahead

    [[nodiscard]] std::list<LoadedFramePtr>::const_iterator find(FrameId id) const
    {
        return std::find_if(recent.begin(), recent.end(), [id](const LoadedFramePtr& f) { return f->id == id; });
    }

    [[nodiscard]] const Calibration* calibrationOf(FrameId id) const
    {
        const Scene& scene = document.scene();
        const auto frame = scene.frames.find(id);
        const auto found =
            frame == scene.frames.end() ? scene.calibrations.end() : scene.calibrations.find(frame->second.calibration);
        return found == scene.calibrations.end() ? nullptr : &found->second;
    }

    /// Where the frame is to be looked at from, when that is known for more than the frame alone.
    [[nodiscard]] std::optional<Eigen::Vector3d> sensorOrigin(FrameId id) const
    {
        if (const Calibration* calibration = calibrationOf(id); calibration && calibration->sensorOrigin)
            return calibration->sensorOrigin;
        const auto frame = document.scene().frames.find(id);
        return frame == document.scene().frames.end() ? std::nullopt : estimates.of(frame->second.sequence);
    }

    [[nodiscard]] bool isOutdated(const LoadedFrame& frame) const
    {
        const auto origin = sensorOrigin(frame.id);
        return origin ? frame.prepared->sensorOrigin() != *origin : !frame.estimate.has_value();
    }

    void keep(const LoadedFramePtr& frame)
    {
        used += bytesOf(*frame);
        recent.push_front(frame);
        makeRoom();
    }

    void drop(std::list<LoadedFramePtr>::const_iterator frame)
    {
        used -= bytesOf(**frame);
        recent.erase(frame);
    }

    /// Lets go of what was used longest ago, then of what is wanted least. The current frame stays however large it is.
    void makeRoom()
    {
        const std::vector<FrameId> near = wanted();
        for (auto last = recent.cend(); used > budget && last != recent.cbegin();) {
            const auto frame = std::prev(last);
            if ((*frame)->id == current || std::find(near.begin(), near.end(), (*frame)->id) != near.end())
                last = frame;
            else
                drop(frame);
        }
        for (auto id = near.rbegin(); used > budget && id != near.rend(); ++id)
            if (const auto frame = find(*id); frame != recent.end() && *id != current) {
                drop(frame);
                // Loading it again would push out another, and so on for ever.
                isCrowded = true;
            }
    }

    /// What is no longer wanted must not keep waiting what is.
    void cancelUnwanted()
    {
        const std::vector<FrameId> near = wanted();
        std::erase_if(loading, [&near](const auto& entry) {
            const bool isWanted = std::find(near.begin(), near.end(), entry.first) != near.end();
            if (!isWanted)
                entry.second.cancel();
            return !isWanted;
        });
    }

    void goTo(FrameId frame)
    {
        const int from = order.placeOf(current);
        const int to = order.placeOf(frame);
        if (from != FrameOrder::nowhere && to != FrameOrder::nowhere && from != to) {
            const int way = to > from ? 1 : -1;
            run = way == direction && std::abs(to - from) <= farthestStep ? run + 1 : 0;
            direction = way;
        }
        current = frame;
    }

    /// The current frame, then those ahead, then those behind, as far as they exist.
    [[nodiscard]] std::vector<FrameId> wanted() const
    {
        std::vector<FrameId> result;
        const int here = order.placeOf(current);
        if (here == FrameOrder::nowhere)
            return result;
        const auto add = [&](int place) {
            if (place >= 0 && place < order.count())
                result.push_back(order.at(place));
        };
        for (int i = 0; i <= std::clamp(run, framesAhead, mostAhead); ++i)
            add(here + direction * i);
        for (int i = 1; i <= framesBehind; ++i)
            add(here - direction * i);
        return result;
    }
};

FrameCache::FrameCache(const Document& document, QDir base, QObject* parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(document, std::move(base)))
{
    connect(&document, &Document::changed, this, &FrameCache::follow);
    m_state->soon.setSingleShot(true);
    m_state->soon.setInterval(painting_ms);
    connect(&m_state->soon, &QTimer::timeout, this, &FrameCache::loadNext);
}

FrameCache::~FrameCache()
{
    for (const auto& [id, progress] : m_state->loading)
        progress.cancel();
}

void FrameCache::request(FrameId frame)
{
    m_state->goTo(frame);
    m_state->failed.erase(frame);
    m_state->isCrowded = false;
    m_state->cancelUnwanted();
    if (const auto found = m_state->find(frame); found != m_state->recent.end()) {
        m_state->recent.splice(m_state->recent.begin(), m_state->recent, found);
        emit loaded(frame);
        loadSoon();
        return;
    }
    loadNext();
}

/// While somebody goes on faster than pictures are painted, it is not put off again and again.
void FrameCache::loadSoon()
{
    if (!m_state->soon.isActive())
        m_state->soon.start();
}

/// After the picture, before the first click and before those in the background who would make everybody wait.
void FrameCache::indexCurrent()
{
    const LoadedFramePtr frame = loadedFrame(m_state->current);
    if (!frame || frame == m_state->indexed.lock())
        return;
    m_state->indexed = frame;
    runTask(
        this,
        [frame](const Progress&) -> Result<void> {
            (void)frame->prepared->impl().index();
            makeRoomForNext(*frame);
            return {};
        },
        [](const Result<void>&) {});
}

void FrameCache::loadNext()
{
    indexCurrent();
    // One at a time, so that what the person waits for never shares the disk and the cores with what is loaded ahead.
    const std::vector<FrameId> wanted = m_state->wanted();
    for (const FrameId id : wanted) {
        if (m_state->find(id) != m_state->recent.end() || m_state->failed.contains(id))
            continue;
        const bool waitedFor = id == m_state->current;
        if (m_state->loading.contains(id) || (!m_state->loading.empty() && !waitedFor))
            return;
        if (!waitedFor && (m_state->isCrowded || m_state->used >= m_state->budget))
            return;
        load(id);
        return;
    }
}

void FrameCache::load(FrameId id)
{
    const QString path = absolutePath(m_state->document.scene().frames.at(id).cloudPath);
    const bool isWaitedFor = id == m_state->current;
    m_state->loading[id] = runTask(
        this,
        [id, path, isWaitedFor, origin = m_state->sensorOrigin(id)](
            const Progress& progress) -> Result<LoadedFramePtr> {
            const CancelScope scope(progress);
            if (progress.isCancelled())
                return failure({});
            Result<LoadedFramePtr> frame = loadFrame(id, path, origin);
            if (frame && !isWaitedFor)
                makeRoomForNext(**frame);
            return frame;
        },
        [this, id](Result<LoadedFramePtr> result) {
            m_state->loading.erase(id);
            if (result) {
                m_state->keep(*result);
                arrive(*result);
            } else {
                m_state->failed.insert(id);
                emit failed(id, result.error().sentence);
            }
            loadSoon();
        },
        isWaitedFor ? Urgency::WaitedFor : Urgency::Ahead);
}

/// A frame is there, for the first time or prepared anew.
void FrameCache::arrive(const LoadedFramePtr& frame)
{
    const Scene& scene = m_state->document.scene();
    const auto found = scene.frames.find(frame->id);
    if (frame->estimate && found != scene.frames.end())
        m_state->estimates.add(
            found->second.sequence, frame->id, *frame->estimate, scene.framesOf(found->second.sequence).size());
    emit loaded(frame->id);
    prepareAnew();
}

/// What was prepared for another place of the sensor. The clouds are there already, so it takes no time to speak of.
void FrameCache::prepareAnew()
{
    for (const LoadedFramePtr& frame : m_state->recent) {
        if (!m_state->isOutdated(*frame) || !m_state->preparing.insert(frame->id).second)
            continue;
        runTask(
            this,
            [frame, origin = m_state->sensorOrigin(frame->id)](const Progress&) -> Result<LoadedFramePtr> {
                auto anew = std::make_shared<LoadedFrame>(*frame);
                prepare(*anew, origin);
                return LoadedFramePtr(anew);
            },
            [this, frame](Result<LoadedFramePtr> anew) {
                m_state->preparing.erase(frame->id);
                const auto place = std::find(m_state->recent.begin(), m_state->recent.end(), frame);
                if (!anew || place == m_state->recent.end())
                    return;
                *place = *anew;
                arrive(*anew);
            });
    }
}

void FrameCache::follow(const Edit& edit)
{
    const auto saysWhereTheSensorIs = [](const Change& change) {
        return std::holds_alternative<ValueChange<Calibration>>(change) ||
               std::holds_alternative<ValueChange<Frame>>(change);
    };
    if (std::any_of(edit.changes.begin(), edit.changes.end(), saysWhereTheSensorIs))
        prepareAnew();
}

std::optional<SensorPlace> FrameCache::sensorOf(FrameId id) const
{
    using Source = SensorPlace::Source;
    if (const Calibration* calibration = m_state->calibrationOf(id); calibration && calibration->sensorOrigin)
        return SensorPlace{
            *calibration->sensorOrigin, calibration->isOriginByHand ? Source::ByHand : Source::Calibration};
    if (const auto origin = m_state->sensorOrigin(id))
        return SensorPlace{*origin, Source::Estimated};
    if (const LoadedFramePtr frame = loadedFrame(id))
        return SensorPlace{frame->prepared->sensorOrigin(), Source::Estimated};
    return std::nullopt;
}

LoadedFramePtr FrameCache::loadedFrame(FrameId frame) const
{
    if (m_state->merged && m_state->merged->id == frame)
        return m_state->merged;
    return ownFrame(frame);
}

LoadedFramePtr FrameCache::ownFrame(FrameId frame) const
{
    const auto found = m_state->find(frame);
    return found == m_state->recent.end() ? nullptr : *found;
}

LoadedFramePtr FrameCache::frameAhead() const
{
    const std::vector<FrameId> wanted = m_state->wanted();
    return wanted.size() > 1 ? loadedFrame(wanted[1]) : nullptr;
}

bool FrameCache::hasFailed(FrameId frame) const
{
    return m_state->failed.contains(frame);
}

QString FrameCache::absolutePath(const QString& path) const
{
    return QDir::cleanPath(m_state->base.absoluteFilePath(path));
}

void FrameCache::showMerged(LoadedFramePtr merged)
{
    const LoadedFramePtr before = std::exchange(m_state->merged, std::move(merged));
    for (const LoadedFramePtr& changed : {before, m_state->merged})
        if (changed && loadedFrame(changed->id))
            emit loaded(changed->id);
}

void FrameCache::reload()
{
    for (const auto& [id, progress] : m_state->loading)
        progress.cancel();
    m_state->loading.clear();
    m_state->recent.clear();
    m_state->used = 0;
    m_state->failed.clear();
    loadNext();
}

void FrameCache::setBudget(std::size_t bytes)
{
    m_state->budget = bytes;
    m_state->makeRoom();
}

} // namespace lunkuo
