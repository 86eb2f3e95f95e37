#include "model/review/Checks.h"

#include "model/geometry/Polygon.h"
#include "model/images/CameraSight.h"
#include "model/review/CheckPlan.h"
#include "model/sequence/WorldPose.h"
#include "model/tools/ShapeActions.h"
#include "model/tools/SuggestionActions.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr std::array table{
    Check{CheckId::EmptyBox, QT_TRANSLATE_NOOP("Checks", "Empty box"), checkEmptyBox, true},
    Check{CheckId::LooseBox, QT_TRANSLATE_NOOP("Checks", "Box off its points"), checkLooseBox, true},
    Check{CheckId::CutPoints, QT_TRANSLATE_NOOP("Checks", "Points cut off"), checkCutPoints, true},
    Check{CheckId::Overlap, QT_TRANSLATE_NOOP("Checks", "Boxes overlap"), checkOverlap},
    Check{CheckId::OffGround, QT_TRANSLATE_NOOP("Checks", "Floating or sunken"), checkGround, true},
    Check{CheckId::OutOfRange, QT_TRANSLATE_NOOP("Checks", "Beyond the cloud"), checkRange, true},
    Check{CheckId::Outline, QT_TRANSLATE_NOOP("Checks", "Outline and box disagree"), checkOutline},
    Check{CheckId::MissingAttribute, QT_TRANSLATE_NOOP("Checks", "Attribute missing"), nullptr, false, checkAttributes},
    Check{CheckId::Truncation, QT_TRANSLATE_NOOP("Checks", "Truncation and picture disagree"), checkTruncation},
    Check{CheckId::Occlusion, QT_TRANSLATE_NOOP("Checks", "Occlusion and cloud disagree"), checkOcclusion, true},
    Check{CheckId::Unlabelled, QT_TRANSLATE_NOOP("Checks", "Unlabelled object"), checkUnlabelled, true},
    Check{CheckId::EmptyFrame, QT_TRANSLATE_NOOP("Checks", "Frame left out"), checkEmptyFrame},
    Check{CheckId::TrackGap, QT_TRANSLATE_NOOP("Checks", "Gap in a track"), checkGaps, true},
    Check{CheckId::Size, QT_TRANSLATE_NOOP("Checks", "Implausible size"), nullptr, false, checkSize},
    Check{CheckId::WrongClass, QT_TRANSLATE_NOOP("Checks", "Class and size disagree"), nullptr, false, checkClass},
    Check{CheckId::SizeChange, QT_TRANSLATE_NOOP("Checks", "Size changes"), nullptr, false, checkSizeChange},
    Check{CheckId::Heading, QT_TRANSLATE_NOOP("Checks", "Heading against motion"), nullptr, false, checkHeading},
    Check{CheckId::Jump, QT_TRANSLATE_NOOP("Checks", "Jump"), nullptr, false, checkJumps},
    Check{CheckId::Identity, QT_TRANSLATE_NOOP("Checks", "Identity switch"), nullptr, false, nullptr, checkIdentity},
    Check{CheckId::DuplicateTrack, QT_TRANSLATE_NOOP("Checks", "Object annotated twice"), nullptr, false, nullptr,
        checkDuplicate},
    Check{CheckId::KeyFramesFarApart, QT_TRANSLATE_NOOP("Checks", "Key frames too far apart"), nullptr, false,
        checkKeyFrames},
};

bool isInAnyPicture(const Scene& scene, const Frame& frame, const Eigen::Vector3d& place)
{
    const auto calibration = scene.calibrations.find(frame.calibration);
    return calibration != scene.calibrations.end() &&
           std::any_of(calibration->second.cameras.begin(), calibration->second.cameras.end(),
               [&](const Camera& camera) { return isInPicture(camera, place); });
}

/// Whether the cameras see the middle of nearly all that is annotated, and there is enough to say so. Of what a picture
/// cuts off the middle may lie outside.
bool isAllInView(const Scene& scene, const std::vector<FrameId>& frames)
{
    constexpr int enough = 3;
    constexpr double nearlyAll = 0.9;
    int count = 0;
    int inView = 0;
    for (const FrameId id : frames)
        for (const ShapeId shape : scene.shapes.ofFrame(id)) {
            ++count;
            inView += isInAnyPicture(scene, scene.frames.at(id), scene.shapes.at(shape).cuboid.center) ? 1 : 0;
        }
    return count >= enough && inView >= nearlyAll * count;
}

} // namespace

