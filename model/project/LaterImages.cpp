#include "model/project/LaterImages.h"

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

bool hasImageOf(const Frame& frame, const QString& camera)
{
    return std::any_of(
        frame.images.begin(), frame.images.end(), [&](const FrameImage& image) { return image.camera == camera; });
}

/// A frame that gets images, and what it should be calibrated by then.
struct Receiver
{
    Frame before;
    Frame after;
    Calibration wanted;
};

/// The cameras of frames that get images: what the project says of one stays, but for the size of pictures that nobody
/// had seen when it was made.
class Calibrations
{
public:
    Calibrations(const Scene& scene, const Scene& data)
        : m_scene(scene)
        , m_data(data)
        , m_next(scene.calibrations.empty() ? 1 : scene.calibrations.rbegin()->first.value + 1)
    {
        for (const auto& [id, frame] : scene.frames) {
            ++m_users[frame.calibration];
            for (const FrameImage& image : frame.images)
                m_pictured.insert({frame.calibration, image.camera});
        }
    }

    [[nodiscard]] Calibration wanted(const Frame& frame, const Frame& found) const
    {
        const auto known = m_scene.calibrations.find(frame.calibration);
        Calibration result = known == m_scene.calibrations.end() ? Calibration() : known->second;
        const auto more = m_data.calibrations.find(found.calibration);
        if (more == m_data.calibrations.end())
            return result;
        for (const Camera& camera : more->second.cameras) {
            const auto place = std::find_if(result.cameras.begin(), result.cameras.end(),
                [&](const Camera& other) { return other.name == camera.name; });
            if (place == result.cameras.end()) {
                result.cameras.push_back(camera);
            } else if (!m_pictured.contains({frame.calibration, camera.name})) {
                place->model.width_px = camera.model.width_px;
                place->model.height_px = camera.model.height_px;
            }
        }
        return result;
    }

    /// What is wanted becomes the calibration that the frames have where no other frame has it too, else one more.
    std::vector<Change> give(std::vector<Receiver>& receivers)
    {
        std::map<CalibrationId, std::vector<Receiver*>> groups;
        for (Receiver& receiver : receivers)
            groups[receiver.before.calibration].push_back(&receiver);
        std::vector<Change> changes;
        for (const auto& [id, group] : groups)
            giveTo(group, id, changes);
        return changes;
    }

private:
    void giveTo(const std::vector<Receiver*>& group, CalibrationId id, std::vector<Change>& changes)
    {
        const auto known = m_scene.calibrations.find(id);
        const bool isKnown = known != m_scene.calibrations.end();
        const Calibration& first = group.front()->wanted;
        const bool isOne = std::all_of(
            group.begin(), group.end(), [&](const Receiver* receiver) { return receiver->wanted == first; });
        if (isKnown && isOne && group.size() == m_users.at(id)) {
            if (!(first == known->second))
                changes.push_back(ValueChange<Calibration>{known->second, first});
            return;
        }
        std::vector<std::pair<Calibration, CalibrationId>> made;
        for (Receiver* receiver : group) {
            if (isKnown && receiver->wanted == known->second)
                continue;
            auto place = std::find_if(
                made.begin(), made.end(), [&](const auto& entry) { return entry.first == receiver->wanted; });
            if (place == made.end()) {
                place = made.insert(made.end(), {receiver->wanted, CalibrationId{m_next++}});
                Calibration added = receiver->wanted;
                added.id = place->second;
                changes.push_back(ValueChange<Calibration>{{}, added});
            }
            receiver->after.calibration = place->second;
        }
    }

    const Scene& m_scene;
    const Scene& m_data;
    qint64 m_next;
    std::map<CalibrationId, std::size_t> m_users;
    std::set<std::pair<CalibrationId, QString>> m_pictured; ///< cameras of which a frame has an image
};

/// Whether it has images of frames that are known.
bool hasImages(const Scene& data, const std::map<QString, FrameId>& known)
{
    return std::any_of(data.frames.begin(), data.frames.end(), [&](const auto& entry) {
        return !entry.second.images.empty() && known.contains(cloudOf(entry.second, QDir::root()));
    });
}

/// The folder of a sequence may say nothing of images where that of its dataset does.
Result<OpenedData> openAgain(QString folder, const QStringList& sequences, const Taxonomy& taxonomy,
    const std::map<QString, FrameId>& known, const Progress& progress)
{
    DataChoice choice;
    choice.sequences = sequences;
    choice.sweeps = true; // the project may have them
    Result<OpenedData> first = openData(folder, taxonomy, progress, choice);
    if (first && hasImages(first->scene, known))
        return first;
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
    std::vector<Receiver> receivers;
    std::set<FrameId> handled;
    for (const auto& [id, found] : data.frames) {
        const auto place = known.find(cloudOf(found, QDir::root()));
        if (place == known.end() || !handled.insert(place->second).second)
            continue;
        const Frame& before = scene.frames.at(place->second);
        Frame after = before;
        for (const FrameImage& image : placed.frames.at(id).images)
            if (!hasImageOf(before, image.camera)) {
                after.images.push_back(image);
                ++result.perCamera[image.camera];
            }
        if (after.images.size() > before.images.size())
            receivers.push_back({before, std::move(after), calibrations.wanted(before, found)});
    }
    // The cameras before the frames that refer to them.
    result.changes = calibrations.give(receivers);
    for (Receiver& receiver : receivers)
        result.changes.push_back(ValueChange<Frame>{std::move(receiver.before), std::move(receiver.after)});
    return result;
}

Result<LaterImages> findLaterImages(const Scene& scene, const QDir& projectFolder, const Progress& progress)
{
    const auto known = framesByCloud(scene, projectFolder);
    std::map<QString, QStringList> sequences; ///< by their folders
    for (const auto& [id, sequence] : scene.sequences)
        sequences[projectFolder.absoluteFilePath(sequence.folder)].push_back(sequence.name);
    Scene all;
    std::optional<Error> failed;
    for (const auto& [folder, names] : sequences) {
        if (progress.isCancelled())
            break;
        if (auto data = openAgain(folder, names, scene.taxonomy, known, progress))
            append(std::move(data->scene), all);
        else
            failed = data.error();
    }
    if (all.frames.empty() && failed)
        return tl::unexpected(*failed);
    return laterImages(scene, all, projectFolder);
}

} // namespace lunkuo
