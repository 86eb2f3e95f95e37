#include "model/evaluation/PlanterParts.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

/// Bodies that a box tells apart.
int familyOf(const ClassDef& type)
{
    switch (type.body) {
    case BodyKind::Car:
    case BodyKind::Van:
        return 0;
    case BodyKind::Truck:
    case BodyKind::Bus:
        return 1;
    case BodyKind::Pedestrian:
        return 2;
    case BodyKind::Cyclist:
        return 3;
    case BodyKind::Other:
        break;
    }
    return 4;
}

/// Twelve triangles and a rectangle, as an importer might make of a box.
Outline boxOutline(const Eigen::Vector3d& size)
{
    Outline outline;
    const Cuboid box{Eigen::Vector3d::Zero(), size, Eigen::Quaterniond::Identity()};
    const auto corners = box.corners();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        outline.vertices.push_back(corners[i]);
        outline.provenance.push_back(Provenance::Prior);
        if (i < 4) {
            outline.footprint.push_back(corners[i].head<2>());
            outline.footprintProvenance.push_back(Provenance::Prior);
        }
    }
    for (std::uint32_t i = 0; i < 4; ++i) {
        const std::uint32_t next = (i + 1) % 4;
        outline.triangles.push_back({i, next, i + 4});
        outline.triangles.push_back({next, next + 4, i + 4});
    }
    const double x = 0.5 * size.x();
    const double z = 0.5 * size.z();
    outline.profile = {{x, -z}, {x, z}, {-x, z}, {-x, -z}};
    return outline;
}

} // namespace

FaultPlanter::FaultPlanter(Scene& scene, PointCounts points, std::uint64_t seed, PlanterOptions options)
    : m_impl(new Impl{scene, std::move(points), options, synth::Random(seed), {}})
{
}

FaultPlanter::~FaultPlanter() = default;

std::optional<PlantedFault> FaultPlanter::plant(FaultKind kind)
{
    constexpr std::size_t fewFrames = 5;
    for (const auto how :
        {&Impl::plantBox, &Impl::plantPose, &Impl::plantPresence, &Impl::plantTrack, &Impl::plantRest})
        if (auto fault = ((*m_impl).*how)(kind)) {
            if (fault->frames.size() <= fewFrames)
                m_impl->spoiltFrames.insert(fault->frames.begin(), fault->frames.end());
            return fault;
        }
    return std::nullopt;
}

TrackId FaultPlanter::Impl::newTrack(const Track& like)
{
    Track track = like;
    track.id = {scene.tracks.rbegin()->first.value + 1};
    track.number = scene.nextTrackNumber(track.sequence);
    scene.tracks.emplace(track.id, track);
    used.insert(track.id);
    return track.id;
}

ShapeId FaultPlanter::Impl::addShape(Shape added)
{
    added.id = {scene.shapes.rbegin()->first.value + 1};
    const ShapeId id = added.id;
    scene.shapes.insert(std::move(added));
    return id;
}

/// Size and place of boxes.
std::optional<PlantedFault> FaultPlanter::Impl::plantBox(FaultKind kind)
{
    const Suits any = [](const Target&) { return true; };
    const Suits inSeveral = [](const Target& target) { return target.shapes.size() >= 3; };
    const auto scaled = [this](double low, double high) -> How {
        const double factor = random.between(low, high);
        return [factor](Shape& shape) { shape.cuboid.size.head<2>() *= factor; };
    };
    const double way = random.between(0.0, 2.0 * std::numbers::pi);
    const double far = random.between(0.7, 1.4);
    const How shifted = [way, far](Shape& shape) {
        // In the object's own frame, so that it is the same in all frames.
        const double reach = std::min(far, 0.9 * shape.cuboid.size.head<2>().maxCoeff());
        shape.cuboid.center = shape.cuboid.toSensor({reach * std::cos(way), reach * std::sin(way), 0.0});
    };
    switch (kind) {
    case FaultKind::Shifted:
        return spoilOne(kind, any, shifted);
    case FaultKind::ShiftedTrack:
        return spoilAll(kind, any, shifted);
    case FaultKind::Grown:
        return spoilOne(kind, any, scaled(1.35, 1.6));
    case FaultKind::GrownTrack:
        return spoilAll(kind, any, scaled(1.35, 1.6));
    case FaultKind::Shrunk:
        return spoilOne(kind, any, scaled(0.5, 0.7));
    case FaultKind::ShrunkTrack:
        return spoilAll(kind, any, scaled(0.5, 0.7));
    case FaultKind::Crosswise:
        return spoilAll(
            kind, [this](const Target& target) { return isVehicleBody(type(target)); },
            [](Shape& shape) { std::swap(shape.cuboid.size.x(), shape.cuboid.size.y()); });
    case FaultKind::SizeJump: {
        const auto target = choose([&](const Target& t) { return inSeveral(t) && isAmid(t, 2, 2); });
        if (!target)
            return std::nullopt;
        auto fault = spoilFrom(kind, *target, target->at, scaled(1.25, 1.4));
        // Which of the two sizes is the right one nobody can tell.
        fault->frames.insert(frame(*target, target->at - 1).id);
        return fault;
    }
    default:
        return std::nullopt;
    }
}

