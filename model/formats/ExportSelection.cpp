#include "model/formats/ExportSelection.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportSelection)
};

/// Whether people are through with the frame.
bool isFinished(const Frame& frame)
{
    return frame.state == FrameState::Done;
}

bool isInRange(const Scene& scene, const Frame& frame, int place, const ExportSelection& selection, LeftOut& leftOut)
{
    if (place < selection.firstFrame || (selection.lastFrame > 0 && place > selection.lastFrame)) {
        ++leftOut.framesOutsideRange;
        return false;
    }
    if (selection.finishedOnly && !isFinished(frame)) {
        ++leftOut.unfinishedFrames;
        return false;
    }
    if ((selection.gate == ReviewGate::Frames && !scene.isAccepted(frame)) ||
        (selection.gate == ReviewGate::WholeFrames && !isWhollyAccepted(scene, frame))) {
        ++leftOut.notAcceptedFrames;
        return false;
    }
    return true;
}

/// From the sensor to the middle of the box, in the plane.
double distance_m(const Scene& scene, const Shape& shape)
{
    const auto calibration = scene.calibrations.find(scene.frames.at(shape.frame).calibration);
    const Eigen::Vector3d sensor = calibration == scene.calibrations.end()
                                       ? Eigen::Vector3d::Zero()
                                       : calibration->second.sensorOrigin.value_or(Eigen::Vector3d::Zero());
    return (shape.cuboid.center - sensor).head<2>().norm();
}

/// Whether the mapping lets the class go out, and under which name.
void mapTracks(Scene& scene, const ClassMapping& mapping, std::set<TrackId>& atHome)
{
    for (auto& [id, track] : scene.tracks) {
        if (const auto to = mapping.of(track.classId))
            track.classId = *to;
        else
            atHome.insert(id);
    }
    scene.taxonomy = mapping.applied(scene.taxonomy);
}

/// Tracks without shapes. Sequences stay: frames are told apart by them, also when the dataset is read back into the
/// whole project.
void dropEmpty(Scene& scene)
{
    std::erase_if(scene.tracks, [&scene](const auto& entry) { return scene.shapes.ofTrack(entry.first).empty(); });
}

template <class Wanted>
void dropShapes(Scene& scene, const Wanted& isWanted)
{
    std::vector<ShapeId> gone;
    for (const auto& [id, shape] : scene.shapes)
        if (!isWanted(shape))
            gone.push_back(id);
    for (const ShapeId id : gone)
        scene.shapes.erase(id);
}

template <class Wanted>
void keepFrames(Scene& scene, const Wanted& isWanted)
{
    dropShapes(scene, [&](const Shape& shape) { return isWanted(shape.frame); });
    std::erase_if(scene.frames, [&](const auto& entry) { return !isWanted(entry.first); });
}

const QString finishedKey = QStringLiteral("finished");
const QString gateKey = QStringLiteral("accepted");
const QString firstKey = QStringLiteral("firstFrame");
const QString lastKey = QStringLiteral("lastFrame");
const QString pointsKey = QStringLiteral("minimumPoints");
const QString rangeKey = QStringLiteral("range_m");
const QString mappingKey = QStringLiteral("mapping");
} // namespace

QString idOf(ReviewGate gate)
{
    static const std::array ids{
        QStringLiteral("nothing"), QStringLiteral("frames"), QStringLiteral("objects"), QStringLiteral("whole-frames")};
    return ids[static_cast<std::size_t>(gate)];
}

std::optional<ReviewGate> reviewGateOf(const QString& id)
{
    for (const ReviewGate gate :
        {ReviewGate::Nothing, ReviewGate::Frames, ReviewGate::Objects, ReviewGate::WholeFrames})
        if (idOf(gate) == id)
            return gate;
    return std::nullopt;
}

bool isWhollyAccepted(const Scene& scene, const Frame& frame)
{
    const auto& shapes = scene.shapes.ofFrame(frame.id);
    return scene.isAccepted(frame) ||
           (!shapes.empty() && std::all_of(shapes.begin(), shapes.end(),
                                   [&scene](ShapeId id) { return scene.isAccepted(scene.shapes.at(id)); }));
}

QJsonObject ExportSelection::toJson() const
{
    return {{finishedKey, finishedOnly}, {gateKey, idOf(gate)}, {firstKey, firstFrame}, {lastKey, lastFrame},
        {pointsKey, minimumPoints}, {rangeKey, range_m}, {mappingKey, mapping.toJson()}};
}

ExportSelection ExportSelection::fromJson(const QJsonObject& json)
{
    ExportSelection result;
    result.finishedOnly = json.value(finishedKey).toBool();
    result.gate = reviewGateOf(json.value(gateKey).toString()).value_or(ReviewGate::Nothing);
    result.firstFrame = std::max(1, json.value(firstKey).toInt(1));
    result.lastFrame = std::max(0, json.value(lastKey).toInt());
    result.minimumPoints = std::max(0, json.value(pointsKey).toInt());
    result.range_m = std::max(0.0, json.value(rangeKey).toDouble());
    if (const auto mapping = ClassMapping::fromJson(json.value(mappingKey).toObject(), {}))
        result.mapping = *mapping;
    return result;
}

