#include "model/evaluation/SequenceAnnotator.h"

#include "model/completion/CompleteIn.h"
#include "model/evaluation/ClickSampler.h"
#include "model/evaluation/LabelledScene.h"
#include "model/evaluation/LabelNames.h"
#include "model/evaluation/Metrics.h"
#include "model/geometry/Polygon.h"
#include "model/sequence/WorldPose.h"
#include "model/tools/FitActions.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QtConcurrentMap>
#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SequenceEvaluation)
};

constexpr double right = 0.7;   ///< BEV overlap
constexpr int mostPerFrame = 4; ///< actions on one box before the next is looked at
constexpr double clearlyBetter = 0.03;

double seconds(const QElapsedTimer& timer)
{
    return 1e-9 * static_cast<double>(timer.nsecsElapsed());
}

} // namespace

Result<std::unique_ptr<SequenceAnnotator>> SequenceAnnotator::open(
    const Recording& recording, const SequenceEvaluationOptions& options, const Progress& progress)
{
    auto scene = unlabelledScene(recording);
    if (!scene)
        return tl::unexpected(scene.error());
    const auto sensor = commonSensor(recording);
    if (!sensor)
        return tl::unexpected(sensor.error());
    std::unique_ptr<SequenceAnnotator> annotator(
        new SequenceAnnotator(recording, options, progress, std::move(*scene)));
    for (std::size_t i = 0; i < recording.frames.size(); ++i) {
        if (!progress.report(static_cast<int>(i), 2 * static_cast<int>(recording.frames.size())))
            return failure(Text::tr("The evaluation was cancelled."));
        const LabelledFrame& labelled = recording.frames[i];
        auto loaded =
            loadFrame(annotator->m_ids[i], labelled.cloudPath, labelled.sensorOrigin ? labelled.sensorOrigin : *sensor);
        if (!loaded)
            return tl::unexpected(loaded.error());
        annotator->m_frames.push_back(*loaded);
    }
    annotator->findVehicles();
    return annotator;
}

SequenceAnnotator::SequenceAnnotator(
    const Recording& recording, const SequenceEvaluationOptions& options, const Progress& progress, Scene scene)
    : m_recording(recording)
    , m_options(options)
    , m_progress(progress)
    , m_document(std::move(scene), nullptr)
    , m_sequence(m_document.scene().sequences.begin()->first)
    , m_ids(m_document.scene().framesOf(m_sequence))
{
}

void SequenceAnnotator::findVehicles()
{
    std::map<QString, Vehicle> vehicles;
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        for (const LabelledObject& object : m_recording.frames[i].objects) {
            const QString classId = classOfLabel(object.label);
            if (!isVehicleClass(classId))
                continue;
            Vehicle& vehicle = vehicles[object.track];
            vehicle.report.recording = m_recording.name;
            vehicle.report.classId = classId;
            vehicle.report.track = object.track;
            Truth truth{object.cuboid, pointsInside(*m_frames[i]->cloud, object.cuboid)};
            vehicle.report.visibleFrames += truth.inside.size() >= m_options.fewestToSee ? 1 : 0;
            vehicle.truth.emplace(static_cast<int>(i), std::move(truth));
        }
    const auto mostPoints = [](const Vehicle& vehicle) {
        std::size_t most = 0;
        for (const auto& [index, truth] : vehicle.truth)
            most = std::max(most, truth.inside.size());
        return most;
    };
    for (auto& [track, vehicle] : vehicles)
        if (mostPoints(vehicle) >= m_options.fewestToClick)
            m_vehicles.push_back(std::move(vehicle));
    // A person begins with what is plain to see.
    std::stable_sort(m_vehicles.begin(), m_vehicles.end(),
        [&](const Vehicle& a, const Vehicle& b) { return mostPoints(a) > mostPoints(b); });
    for (Vehicle& vehicle : m_vehicles) {
        const auto worldOf = [&](int index, const Truth& truth) {
            return inWorld(m_document.scene().frames.at(m_ids[static_cast<std::size_t>(index)]), truth.cuboid).center;
        };
        const auto& [first, start] = *vehicle.truth.begin();
        const auto& [last, end] = *vehicle.truth.rbegin();
        vehicle.report.moved_m = (worldOf(last, end) - worldOf(first, start)).head<2>().norm();
    }
}

