#include "model/tools/LaterImages.h"

#include "model/project/ProjectPaths.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/OpenData.h"

#include <QFileInfo>
#include <algorithm>
#include <set>

namespace lunkuo
{

namespace
{
constexpr int mostStepsUp = 3; ///< from the folder of a sequence to that of its dataset

template <class Items>
bool hasCamera(const Items& items, const QString& name)
{
    return std::any_of(items.begin(), items.end(), [&](const auto& item) {
        if constexpr (requires { item.camera; })
            return item.camera == name;
        else
            return item.name == name;
    });
}

QString cloudOf(const Frame& frame, const QDir& folder)
{
    return QDir::cleanPath(folder.absoluteFilePath(frame.cloudPath));
}

/// The frames by their clouds' absolute paths.
std::map<QString, FrameId> framesByCloud(const Scene& scene, const QDir& folder)
{
    std::map<QString, FrameId> result;
    for (const auto& [id, frame] : scene.frames)
        result.emplace(cloudOf(frame, folder), id);
    return result;
}

/// The calibrations of a project, and what is to become of them.
class Calibrations
{
public:
    Calibrations(const Scene& scene, const Scene& data)
        : m_scene(scene)
        , m_data(data)
        , m_next(scene.calibrations.empty() ? 1 : scene.calibrations.rbegin()->first.value + 1)
    {
    }

    /// One that has the cameras of both frames, the project's first: that of the frame itself for all that come to the
    /// same, else another.
    CalibrationId joined(const Frame& frame, const Frame& found)
    {
        const auto [place, isNew] = m_joined.try_emplace({frame.calibration, found.calibration});
        if (!isNew)
            return place->second;
        Calibration joined = of(m_scene, frame);
        for (const Camera& camera : of(m_data, found).cameras)
            if (!hasCamera(joined.cameras, camera.name))
                joined.cameras.push_back(camera);
        joined.id = frame.calibration;
        const auto known = m_scene.calibrations.find(frame.calibration);
        if (known == m_scene.calibrations.end() || m_after.emplace(joined.id, joined).first->second != joined) {
            joined.id = {m_next++};
            m_after.emplace(joined.id, joined);
        }
        return place->second = joined.id;
    }

    [[nodiscard]] std::vector<Change> changes() const
    {
        std::vector<Change> result;
        for (const auto& [id, after] : m_after) {
            const auto before = m_scene.calibrations.find(id);
            if (before == m_scene.calibrations.end())
                result.push_back(ValueChange<Calibration>{{}, after});
            else if (before->second != after)
                result.push_back(ValueChange<Calibration>{before->second, after});
        }
        return result;
    }

    [[nodiscard]] static Calibration of(const Scene& scene, const Frame& frame)
    {
        const auto known = scene.calibrations.find(frame.calibration);
        return known == scene.calibrations.end() ? Calibration{} : known->second;
    }

private:
    const Scene& m_scene;
    const Scene& m_data;
    qint64 m_next;
    std::map<std::pair<CalibrationId, CalibrationId>, CalibrationId> m_joined;
    std::map<CalibrationId, Calibration> m_after;
};

/// Whether it has images of frames that are known.
bool hasImages(const Scene& data, const std::map<QString, FrameId>& known)
{
    return std::any_of(data.frames.begin(), data.frames.end(), [&](const auto& entry) {
        return !entry.second.images.empty() && known.contains(cloudOf(entry.second, QDir::root()));
    });
}

/// The folder of a sequence may say nothing of images where that of its dataset does.
Result<OpenedData> openAgain(const Sequence& sequence, const QDir& projectFolder, const Taxonomy& taxonomy,
    const std::map<QString, FrameId>& known, const Progress& progress)
{
    QString folder = projectFolder.absoluteFilePath(sequence.folder);
    Result<OpenedData> first = openData(folder, taxonomy, progress);
    if (first && hasImages(first->scene, known))
        return first;
    DataChoice choice;
    choice.sequences = {sequence.name};
    for (int up = 0; up < mostStepsUp && !progress.isCancelled(); ++up) {
        folder = QFileInfo(folder).absolutePath();
        if (auto data = openData(folder, taxonomy, progress, choice); data && hasImages(data->scene, known))
            return data;
    }
    return first;
}
} // namespace

LaterImages laterImages(const Scene& scene, const Scene& data, const QDir& projectFolder)
{
    LaterImages result;
    const auto known = framesByCloud(scene, projectFolder);
    const Scene placed = withPathsFor(projectFolder, data, QDir::root());
    Calibrations calibrations(scene, data);
    std::vector<Change> frames;
    std::set<FrameId> handled;
    for (const auto& [id, found] : data.frames) {
        const auto place = known.find(cloudOf(found, QDir::root()));
        if (place == known.end() || !handled.insert(place->second).second)
            continue;
        const Frame& before = scene.frames.at(place->second);
        Frame after = before;
        for (const FrameImage& image : placed.frames.at(id).images)
            if (!hasCamera(before.images, image.camera) &&
                hasCamera(Calibrations::of(data, found).cameras, image.camera)) {
                after.images.push_back(image);
                ++result.perCamera[image.camera];
            }
        if (after.images.size() == before.images.size())
            continue;
        after.calibration = calibrations.joined(before, found);
        frames.push_back(ValueChange<Frame>{before, after});
    }
    // The cameras before the frames that refer to them.
    result.changes = calibrations.changes();
    std::move(frames.begin(), frames.end(), std::back_inserter(result.changes));
    return result;
}

Result<LaterImages> findLaterImages(const Scene& scene, const QDir& projectFolder, const Progress& progress)
{
    const auto known = framesByCloud(scene, projectFolder);
    Scene all;
    std::set<QString> clouds; ///< of those
    std::optional<Error> failed;
    for (const auto& [id, sequence] : scene.sequences) {
        const std::vector<FrameId> frames = scene.framesOf(id);
        // A dataset of several sequences comes as one.
        if (!frames.empty() && clouds.contains(cloudOf(scene.frames.at(frames.front()), projectFolder)))
            continue;
        auto data = openAgain(sequence, projectFolder, scene.taxonomy, known, progress);
        if (!data) {
            failed = data.error();
            continue;
        }
        for (const auto& [found, frame] : data->scene.frames)
            clouds.insert(cloudOf(frame, projectFolder));
        append(std::move(data->scene), all);
    }
    if (all.frames.empty() && failed)
        return tl::unexpected(*failed);
    return laterImages(scene, all, projectFolder);
}

} // namespace lunkuo
