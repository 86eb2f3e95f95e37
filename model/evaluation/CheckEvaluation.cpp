#include "model/evaluation/CheckEvaluation.h"

#include "model/evaluation/ClickSampler.h"
#include "model/evaluation/LabelledScene.h"
#include "model/review/FindingJson.h"
#include "model/synth/Random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckEvaluation)
};

/// Clouds in memory, so that each is read once for all rounds.
class Clouds
{
public:
    Clouds(const Scene& scene, const std::optional<Eigen::Vector3d>& sensor)
        : m_sensor(sensor)
    {
        const CheckedFrameSource read = framesFrom({});
        for (const auto& [id, frame] : scene.frames) {
            const auto calibration = scene.calibrations.find(frame.calibration);
            const bool isKnown = calibration != scene.calibrations.end() && calibration->second.sensorOrigin;
            auto loaded = read(frame, isKnown ? calibration->second.sensorOrigin : m_sensor, {});
            if (loaded)
                m_frames.emplace(id, *loaded);
            else
                remarks << loaded.error().sentence;
        }
    }

    [[nodiscard]] CheckedFrameSource source() const
    {
        return [this](const Frame& frame, const std::optional<Eigen::Vector3d>&,
                   const Progress&) -> Result<LoadedFramePtr> {
            const auto found = m_frames.find(frame.id);
            if (found == m_frames.end())
                return failure({});
            return found->second;
        };
    }
    [[nodiscard]] bool isEmpty() const { return m_frames.empty(); }

    [[nodiscard]] PointCounts counts(const Scene& scene) const
    {
        PointCounts result;
        for (const auto& [id, shape] : scene.shapes)
            if (const auto frame = m_frames.find(shape.frame); frame != m_frames.end())
                result[id] = frame->second->index->count(shape.cuboid);
        return result;
    }

    QStringList remarks;

private:
    std::optional<Eigen::Vector3d> m_sensor;
    std::map<FrameId, LoadedFramePtr> m_frames;
};

/// Nobody annotates what nobody sees; but who is seen before and after is annotated between.
void dropUnseen(Scene& scene, const PointCounts& counts, std::size_t fewest)
{
    std::vector<ShapeId> unseen;
    for (const auto& [id, track] : scene.tracks) {
        const std::vector<ShapeId> shapes = scene.shapesOf(id);
        const auto isSeen = [&](ShapeId shape) { return counts.contains(shape) && counts.at(shape) >= fewest; };
        const auto first = std::find_if(shapes.begin(), shapes.end(), isSeen);
        const auto last = std::find_if(shapes.rbegin(), shapes.rend(), isSeen).base();
        for (auto it = shapes.begin(); it != shapes.end(); ++it)
            if (it < first || it >= last)
                unseen.push_back(*it);
    }
    for (const ShapeId id : unseen)
        scene.shapes.erase(id);
    std::erase_if(scene.tracks, [&](const auto& entry) { return scene.shapes.ofTrack(entry.first).empty(); });
}

/// Whether the labels answer anything that the taxonomy asks.
bool hasAnswers(const Scene& scene)
{
    return std::any_of(scene.shapes.begin(), scene.shapes.end(), [&](const auto& entry) {
        return std::any_of(entry.second.attributes.begin(), entry.second.attributes.end(),
            [&](const auto& value) { return scene.taxonomy.attribute(value.first) != nullptr; });
    });
}

/// The last of the choices is what people say who do not know.
void answerTheRest(Scene& scene)
{
    for (const auto& [id, track] : scene.tracks)
        for (const ShapeId shapeId : scene.shapesOf(id)) {
            Shape shape = scene.shapes.at(shapeId);
            for (const QString& attribute : scene.unanswered(shape))
                if (const AttributeDef& def = *scene.taxonomy.attribute(attribute);
                    !def.choices.empty() && def.scope == AttributeDef::Scope::Frame)
                    shape.attributes[attribute] = def.choices.back().value;
            scene.shapes.insert(std::move(shape));
        }
}

