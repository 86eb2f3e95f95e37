#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/evaluation/LabelledFolder.h"
#include "model/evaluation/LabelNames.h"
#include "model/evaluation/Metrics.h"
#include "model/sequence/Carry.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchPropagate)
};

constexpr int runs = 10;
constexpr std::size_t mostObjects = 20;
constexpr std::size_t fewestPoints = 20;

/// Two frames of a recording, with up to 20 labelled vehicles annotated in the first.
struct TwoFrames
{
    Scene scene;
    std::vector<LoadedFramePtr> loaded;
    std::vector<TrackId> tracks;
};

Result<LoadedFramePtr> addFrame(TwoFrames& two, const LabelledFrame& labelled, int index)
{
    Frame frame;
    frame.id = FrameId{index + 1};
    frame.sequence = SequenceId{1};
    frame.index = index;
    frame.name = labelled.name;
    frame.timestamp_ns = std::llround(1e9 * labelled.time_s);
    if (labelled.world_sensor)
        frame.world_ego = Transform<WorldFrame, EgoFrame>{*labelled.world_sensor};
    two.scene.frames.emplace(frame.id, frame);
    auto loaded = loadFrame(frame.id, labelled.cloudPath, labelled.sensorOrigin);
    if (loaded)
        two.loaded.push_back(*loaded);
    return loaded;
}

Result<TwoFrames> twoFramesOf(const Recording& recording)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    TwoFrames two;
    two.scene.taxonomy = *taxonomy;
    two.scene.sequences.emplace(SequenceId{1}, Sequence{SequenceId{1}, recording.name, {}});
    const std::size_t middle = (recording.frames.size() - 1) / 2;
    for (int i = 0; i < 2; ++i)
        if (auto loaded = addFrame(two, recording.frames[middle + static_cast<std::size_t>(i)], i); !loaded)
            return tl::unexpected(loaded.error());
    for (const LabelledObject& object : recording.frames[middle].objects) {
        const QString classId = classOfLabel(object.label);
        if (two.tracks.size() == mostObjects || !isVehicleClass(classId) ||
            raisedPointsIn(*two.loaded.front()->prepared, object.cuboid, fewestPoints) < fewestPoints)
            continue;
        const auto number = static_cast<int>(two.tracks.size()) + 1;
        const TrackId id{number};
        two.scene.tracks.emplace(id, Track{id, SequenceId{1}, number, classId, {}, {}});
        Shape shape;
        shape.id = ShapeId{number};
        shape.track = id;
        shape.frame = FrameId{1};
        shape.cuboid = object.cuboid;
        two.scene.shapes.insert(shape);
        two.tracks.push_back(id);
    }
    return two;
}

Result<QJsonObject> measure(const QString& folder)
{
    const auto recordings = findRecordings(folder);
    if (!recordings)
        return tl::unexpected(recordings.error());
    if (recordings->front().frames.size() < 2)
        return failure(Text::tr("“%1” has fewer than two labelled frames.").arg(folder));
    const auto two = twoFramesOf(recordings->front());
    if (!two)
        return tl::unexpected(two.error());
    std::vector<double> carry_ms;
    qint64 found = 0;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto outcome = carry(carryOrder(two->scene, SequenceId{1}, two->tracks, {0, 0, 1},
                                       [&](const Frame& frame) -> Result<LoadedFramePtr> {
                                           return two->loaded[static_cast<std::size_t>(frame.index)];
                                       }),
            {});
        if (!outcome)
            return tl::unexpected(outcome.error());
        carry_ms.push_back(elapsed_ms(timer));
        found = 0;
        for (const CarryOutcome::Object& object : outcome->objects)
            found += static_cast<qint64>(object.shapes.size());
    }
    return QJsonObject{{QStringLiteral("median_ms"), quantile(carry_ms, 0.5)},
        {QStringLiteral("p95_ms"), quantile(carry_ms, 0.95)},
        {QStringLiteral("objects"), static_cast<qint64>(two->tracks.size())}, {QStringLiteral("carried"), found},
        {QStringLiteral("points"), static_cast<qint64>(two->loaded.back()->cloud->size())}};
}

} // namespace

int benchPropagate(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench propagate” takes one folder with labelled frames."));
        return 2;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
