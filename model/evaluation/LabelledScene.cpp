#include "model/evaluation/LabelledScene.h"

#include "model/cloud/CloudFormat.h"
#include "model/completion/SensorOrigin.h"
#include "model/evaluation/LabelNames.h"
#include "model/evaluation/Metrics.h"
#include "model/geometry/PointIndex.h"

#include <cmath>
#include <map>
#include <set>

namespace lunkuo
{

Result<Scene> unlabelledScene(const Recording& recording)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    Scene scene;
    scene.taxonomy = *taxonomy;
    const SequenceId sequence{1};
    scene.sequences.emplace(sequence, Sequence{sequence, recording.name, {}});
    for (std::size_t i = 0; i < recording.frames.size(); ++i) {
        const LabelledFrame& labelled = recording.frames[i];
        const auto number = static_cast<qint64>(i) + 1;
        Calibration calibration;
        calibration.id = CalibrationId{number};
        calibration.sensorOrigin = labelled.sensorOrigin;
        if (labelled.view)
            calibration.cameras = {*labelled.view};
        scene.calibrations.emplace(calibration.id, calibration);
        Frame frame;
        frame.id = FrameId{number};
        frame.sequence = sequence;
        frame.index = static_cast<int>(i);
        frame.name = labelled.name;
        frame.cloudPath = labelled.cloudPath;
        frame.calibration = calibration.id;
        if (labelled.world_sensor)
            frame.world_ego = Transform<WorldFrame, EgoFrame>{*labelled.world_sensor};
        frame.timestamp_ns = std::llround(1e9 * labelled.time_s);
        scene.frames.emplace(frame.id, frame);
    }
    return scene;
}

Result<std::optional<Eigen::Vector3d>> commonSensor(const Recording& recording)
{
    constexpr std::size_t enough = 5;
    std::vector<Eigen::Vector3d> estimates;
    for (const LabelledFrame& frame : recording.frames) {
        if (frame.sensorOrigin || estimates.size() == enough)
            continue;
        auto cloud = readCloud(frame.cloudPath);
        if (!cloud)
            return tl::unexpected(cloud.error());
        estimates.push_back(estimateSensorOrigin(*sortedCloud(std::move(*cloud))));
    }
    if (estimates.empty())
        return std::optional<Eigen::Vector3d>();
    Eigen::Vector3d middle;
    for (int axis = 0; axis < 3; ++axis) {
        std::vector<double> values;
        for (const Eigen::Vector3d& estimate : estimates)
            values.push_back(estimate[axis]);
        middle[axis] = quantile(std::move(values), 0.5);
    }
    return std::optional(middle);
}

Result<Scene> labelledScene(const Recording& recording)
{
    auto scene = unlabelledScene(recording);
    if (!scene)
        return scene;
    std::map<QString, TrackId> tracks;
    qint64 lastShape = 0;
    for (std::size_t i = 0; i < recording.frames.size(); ++i) {
        std::set<QString> taken;
        for (const LabelledObject& object : recording.frames[i].objects) {
            QString name = object.track;
            while (!taken.insert(name).second)
                name += u'+';
            TrackId& id = tracks[name];
            if (!id.isValid()) {
                id = {static_cast<qint64>(tracks.size())};
                const QString known = classOfLabel(object.label);
                Track track{id, scene->sequences.begin()->first, static_cast<int>(id.value),
                    known.isEmpty() ? object.label : known, object.trackAttributes};
                scene->tracks.emplace(id, std::move(track));
            }
            Shape shape;
            shape.id = {++lastShape};
            shape.track = id;
            shape.frame = {static_cast<qint64>(i) + 1};
            shape.cuboid = object.cuboid;
            shape.attributes = object.attributes;
            shape.origin = ShapeOrigin::Imported;
            scene->shapes.insert(std::move(shape));
        }
    }
    return scene;
}

} // namespace lunkuo