bool isFound(const PlantedFault& fault, const Findings& findings, const std::set<QString>& before)
{
    constexpr double near_m = 2.0;
    const std::vector<CheckId>& by = faultTypes().at(static_cast<std::size_t>(fault.kind)).foundBy;
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        if (std::find(by.begin(), by.end(), finding.check) == by.end() || !finding.frame ||
            !fault.frames.contains(*finding.frame) || before.contains(finding.key()))
            return false;
        if (finding.track && fault.tracks.contains(*finding.track))
            return true;
        if (finding.other && fault.tracks.contains(*finding.other))
            return true;
        const auto missing = fault.missing.find(*finding.frame);
        if (missing != fault.missing.end())
            return !finding.track && finding.place && (*finding.place - missing->second.center).norm() < near_m;
        return fault.tracks.empty();
    });
}

QString lineOf(const PlantedFault& fault, const Scene& scene)
{
    QStringList tracks;
    for (const TrackId id : fault.tracks)
        if (const auto track = scene.tracks.find(id); track != scene.tracks.end())
            tracks << QStringLiteral("%1 %2").arg(track->second.classId).arg(track->second.number);
    const QString frame = fault.frames.empty() ? QString() : scene.frames.at(*fault.frames.begin()).name;
    return QStringLiteral("%1: %2, frame %3 (%4)")
        .arg(QLatin1String(faultTypes().at(static_cast<std::size_t>(fault.kind)).name),
            tracks.join(QStringLiteral(", ")), frame)
        .arg(fault.frames.size());
}

