#include "model/scene/SequenceFiles.h"

#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SequenceFiles)
};

bool matches(std::size_t count, const Scene& scene, const QString& path, QStringList& remarks)
{
    if (count == scene.frames.size())
        return true;
    remarks.push_back(
        Text::tr("“%1” has %2 lines for %3 frames, so it was left out.").arg(path).arg(count).arg(scene.frames.size()));
    return false;
}
} // namespace

void setTimes(const QString& path, Scene& scene, QStringList& remarks)
{
    const auto times = readTimes(path);
    if (!times)
        remarks.push_back(times.error().sentence);
    else if (matches(times->size(), scene, path, remarks))
        for (auto& [id, frame] : scene.frames)
            frame.timestamp_ns = (*times)[static_cast<std::size_t>(frame.index)];
}

void setTimesByNumber(const QString& path, Scene& scene, QStringList& remarks)
{
    const auto times = readNumberedTimes(path);
    if (!times) {
        remarks.push_back(times.error().sentence);
        return;
    }
    int without = 0;
    for (auto& [id, frame] : scene.frames) {
        bool isNumber = false;
        const uint number = frame.name.toUInt(&isNumber);
        frame.timestamp_ns = isNumber && number < times->size() ? (*times)[number] : std::nullopt;
        without += frame.timestamp_ns ? 0 : 1;
    }
    if (without > 0)
        remarks.push_back(Text::tr("Frames that “%1” has no moment for: %2.").arg(path).arg(without));
}

bool setTimesFromNames(Scene& scene)
{
    for (const auto& [id, frame] : scene.frames)
        if (!timestampOf(frame.name))
            return false;
    for (auto& [id, frame] : scene.frames)
        frame.timestamp_ns = timestampOf(frame.name);
    return true;
}

void spreadTimes(const std::vector<FrameId>& ids, std::map<FrameId, Frame>& frames)
{
    constexpr double usualPeriod_ns = 1e8;
    std::vector<std::pair<std::ptrdiff_t, qint64>> timed;
    for (std::ptrdiff_t i = 0; i < std::ssize(ids); ++i)
        if (const auto time = frames.at(ids[static_cast<std::size_t>(i)]).timestamp_ns)
            timed.emplace_back(i, *time);
    if (timed.empty())
        return;
    const auto& first = timed.front();
    const auto& last = timed.back();
    const auto paceBetween = [](const auto& a, const auto& b) {
        return static_cast<double>(b.second - a.second) / static_cast<double>(b.first - a.first);
    };
    const double pace = last.second > first.second ? paceBetween(first, last) : usualPeriod_ns;
    for (std::ptrdiff_t i = 0; i < std::ssize(ids); ++i) {
        const auto after =
            std::find_if(timed.begin(), timed.end(), [i](const auto& entry) { return entry.first >= i; });
        const auto& from = after == timed.begin() ? first : *std::prev(after);
        const bool isBetween = after != timed.begin() && after != timed.end();
        const double step = isBetween ? paceBetween(from, *after) : pace;
        if (after == timed.end() || after->first != i)
            frames.at(ids[static_cast<std::size_t>(i)]).timestamp_ns =
                from.second + std::llround(step * static_cast<double>(i - from.first));
    }
}

void setPoses(const QString& path, const Eigen::Isometry3d& posed_sensor, Scene& scene, QStringList& remarks)
{
    const auto poses = readPoses(path);
    if (!poses) {
        remarks.push_back(poses.error().sentence);
        return;
    }
    if (!matches(poses->size(), scene, path, remarks))
        return;
    for (auto& [id, frame] : scene.frames) {
        const Eigen::Isometry3d& pose = (*poses)[static_cast<std::size_t>(frame.index)];
        frame.world_ego = Transform<WorldFrame, EgoFrame>{posed_sensor.inverse() * pose * posed_sensor};
    }
}

void addFound(ImportedShapes&& found, Scene& scene, QStringList& remarks)
{
    remarks += found.remarks + found.notes;
    for (Track& track : found.tracks)
        scene.tracks.emplace(track.id, std::move(track));
    for (Shape& shape : found.shapes)
        scene.shapes.insert(std::move(shape));
}

} // namespace lunkuo