Result<std::vector<AnnotatedVehicle>> SequenceAnnotator::run()
{
    std::vector<TrackId> tracks;
    for (Vehicle& vehicle : m_vehicles) {
        click(vehicle);
        if (vehicle.annotated.isValid())
            tracks.push_back(vehicle.annotated);
    }
    QElapsedTimer timer;
    timer.start();
    if (const auto carried = carryTracks(tracks); !carried)
        return tl::unexpected(carried.error());
    ++m_carries;
    for (Vehicle& vehicle : m_vehicles) {
        vehicle.report.seconds += seconds(timer) / static_cast<double>(m_vehicles.size());
        measure(vehicle, true);
    }
    while (share() < m_options.goal) {
        Vehicle* vehicle = nextToCorrect();
        if (!vehicle || m_progress.isCancelled())
            break;
        QElapsedTimer own;
        own.start();
        correct(*vehicle, *worstFrame(*vehicle));
        ++vehicle->corrections;
        if (const auto carried = carryTracks({vehicle->annotated}); !carried)
            return tl::unexpected(carried.error());
        ++vehicle->report.carries;
        vehicle->report.seconds += seconds(own);
    }
    std::vector<AnnotatedVehicle> result;
    for (Vehicle& vehicle : m_vehicles) {
        measure(vehicle, false);
        result.push_back(vehicle.report);
    }
    return result;
}