/// Heading and height of boxes.
std::optional<PlantedFault> FaultPlanter::Impl::plantPose(FaultKind kind)
{
    const double turn = (random.chance(0.5) ? 1.0 : -1.0) * radians(random.between(25.0, 70.0));
    const How rotated = [turn](Shape& shape) { shape.cuboid = shape.cuboid.withYaw(shape.cuboid.yaw() + turn); };
    const How flipped = [](Shape& shape) { shape.cuboid = shape.cuboid.flipped(); };
    const double height = random.between(0.6, 1.2);
    const auto lifted = [](double by) -> How { return [by](Shape& shape) { shape.cuboid.center.z() += by; }; };
    const Suits isLong = [this](const Target& target) {
        const Eigen::Vector3d& size = shape(target, target.at).cuboid.size;
        return size.x() > 1.3 * size.y();
    };
    const Suits isNear = [this](const Target& target) {
        return shape(target, target.at).cuboid.center.head<2>().norm() < 30.0;
    };
    switch (kind) {
    case FaultKind::Rotated:
        return spoilOne(kind, isLong, rotated);
    case FaultKind::RotatedTrack:
        return spoilAll(kind, isLong, rotated);
    case FaultKind::Flipped:
        return spoilOne(
            kind, [&](const Target& target) { return isLong(target) && isAmid(target, 2, 2); }, flipped);
    case FaultKind::FlippedTrack: {
        constexpr double driving_mps = 5.0;
        return spoilAll(
            kind,
            [&](const Target& target) { return isPosed(target) && isLong(target) && speed(target) > driving_mps; },
            flipped);
    }
    case FaultKind::Raised:
        return spoilAll(kind, isNear, lifted(height));
    case FaultKind::Sunken:
        return spoilAll(kind, isNear, lifted(-height));
    default:
        return std::nullopt;
    }
}

/// Whose shapes are whose, and of what kind.
std::optional<PlantedFault> FaultPlanter::Impl::plantTrack(FaultKind kind)
{
    switch (kind) {
    case FaultKind::WrongClass:
        return giveOtherClass();
    case FaultKind::SwappedTails:
        return swapTails();
    case FaultKind::SplitTrack: {
        const auto target = choose([this](const Target& t) { return isAmid(t, 2, 2); });
        if (!target)
            return std::nullopt;
        const TrackId later = newTrack(scene.tracks.at(target->track));
        const std::size_t at = target->at;
        PlantedFault fault{kind, {target->track, later}, {shape(*target, at - 1).frame, shape(*target, at).frame}};
        for (std::size_t i = at; i < target->shapes.size(); ++i)
            change(*target, i, [later](Shape& shape) { shape.track = later; });
        return fault;
    }
    case FaultKind::Frozen:
        return freeze();
    default:
        return std::nullopt;
    }
}

std::optional<PlantedFault> FaultPlanter::Impl::giveOtherClass()
{
    const auto target = choose([this](const Target& t) { return type(t) != nullptr; });
    if (!target)
        return std::nullopt;
    std::vector<QString> others;
    for (const ClassDef& other : scene.taxonomy.classes)
        if (familyOf(other) != familyOf(*type(*target)))
            others.push_back(other.id);
    if (others.empty())
        return std::nullopt;
    Track& track = scene.tracks.at(target->track);
    track.classId = others[static_cast<std::size_t>(random.below(static_cast<int>(others.size())))];
    PlantedFault fault{FaultKind::WrongClass, {target->track}};
    for (std::size_t i = 0; i < target->shapes.size(); ++i)
        fault.frames.insert(shape(*target, i).frame);
    return fault;
}