CheckFacts::Course CheckFacts::courseOf(const Scene& scene, SequenceId sequence)
{
    Course course{scene.framesOf(sequence), false, false};
    std::size_t annotated = 0;
    for (const FrameId id : course.frames)
        annotated += scene.shapes.ofFrame(id).empty() ? 0 : 1;
    course.isSparse = 2 * annotated < course.frames.size();
    course.isOnlyInView = isAllInView(scene, course.frames);
    return course;
}

CheckFacts::CheckFacts(const Scene& scene)
    : suggested(suggestionClasses(scene))
    , settings(scene.taxonomy.checks)
{
    for (const auto& [id, sequence] : scene.sequences)
        sequences.emplace(id, courseOf(scene, id));
    // What few objects of a class teach may be just what is wrong about them.
    constexpr std::ptrdiff_t enough = 5;
    for (const ClassDef& type : scene.taxonomy.classes) {
        const auto count = std::count_if(scene.tracks.begin(), scene.tracks.end(),
            [&type](const auto& entry) { return entry.second.classId == type.id; });
        sizes.emplace(type.id, count < enough ? usualOptions(type) : completionOptions(scene, type.id));
    }
}

bool CheckFacts::isOn(CheckId check) const
{
    return lunkuo::isOn(settings, check);
}

double CheckFacts::limit(CheckId check, const char* threshold) const
{
    return limitOf(settings, check, threshold);
}

std::vector<Gap> gapsOf(const Scene& scene, const CheckFacts& facts, TrackId id)
{
    std::vector<Gap> gaps;
    const auto track = scene.tracks.find(id);
    const auto course =
        track == scene.tracks.end() ? facts.sequences.end() : facts.sequences.find(track->second.sequence);
    if (course == facts.sequences.end())
        return gaps;
    const std::vector<FrameId>& frames = course->second.frames;
    const std::vector<ShapeId> shapes = scene.shapesOf(id);
    const auto around = [&shapes](std::size_t nearest) {
        const std::size_t first = nearest == 0 ? 0 : nearest - 1;
        const std::size_t end = std::min(shapes.size(), first + 4);
        return std::vector(
            shapes.begin() + static_cast<std::ptrdiff_t>(first), shapes.begin() + static_cast<std::ptrdiff_t>(end));
    };
    std::size_t place = 0; // of the frame that the walk has come to
    for (std::size_t s = 0; s < shapes.size(); ++s) {
        const std::size_t begin = place;
        while (place < frames.size() && frames[place] != scene.shapes.at(shapes[s]).frame)
            ++place;
        if (place == frames.size()) // in another sequence
            return gaps;
        const std::size_t missing = s > 0 ? place - begin : std::min<std::size_t>(place, 1);
        for (std::size_t k = place - missing; k < place; ++k)
            gaps.push_back({id, frames[k], s > 0 ? shapes[s - 1] : ShapeId(), shapes[s], static_cast<int>(missing),
                around(s > 0 ? s - 1 : 0)});
        ++place;
    }
    if (!shapes.empty() && place < frames.size())
        gaps.push_back({id, frames[place], shapes.back(), {}, 1, around(shapes.size() - 1)});
    return gaps;
}

bool isVehicleBody(const ClassDef* type)
{
    return type && (type->body == BodyKind::Car || type->body == BodyKind::Van || type->body == BodyKind::Truck ||
                       type->body == BodyKind::Bus);
}

bool isPersonBody(const ClassDef* type)
{
    return type && type->body == BodyKind::Pedestrian;
}

bool isCycleBody(const ClassDef* type)
{
    return type && type->body == BodyKind::Cyclist;
}

bool isRiderWithCycle(const ClassDef* one, const ClassDef* other)
{
    return (isPersonBody(one) && isCycleBody(other)) || (isCycleBody(one) && isPersonBody(other));
}

QString saidNumber(double value)
{
    return QString::number(std::abs(value), 'f', std::abs(value) < 10.0 ? 1 : 0);
}

bool isClaimed(const Scene& scene, FrameId frame, const Cuboid& cuboid)
{
    constexpr double claimed = 0.1; // BEV IoU
    const std::vector<ShapeId>& shapes = scene.shapes.ofFrame(frame);
    return std::any_of(shapes.begin(), shapes.end(), [&](ShapeId id) {
        const Cuboid& other = scene.shapes.at(id).cuboid;
        return bevIou(other, cuboid) > claimed || other.contains(cuboid.center) || cuboid.contains(other.center);
    });
}

