#include "model/tools/PlaceActions.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double gap_m = 0.4; ///< between an object and its duplicate

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlaceActions)
};

} // namespace

Cuboid onGround(const LoadedFrame& frame, const Cuboid& cuboid)
{
    Cuboid result = cuboid;
    const double ground = frame.prepared->groundHeight(cuboid.center.x(), cuboid.center.y());
    if (std::isfinite(ground))
        result.center.z() = ground + 0.5 * cuboid.size.z();
    return result;
}

Cuboid withSize(const Cuboid& cuboid, const Eigen::Vector3d& size, const Eigen::Vector3d& sensorOrigin)
{
    const Eigen::Vector3d sensor = cuboid.toObject(sensorOrigin);
    Cuboid result = cuboid;
    result.size = size;
    Eigen::Vector3d shift = 0.5 * (cuboid.size - size);
    for (const int axis : {0, 1})
        shift[axis] *= sensor[axis] < 0.0 ? -1.0 : 1.0;
    shift.z() = -shift.z();
    result.center = cuboid.toSensor(shift);
    return result;
}

Result<void> setOnGround(Document& document, const LoadedFrame& frame, const ShapeIds& shapes)
{
    return changeShapes(document, shapes, Text::tr("Put %1 on the ground"),
        [&](const Shape& shape) { return changedByHand(shape, onGround(frame, shape.cuboid)); });
}

Result<void> setDefaultSize(Document& document, const LoadedFrame& frame, const ShapeIds& shapes)
{
    const Scene& scene = document.scene();
    return changeShapes(document, shapes, Text::tr("Give %1 the usual size"), [&](const Shape& shape) {
        const ClassDef* def = scene.taxonomy.classOf(scene.trackOf(shape)->classId);
        if (!def)
            return shape;
        return changedByHand(shape, withSize(shape.cuboid, def->defaultSize, frame.prepared->sensorOrigin()));
    });
}

void ShapeClipboard::copy(const Scene& scene, const ShapeIds& shapes)
{
    std::vector<NewShape> copied;
    for (const ShapeId id : shapes)
        if (const auto shape = scene.shapes.find(id); shape != scene.shapes.end())
            copied.push_back({shape->second, *scene.trackOf(shape->second)});
    if (!copied.empty())
        m_copied = std::move(copied);
}

Result<std::vector<ShapeId>> ShapeClipboard::paste(
    Document& document, const LoadedFrame& frame, const Eigen::Vector3d& place) const
{
    if (m_copied.empty())
        return std::vector<ShapeId>();
    return put(document, frame, place - m_copied.back().shape.cuboid.center, tr("Paste %1"));
}

Result<std::vector<ShapeId>> ShapeClipboard::duplicate(
    Document& document, const LoadedFrame& frame, const ShapeIds& shapes)
{
    ShapeClipboard copies;
    copies.copy(document.scene(), shapes);
    if (copies.isEmpty())
        return std::vector<ShapeId>();
    for (NewShape& copy : copies.m_copied)
        copy.track.id = {}; // another object, also where this one is only derived
    const Cuboid& main = copies.m_copied.back().shape.cuboid;
    const Eigen::Vector3d aside = main.rotation * Eigen::Vector3d(0.0, main.size.y() + gap_m, 0.0);
    return copies.put(document, frame, aside, tr("Duplicate %1"));
}

Result<std::vector<ShapeId>> ShapeClipboard::put(
    Document& document, const LoadedFrame& frame, const Eigen::Vector3d& shift, const QString& text) const
{
    const Scene& scene = document.scene();
    std::vector<NewShape> added;
    for (NewShape copy : m_copied) {
        const auto track = scene.tracks.find(copy.track.id);
        const Shape* known = track == scene.tracks.end() ? nullptr : scene.shapes.of(copy.track.id, frame.id);
        const bool isHere = known && (known->isKeyFrame() || known->locked);
        const bool isSame =
            track != scene.tracks.end() && !isHere && track->second.sequence == scene.frames.at(frame.id).sequence;
        copy.track = isSame ? track->second : Track{{}, {}, 0, copy.track.classId, copy.track.attributes};
        copy.shape.frame = frame.id;
        copy.shape.derivation = Derivation::KeyFrame;
        copy.shape.cuboid.center += shift;
        copy.shape.cuboid = onGround(frame, copy.shape.cuboid);
        copy.shape.origin = ShapeOrigin::Manual;
        copy.shape.confidence = 1.0;
        copy.shape.seeds.clear();
        copy.shape.held = {};
        copy.shape.locked = false;
        added.push_back(std::move(copy));
    }
    const QString what =
        added.size() == 1 ? scene.taxonomy.className(added.front().track.classId) : tr("%1 objects").arg(added.size());
    return addShapes(document, text.arg(what), std::move(added));
}

} // namespace lunkuo