std::optional<PlantedFault> FaultPlanter::Impl::swapTails()
{
    constexpr double nearest_m = 3.0;
    constexpr double farthest_m = 25.0;
    const auto partnerOf = [&](const Target& t) -> TrackId {
        for (const auto& [id, track] : scene.tracks) {
            const Shape* there = scene.shapes.of(id, shape(t, t.at).frame);
            const Shape* before = scene.shapes.of(id, shape(t, t.at - 1).frame);
            if (id == t.track || used.contains(id) || !there || !before ||
                track.classId != scene.tracks.at(t.track).classId)
                continue;
            const double distance = (there->cuboid.center - shape(t, t.at).cuboid.center).norm();
            if (distance < nearest_m || distance > farthest_m)
                continue;
            Target other{id, scene.shapesOf(id), 0};
            other.at = static_cast<std::size_t>(
                std::find(other.shapes.begin(), other.shapes.end(), there->id) - other.shapes.begin());
            if (isAmid(other, 2, 2) && isSeen(other, other.at))
                return id;
        }
        return {};
    };
    const auto target = choose([&](const Target& t) { return isAmid(t, 2, 2) && partnerOf(t).isValid(); });
    if (!target)
        return std::nullopt;
    const TrackId partner = partnerOf(*target);
    used.insert(partner);
    const int from = frame(*target, target->at).index;
    PlantedFault fault{FaultKind::SwappedTails, {target->track, partner}, {shape(*target, target->at).frame}};
    std::vector<Shape> tails;
    for (const auto& [id, goesTo] : {std::pair(target->track, partner), std::pair(partner, target->track)})
        for (const ShapeId shapeId : scene.shapesOf(id))
            if (Shape tail = scene.shapes.at(shapeId); scene.frames.at(tail.frame).index >= from) {
                tail.track = goesTo;
                tails.push_back(std::move(tail));
            }
    for (const Shape& tail : tails)
        scene.shapes.erase(tail.id);
    for (const Shape& tail : tails)
        scene.shapes.insert(tail);
    return fault;
}

std::optional<PlantedFault> FaultPlanter::Impl::freeze()
{
    constexpr double driving_mps = 5.0;
    constexpr std::size_t frozen = 3;
    const auto target =
        choose([&](const Target& t) { return isPosed(t) && isAmid(t, 2, frozen) && speed(t) > driving_mps; });
    if (!target)
        return std::nullopt;
    const Cuboid held = world(*target, target->at - 1);
    PlantedFault fault{FaultKind::Frozen, {target->track}};
    for (std::size_t i = target->at; i < target->at + frozen; ++i) {
        change(*target, i, [&](Shape& shape) { shape.cuboid = inSensor(scene.frames.at(shape.frame), held); });
        fault.frames.insert(shape(*target, i).frame);
    }
    // The last one before and the first one after may look like the ones that are off.
    fault.frames.insert(shape(*target, target->at - 1).frame);
    if (target->at + frozen < target->shapes.size())
        fault.frames.insert(shape(*target, target->at + frozen).frame);
    return fault;
}

std::optional<PlantedFault> FaultPlanter::Impl::plantRest(FaultKind kind)
{
    switch (kind) {
    case FaultKind::FarAway: {
        const double way = random.between(0.0, 2.0 * std::numbers::pi);
        const double far = random.between(180.0, 400.0);
        return spoilOne(
            kind, [](const Target&) { return true; },
            [way, far](
                Shape& shape) { shape.cuboid.center.head<2>() = far * Eigen::Vector2d(std::cos(way), std::sin(way)); });
    }
    case FaultKind::MissingAttribute: {
        const auto answered = [this](const Shape& shape) {
            QStringList names;
            for (const AttributeDef& def : scene.taxonomy.attributes)
                if (def.required && shape.attributes.contains(def.id))
                    names << def.id;
            return names;
        };
        const auto pick = random.bits();
        return spoilOne(
            kind,
            [&](const Target& t) {
                return scene.unanswered(shape(t, t.at)).isEmpty() && !answered(shape(t, t.at)).isEmpty();
            },
            [&](Shape& shape) {
                const QStringList names = answered(shape);
                shape.attributes.erase(names[static_cast<qsizetype>(pick % static_cast<std::uint64_t>(names.size()))]);
            });
    }
    case FaultKind::ForeignOutline: {
        const double factor = random.between(1.3, 1.6);
        return spoilOne(
            kind, [](const Target&) { return true; },
            [factor](Shape& shape) {
                const Eigen::Vector3d size = factor * shape.cuboid.size.cwiseMax(Eigen::Vector3d::Constant(1.7));
                shape.outline = boxOutline(size);
            });
    }
    default:
        return std::nullopt;
    }
}

} // namespace lunkuo