bool Annotated::isVehicle() const
{
    return isVehicleBody(type);
}

QString Annotated::name(const Scene& scene) const
{
    return nameOf(scene, *track);
}

bool CheckedFrame::isLookedAt(const Eigen::Vector3d& place) const
{
    const auto course = facts.sequences.find(frame.sequence);
    return course == facts.sequences.end() || !course->second.isOnlyInView || isInAnyPicture(scene, frame, place);
}

Finding CheckedFrame::finding(CheckId check, Severity severity, const Annotated& object) const
{
    Finding result;
    result.check = check;
    result.severity = severity;
    result.sequence = frame.sequence;
    result.frame = frame.id;
    result.track = object.track->id;
    result.shape = object.shape->id;
    result.place = object.shape->cuboid.center;
    return result;
}

CheckedTrack::CheckedTrack(const Scene& ofScene, const CheckFacts& ofFacts, const Track& ofTrack)
    : scene(ofScene)
    , facts(ofFacts)
    , track(ofTrack)
    , type(ofScene.taxonomy.classOf(ofTrack.classId))
{
    const std::vector<ShapeId> shapes = scene.shapesOf(track.id);
    for (const ShapeId id : shapes)
        isPosed = isPosed && scene.frames.at(scene.shapes.at(id).frame).world_ego.has_value();
    for (const ShapeId id : shapes) {
        const Shape& shape = scene.shapes.at(id);
        const Frame& frame = scene.frames.at(shape.frame);
        places.push_back({&shape, &frame, seconds(frame), isPosed ? inWorld(frame, shape.cuboid) : shape.cuboid});
        const Eigen::Vector2d reach = Eigen::Vector2d::Constant(0.5 * shape.cuboid.size.norm());
        const Eigen::Vector2d middle = places.back().world.center.head<2>();
        extent.extend(middle - reach);
        extent.extend(middle + reach);
    }
    const double least = 0.5 * facts.limit(CheckId::Identity, "gain_m");
    const auto isOff = [&](std::size_t farther, std::size_t nearer, std::size_t at) {
        return (continued(places[farther], places[nearer], places[at].time_s) - places[at].world.center).norm() > least;
    };
    for (std::size_t i = 1; i < places.size(); ++i)
        if ((i >= 2 && isOff(i - 2, i - 1, i)) || (i + 1 < places.size() && isOff(i + 1, i, i - 1)))
            breaks.push_back(i);
}

std::optional<std::size_t> CheckedTrack::placeAt(int index) const
{
    const auto found = std::lower_bound(places.begin(), places.end(), index,
        [](const PlaceInTrack& place, int wanted) { return place.frame->index < wanted; });
    return found == places.end() || found->frame->index != index
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - places.begin()));
}

Eigen::Vector3d continued(const PlaceInTrack& farther, const PlaceInTrack& nearer, double time_s)
{
    constexpr double shortest_s = 1e-3;
    const double span = nearer.time_s - farther.time_s;
    if (std::abs(span) < shortest_s)
        return nearer.world.center;
    return nearer.world.center + (time_s - nearer.time_s) / span * (nearer.world.center - farther.world.center);
}

bool CheckedTrack::isVehicle() const
{
    return isVehicleBody(type);
}

QString CheckedTrack::name() const
{
    return nameOf(scene, track);
}

Finding CheckedTrack::finding(CheckId check, Severity severity, std::size_t place) const
{
    const PlaceInTrack& at = places.at(place);
    Finding result;
    result.check = check;
    result.severity = severity;
    result.sequence = track.sequence;
    result.frame = at.frame->id;
    result.track = track.id;
    result.shape = at.shape->id;
    result.place = at.shape->cuboid.center;
    return result;
}

Cuboid CheckedTrack::inSensorOf(std::size_t place, const Cuboid& world) const
{
    return isPosed ? inSensor(*places.at(place).frame, world) : world;
}

Fix CheckedTrack::placing(std::size_t place, const Cuboid& world) const
{
    Fix fix{FixKind::Place, inSensorOf(place, world)};
    fix.from = places.at(place).shape->cuboid;
    return fix;
}

Fix CheckedTrack::flipping(std::size_t place) const
{
    Fix fix{FixKind::Flip};
    fix.from = places.at(place).shape->cuboid;
    return fix;
}

std::span<const Check> checks()
{
    return table;
}

QString titleOf(CheckId check)
{
    return QCoreApplication::translate("Checks", table.at(static_cast<std::size_t>(check)).title);
}

} // namespace lunkuo
