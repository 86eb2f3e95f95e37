#include "model/sequence/TrackTiles.h"

#include "model/base/CancelScope.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

using NearPointsPtr = std::shared_ptr<const NearPoints>;

/// Whether the cut still shows enough round the box that has moved or grown since.
bool shows(const NearPoints& cut, const Cuboid& cuboid)
{
    constexpr double least_m = 0.5 * TrackTiles::margin_m;
    return (cut.base.center - cuboid.center).norm() < least_m &&
           (0.5 * (cuboid.size - cut.base.size)).maxCoeff() < least_m;
}

NearPointsPtr cutOut(const LoadedFrame& frame, const Cuboid& cuboid)
{
    const Eigen::Vector3d room = Eigen::Vector3d::Constant(2.0 * TrackTiles::margin_m);
    auto result = std::make_shared<NearPoints>(nearPoints(frame, cuboid, cuboid.size + room));
    auto& points = result->points;
    if (points.size() > TrackTiles::mostPoints) {
        const std::size_t count = points.size();
        for (std::size_t i = 0; i < TrackTiles::mostPoints; ++i)
            points[i] = points[i * count / TrackTiles::mostPoints];
        points.resize(TrackTiles::mostPoints);
        points.shrink_to_fit();
    }
    return result;
}

} // namespace

TrackTiles::TrackTiles(const Document& document, const FrameCache& frames, Urgency urgency, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_frames(frames)
    , m_urgency(urgency)
{
}

TrackTiles::~TrackTiles()
{
    if (m_reading)
        m_reading->second.cancel();
}

void TrackTiles::request(const std::vector<std::pair<FrameId, Cuboid>>& objects)
{
    m_wanted = objects;
    const auto isWanted = [this](FrameId frame) {
        return std::any_of(m_wanted.begin(), m_wanted.end(), [&](const auto& entry) { return entry.first == frame; });
    };
    std::erase_if(m_points, [&](const auto& entry) { return !isWanted(entry.first); });
    std::erase_if(m_failures, [&](const auto& entry) { return !isWanted(entry.first); });
    if (m_reading && !isWanted(m_reading->first)) {
        m_reading->second.cancel();
        m_reading.reset();
    }
    readNext();
}

NearPointsPtr TrackTiles::points(FrameId frame) const
{
    const auto found = m_points.find(frame);
    return found == m_points.end() ? nullptr : found->second;
}

QString TrackTiles::failureOf(FrameId frame) const
{
    const auto found = m_failures.find(frame);
    return found == m_failures.end() ? QString() : found->second;
}

void TrackTiles::readNext()
{
    const auto& frames = m_document.scene().frames;
    const auto next = std::find_if(m_wanted.begin(), m_wanted.end(), [&](const auto& entry) {
        const NearPointsPtr cut = points(entry.first);
        return frames.contains(entry.first) && !m_failures.contains(entry.first) && !(cut && shows(*cut, entry.second));
    });
    if (m_reading || next == m_wanted.end())
        return;
    const auto [id, cuboid] = *next;
    const auto sensor = m_frames.sensorOf(id);
    auto work = [id = id, cuboid = cuboid, there = m_frames.ownFrame(id),
                    path = m_frames.absolutePath(frames.at(id).cloudPath),
                    origin = sensor ? std::optional(sensor->position) : std::nullopt](
                    const Progress& progress) -> Result<NearPointsPtr> {
        const CancelScope scope(progress);
        if (progress.isCancelled())
            return failure({});
        const Result<LoadedFramePtr> frame = there ? there : loadFrame(id, path, origin);
        if (!frame)
            return tl::unexpected(frame.error());
        return cutOut(**frame, cuboid);
    };
    auto done = [this, id = id](Result<NearPointsPtr> result) {
        m_reading.reset();
        if (result)
            m_points[id] = *result;
        else
            m_failures[id] = result.error().sentence;
        emit arrived(id);
        readNext();
    };
    m_reading.emplace(id, runTask(this, std::move(work), std::move(done), m_urgency));
}

} // namespace lunkuo