/// All kinds once, in an order of the round's own, so that each comes to choose first at times.
std::vector<FaultKind> kindsOf(std::uint64_t seed)
{
    std::vector<FaultKind> kinds;
    for (const FaultType& type : faultTypes())
        kinds.push_back(type.kind);
    synth::Random random(synth::mixed(seed) ^ 0x5EEDULL);
    for (std::size_t i = kinds.size(); i > 1; --i)
        std::swap(kinds[i - 1], kinds[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
    return kinds;
}

bool plantAndFind(CheckedRecording& result, const Clouds& clouds, const PointCounts& counts, std::uint64_t seed,
    const Progress& progress)
{
    std::set<QString> before;
    for (const Finding& finding : result.findings)
        before.insert(finding.key());
    Scene scene = result.scene;
    FaultPlanter planter(scene, counts, seed);
    std::vector<PlantedFault> faults;
    for (const FaultKind kind : kindsOf(seed))
        if (auto fault = planter.plant(kind))
            faults.push_back(std::move(*fault));
    CheckedScene checked(scene);
    if (!checked.run(clouds.source(), progress))
        return false;
    const Findings findings = checked.findings();
    for (const PlantedFault& fault : faults) {
        FaultCount& count = result.faults[fault.kind];
        ++count.planted;
        if (isFound(fault, findings, before))
            ++count.found;
        else
            result.missed << lineOf(fault, scene);
    }
    return true;
}

} // namespace

Result<CheckEvaluation> evaluateChecks(
    const std::vector<Recording>& recordings, const CheckEvaluationOptions& options, const Progress& progress)
{
    CheckEvaluation evaluation;
    for (const Recording& recording : recordings) {
        auto scene = labelledScene(recording);
        if (!scene)
            return tl::unexpected(scene.error());
        const auto sensor = commonSensor(recording);
        const Clouds clouds(*scene, sensor ? *sensor : std::nullopt);
        evaluation.remarks += recording.remarks + clouds.remarks;
        if (clouds.isEmpty())
            continue;
        dropUnseen(*scene, clouds.counts(*scene), options.fewestPoints);
        if (hasAnswers(*scene))
            answerTheRest(*scene);
        else
            scene->taxonomy.checks[keyOf(CheckId::MissingAttribute)].isOn = false;
        CheckedRecording result;
        result.name = recording.name;
        result.scene = *scene;
        QElapsedTimer timer;
        timer.start();
        CheckedScene checked(std::move(*scene));
        bool isWhole = checked.run(clouds.source(), progress);
        result.seconds = 1e-9 * static_cast<double>(timer.nsecsElapsed());
        result.findings = checked.findings();
        const PointCounts counts = clouds.counts(result.scene);
        for (int round = 0; round < options.rounds && isWhole; ++round)
            isWhole = plantAndFind(result, clouds, counts, options.seed + static_cast<std::uint64_t>(round), progress);
        if (!isWhole)
            return failure(Text::tr("The evaluation was cancelled."));
        evaluation.recordings.push_back(std::move(result));
    }
    if (evaluation.recordings.empty())
        return failure(evaluation.remarks.isEmpty() ? Text::tr("There is no labelled frame to check.")
                                                    : evaluation.remarks.front());
    return evaluation;
}

QString tableOf(const CheckEvaluation& evaluation)
{
    QString text;
    for (const CheckedRecording& recording : evaluation.recordings) {
        std::map<CheckId, int> byCheck;
        for (const Finding& finding : recording.findings)
            ++byCheck[finding.check];
        const auto shapes = static_cast<double>(recording.scene.shapes.size());
        text += Text::tr("== %1: %2 findings about %3 labelled boxes of %4 objects (%5 per 100 boxes), in %6 s ==\n")
                    .arg(recording.name)
                    .arg(recording.findings.size())
                    .arg(recording.scene.shapes.size())
                    .arg(recording.scene.tracks.size())
                    .arg(100.0 * static_cast<double>(recording.findings.size()) / std::max(1.0, shapes), 0, 'f', 1)
                    .arg(recording.seconds, 0, 'f', 1);
        for (const auto& [check, count] : byCheck)
            text += QStringLiteral("%1 %2\n").arg(QLatin1String(nameOf(check).name), 20).arg(count, 5);
        for (const Finding& finding : recording.findings)
            text +=
                QStringLiteral("  %1 %2\n")
                    .arg(finding.frame ? recording.scene.frames.at(*finding.frame).name : QString(), finding.sentence);
        int planted = 0;
        int found = 0;
        for (const auto& [kind, count] : recording.faults) {
            planted += count.planted;
            found += count.found;
        }
        if (planted == 0)
            continue;
        text += Text::tr("Planted faults found: %1 of %2 (%3 %)\n")
                    .arg(found)
                    .arg(planted)
                    .arg(100.0 * found / planted, 0, 'f', 1);
        for (const auto& [kind, count] : recording.faults)
            text += QStringLiteral("%1 %2 / %3\n")
                        .arg(QLatin1String(faultTypes().at(static_cast<std::size_t>(kind)).name), 20)
                        .arg(count.found)
                        .arg(count.planted);
        for (const QString& line : recording.missed)
            text += Text::tr("  missed: %1\n").arg(line);
    }
    return text;
}

QJsonObject toJson(const CheckEvaluation& evaluation)
{
    QJsonArray recordings;
    for (const CheckedRecording& recording : evaluation.recordings) {
        QJsonObject faults;
        int planted = 0;
        int found = 0;
        for (const auto& [kind, count] : recording.faults) {
            planted += count.planted;
            found += count.found;
            faults[QLatin1String(faultTypes().at(static_cast<std::size_t>(kind)).name)] =
                QJsonObject{{QStringLiteral("planted"), count.planted}, {QStringLiteral("found"), count.found}};
        }
        const auto shapes = static_cast<qint64>(recording.scene.shapes.size());
        recordings.append(QJsonObject{{QStringLiteral("name"), recording.name}, {QStringLiteral("boxes"), shapes},
            {QStringLiteral("objects"), static_cast<qint64>(recording.scene.tracks.size())},
            {QStringLiteral("frames"), static_cast<qint64>(recording.scene.frames.size())},
            {QStringLiteral("seconds"), recording.seconds},
            {QStringLiteral("findings_per_100_boxes"),
                shapes == 0 ? 0.0
                            : 100.0 * static_cast<double>(recording.findings.size()) / static_cast<double>(shapes)},
            {QStringLiteral("findings"), toJson(recording.findings, recording.scene)},
            {QStringLiteral("planted"), planted}, {QStringLiteral("found"), found}, {QStringLiteral("faults"), faults},
            {QStringLiteral("missed"), QJsonArray::fromStringList(recording.missed)}});
    }
    return {{QStringLiteral("recordings"), recordings},
        {QStringLiteral("remarks"), QJsonArray::fromStringList(evaluation.remarks)}};
}

} // namespace lunkuo