/// One click in the frame where the vehicle has most points; another one where there is nothing to complete.
void SequenceAnnotator::click(Vehicle& vehicle)
{
    std::vector<std::pair<std::size_t, int>> frames;
    for (const auto& [index, truth] : vehicle.truth)
        frames.emplace_back(truth.inside.size(), index);
    std::stable_sort(frames.begin(), frames.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    constexpr std::size_t mostTries = 3;
    for (std::size_t i = 0; i < std::min(mostTries, frames.size()) && frames[i].first >= m_options.fewestToSee; ++i)
        if (clickAgain(vehicle, frames[i].second))
            return;
}

bool SequenceAnnotator::clickAgain(Vehicle& vehicle, int index)
{
    const auto place = static_cast<std::size_t>(index);
    const LoadedFrame& frame = *m_frames[place];
    const Truth& truth = vehicle.truth.at(index);
    QElapsedTimer timer;
    timer.start();
    const auto point = randomClick(*frame.cloud, truth.cuboid, truth.inside,
        clickKey(m_options.seed, {frame.id.isValid() ? m_recording.frames[place].name : QString(), vehicle.report.track,
                                     QString::number(vehicle.report.actions.clicks)}));
    if (!point)
        return false;
    ++vehicle.report.actions.clicks;
    CompletionInput input;
    input.belongs = {*point};
    auto completion = complete(*frame.prepared, input, completionOptions(m_document.scene(), vehicle.report.classId));
    if (!completion)
        return false;
    Shape shape;
    shape.frame = frame.id;
    shape.cuboid = completion->cuboid;
    shape.outline = std::move(completion->outline);
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = completion->confidence;
    shape.seeds = {{*point, true}};
    if (isMeasured(truth) && bevIou(shape.cuboid, truth.cuboid) < right)
        amend(vehicle, index, shape, completion->alternatives);
    Track track;
    track.classId = vehicle.report.classId;
    if (vehicle.annotated.isValid())
        track = m_document.scene().tracks.at(vehicle.annotated);
    const auto added = addShapes(m_document, QStringLiteral("click"), {{shape, track}});
    vehicle.report.seconds += seconds(timer);
    if (!added)
        return false;
    vehicle.annotated = m_document.scene().shapes.at(added->front()).track;
    return true;
}

/// Who sees at once that the box is wrong clicks once more where it is, or looks at the next ones; the cheapest of what
/// makes it right.
void SequenceAnnotator::amend(Vehicle& vehicle, int index, Shape& shape, const std::vector<Cuboid>& alternatives)
{
    const LoadedFrame& frame = *m_frames[static_cast<std::size_t>(index)];
    const Truth& truth = vehicle.truth.at(index);
    const CompletionOptions options = completionOptions(m_document.scene(), vehicle.report.classId);
    const auto take = [&](Result<Completion> completion) {
        if (!completion || bevIou(completion->cuboid, truth.cuboid) < right)
            return false;
        shape.cuboid = completion->cuboid;
        shape.outline = std::move(completion->outline);
        shape.confidence = completion->confidence;
        return true;
    };
    CompletionInput input;
    for (const SeedClick& seed : shape.seeds)
        (seed.belongs ? input.belongs : input.excluded).push_back(seed.position);
    if (const auto click = correctiveClick(*frame.cloud, truth.cuboid, truth.inside, shape.cuboid)) {
        CompletionInput more = input;
        (click->belongs ? more.belongs : more.excluded).push_back(click->position);
        if (take(complete(*frame.prepared, more, options))) {
            ++vehicle.report.actions.clicks;
            shape.seeds.push_back(*click);
            return;
        }
    }
    constexpr std::size_t mostTabs = 3;
    for (std::size_t i = 0; i < std::min(mostTabs, alternatives.size()); ++i)
        if (take(completeIn(*frame.prepared, alternatives[i], input, options))) {
            vehicle.report.actions.alternatives += static_cast<int>(i) + 1;
            return;
        }
}

Result<void> SequenceAnnotator::carryTracks(const std::vector<TrackId>& tracks)
{
    const auto load = [this](const Frame& frame) -> Result<LoadedFramePtr> {
        return m_frames[static_cast<std::size_t>(frame.index)];
    };
    const CarryRange whole{0, 0, static_cast<int>(m_frames.size()) - 1};
    const auto outcome = carry(carryOrder(m_document.scene(), m_sequence, tracks, whole, load), m_progress);
    if (!outcome)
        return tl::unexpected(outcome.error());
    for (const CarryOutcome::Object& object : outcome->objects)
        for (Vehicle& vehicle : m_vehicles)
            if (vehicle.annotated == object.track)
                vehicle.report.isStill = object.isStill;
    return m_document.edit(QStringLiteral("carry"),
        changesOf(m_document.scene(), *outcome, [this] { return m_document.newShapeId(); }), EditBy::Algorithm);
}

const Shape* SequenceAnnotator::shapeIn(const Vehicle& vehicle, int index) const
{
    return vehicle.annotated.isValid()
               ? m_document.scene().shapes.of(vehicle.annotated, m_ids[static_cast<std::size_t>(index)])
               : nullptr;
}

double SequenceAnnotator::iouIn(const Vehicle& vehicle, int index) const
{
    const Shape* shape = shapeIn(vehicle, index);
    return shape ? bevIou(shape->cuboid, vehicle.truth.at(index).cuboid) : 0.0;
}

bool SequenceAnnotator::isMeasured(const Truth& truth) const
{
    return truth.inside.size() >= m_options.fewestToMeasure;
}

int SequenceAnnotator::badFrames(const Vehicle& vehicle) const
{
    return static_cast<int>(std::count_if(vehicle.truth.begin(), vehicle.truth.end(),
        [&](const auto& entry) { return isMeasured(entry.second) && iouIn(vehicle, entry.first) < right; }));
}

/// A key frame before all others, which follow from it; of frames that are equally bad the one in which most is to be
/// seen.
std::optional<int> SequenceAnnotator::worstFrame(const Vehicle& vehicle) const
{
    std::optional<int> worst;
    std::tuple<bool, double, double> least;
    for (const auto& [index, truth] : vehicle.truth) {
        const double iou = iouIn(vehicle, index);
        const Shape* shape = shapeIn(vehicle, index);
        const std::tuple rank{!(shape && shape->isKeyFrame()), iou, -static_cast<double>(truth.inside.size())};
        if (isMeasured(truth) && iou < right && (!worst || rank < least)) {
            worst = index;
            least = rank;
        }
    }
    return worst;
}

SequenceAnnotator::Vehicle* SequenceAnnotator::nextToCorrect()
{
    Vehicle* next = nullptr;
    int most = 0;
    for (Vehicle& vehicle : m_vehicles)
        if (const int bad = badFrames(vehicle); bad > most && vehicle.corrections < m_options.mostCorrections) {
            next = &vehicle;
            most = bad;
        }
    return next;
}

double SequenceAnnotator::share() const
{
    int all = 0;
    int bad = 0;
    for (const Vehicle& vehicle : m_vehicles) {
        bad += badFrames(vehicle);
        all += static_cast<int>(std::count_if(
            vehicle.truth.begin(), vehicle.truth.end(), [&](const auto& entry) { return isMeasured(entry.second); }));
    }
    return all == 0 ? 1.0 : 1.0 - static_cast<double>(bad) / all;
}

void SequenceAnnotator::correct(Vehicle& vehicle, int index)
{
    for (int i = 0; i < mostPerFrame && iouIn(vehicle, index) < right; ++i)
        if (shapeIn(vehicle, index) ? !improve(vehicle, index) : !clickAgain(vehicle, index))
            return;
}

/// The fit key where that is enough; else the drag that helps most: of the whole box to its place, of one face, or of
/// the heading.
bool SequenceAnnotator::improve(Vehicle& vehicle, int index)
{
    const Shape before = *shapeIn(vehicle, index);
    const LoadedFrame& frame = *m_frames[static_cast<std::size_t>(index)];
    const Cuboid& truth = vehicle.truth.at(index).cuboid;
    const Scene& scene = m_document.scene();
    const auto put = [&](const Shape& after, int& count) {
        ++count;
        return m_document.edit(QStringLiteral("correct"), {ValueChange<Shape>{before, after}}).has_value();
    };
    if (const auto fit = fitted(scene, frame, before, vehicle.report.classId);
        fit && bevIou(fit->cuboid, truth) >= right)
        return put(*fit, vehicle.report.actions.fits);
    std::optional<Shape> best;
    double bestIou = bevIou(before.cuboid, truth) + clearlyBetter;
    const auto consider = [&](const Shape& after) {
        if (const double iou = bevIou(after.cuboid, truth); iou > bestIou) {
            bestIou = iou;
            best = after;
        }
    };
    Cuboid moved = before.cuboid;
    moved.center = truth.center;
    consider(changedByHand(before, moved));
    const double turn = std::remainder(truth.yaw() - before.cuboid.yaw(), std::numbers::pi);
    const Shape turned = changedByHand(before, before.cuboid.withYaw(before.cuboid.yaw() + turn));
    consider(turned);
    consider(fittedRound(scene, frame, before, turned, Face::Heading, vehicle.report.classId));
    if (const auto drag = correctiveDrag(truth, before.cuboid)) {
        const Shape dragged = changedByHand(before, drag->cuboid);
        consider(dragged);
        consider(fittedRound(scene, frame, before, dragged, drag->held, vehicle.report.classId));
    }
    return best && put(*best, vehicle.report.actions.drags);
}

void SequenceAnnotator::measure(Vehicle& vehicle, bool isFirst)
{
    if (isFirst)
        vehicle.report.boxes.clear();
    std::size_t place = 0;
    for (const auto& [index, truth] : vehicle.truth) {
        if (!isMeasured(truth))
            continue;
        const Shape* shape = shapeIn(vehicle, index);
        const auto at = static_cast<std::size_t>(index);
        if (isFirst) {
            MeasuredBox box;
            box.frame = m_recording.frames[at].name;
            box.points = truth.inside.size();
            box.firstIou = iouIn(vehicle, index);
            box.confidence = shape ? shape->confidence : 0.0;
            box.isKeyFrame = shape && shape->isKeyFrame();
            if (shape)
                box.first = shape->cuboid;
            box.range_m = (truth.cuboid.center - m_frames[at]->prepared->sensorOrigin()).head<2>().norm();
            vehicle.report.boxes.push_back(box);
        }
        vehicle.report.boxes[place++].bevIou = iouIn(vehicle, index);
    }
}

} // namespace lunkuo