QStringList LeftOut::sentences() const
{
    QStringList result;
    const auto say = [&result](int count, const QString& sentence) {
        if (count > 0)
            result.push_back(sentence.arg(count));
    };
    say(incompleteFrames,
        Text::tr("Frames whose annotation goes out incomplete, because some of their boxes are not accepted: %1. "
                 "Training takes the missing objects for background. The choice “Only frames that are wholly accepted” "
                 "leaves "
                 "such frames out."));
    say(framesOutsideRange, Text::tr("Frames outside the range, left out: %1."));
    say(unfinishedFrames, Text::tr("Frames that are not finished, left out: %1."));
    say(notAcceptedFrames, Text::tr("Frames that no reviewer has accepted, left out: %1."));
    say(framesBetweenBlocks, Text::tr("Frames between training, validation and test, left out: %1."));
    say(notAccepted, Text::tr("Boxes that no reviewer has accepted, left out: %1."));
    say(classes, Text::tr("Boxes of classes that are not exported: %1."));
    say(tooFar, Text::tr("Boxes too far from the sensor, left out: %1."));
    say(fewPoints, Text::tr("Boxes with too few points, left out: %1."));
    return result;
}

QJsonObject LeftOut::toJson() const
{
    return {{QStringLiteral("framesOutsideRange"), framesOutsideRange},
        {QStringLiteral("unfinishedFrames"), unfinishedFrames},
        {QStringLiteral("notAcceptedFrames"), notAcceptedFrames}, {QStringLiteral("notAccepted"), notAccepted},
        {QStringLiteral("incompleteFrames"), incompleteFrames},
        {QStringLiteral("framesBetweenBlocks"), framesBetweenBlocks}, {QStringLiteral("classes"), classes},
        {QStringLiteral("tooFar"), tooFar}, {QStringLiteral("fewPoints"), fewPoints}};
}

SelectedScene selected(const Scene& scene, const ExportSelection& selection)
{
    SelectedScene result{scene, {}};
    std::set<FrameId> wanted;
    for (const auto& [id, sequence] : scene.sequences) {
        int place = 0;
        for (const FrameId frame : scene.framesOf(id))
            if (isInRange(scene, scene.frames.at(frame), ++place, selection, result.leftOut))
                wanted.insert(frame);
    }
    keepFrames(result.scene, [&wanted](FrameId id) { return wanted.count(id) > 0; });

    std::set<TrackId> atHome;
    mapTracks(result.scene, selection.mapping, atHome);
    std::set<FrameId> incomplete;
    dropShapes(result.scene, [&](const Shape& shape) {
        const bool isAtHome = atHome.count(shape.track) > 0;
        const bool isTooFar = selection.range_m > 0.0 && distance_m(scene, shape) > selection.range_m;
        if (selection.gate == ReviewGate::Objects && !scene.isAccepted(shape)) {
            ++result.leftOut.notAccepted;
            // What nobody wanted of the frame is not missing in it.
            if (!isAtHome && !isTooFar)
                incomplete.insert(shape.frame);
            return false;
        }
        result.leftOut.classes += isAtHome ? 1 : 0;
        result.leftOut.tooFar += !isAtHome && isTooFar ? 1 : 0;
        return !isAtHome && !isTooFar;
    });
    result.leftOut.incompleteFrames = static_cast<int>(incomplete.size());
    dropEmpty(result.scene);
    return result;
}

void dropSparse(SelectedScene& selected, int minimumPoints, const PointCounts& counts)
{
    dropShapes(selected.scene, [&](const Shape& shape) {
        const auto found = counts.find(shape.id);
        const bool isSparse = found != counts.end() && found->second < minimumPoints;
        selected.leftOut.fewPoints += isSparse ? 1 : 0;
        return !isSparse;
    });
    dropEmpty(selected.scene);
}

void dropFrames(Scene& scene, const std::vector<FrameId>& frames)
{
    const std::set<FrameId> gone(frames.begin(), frames.end());
    keepFrames(scene, [&gone](FrameId id) { return gone.count(id) == 0; });
    dropEmpty(scene);
}

Result<SelectedScene> selectedScene(
    const Scene& scene, const ExportSelection& selection, const QDir& projectFolder, const Progress& progress)
{
    SelectedScene result = selected(scene, selection);
    if (selection.minimumPoints <= 0)
        return result;
    const auto counts = countPoints(result.scene, projectFolder, progress);
    if (!counts)
        return tl::unexpected(counts.error());
    dropSparse(result, selection.minimumPoints, *counts);
    return result;
}

} // namespace lunkuo
