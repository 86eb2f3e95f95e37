#include "render/ImageObjects.h"

#include "model/images/CameraSight.h"
#include "model/tools/ShapeActions.h"
#include "render/PointColors.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageObjects)
};

QString wordsOf(const AttributeDef& attribute, const QJsonValue& value)
{
    const QString named = Text::tr("%1: %2").arg(attribute.name.now());
    switch (attribute.type) {
    case AttributeDef::Type::Flag:
        return value.toBool() ? attribute.name.now() : QString();
    case AttributeDef::Type::Choice:
        for (const AttributeChoice& choice : attribute.choices)
            if (choice.value == value.toString())
                return named.arg(choice.name.now());
        return named.arg(value.toString());
    case AttributeDef::Type::Number:
        return named.arg(value.toDouble());
    case AttributeDef::Type::Text:
        return value.toString();
    }
    return {};
}

QString detailsOf(const Taxonomy& taxonomy, const Track& track, const Shape& shape)
{
    QStringList words;
    for (const AttributeDef& attribute : taxonomy.attributes) {
        const AttributeValues& values =
            attribute.scope == AttributeDef::Scope::Track ? track.attributes : shape.attributes;
        const auto value = values.find(attribute.id);
        if (value == values.end())
            continue;
        if (const QString text = wordsOf(attribute, value->second); !text.isEmpty())
            words.push_back(text);
    }
    return words.join(QStringLiteral(" · "));
}

/// Geometry and colour; nothing where the camera does not see it.
std::optional<ImageObject> pictured(const Shape& shape, const QString& classId, const Scene& scene,
    const Camera& camera, const std::vector<Screen>& screens)
{
    ImageObject object;
    const std::vector<Cuboid> before = hiding(shape.cuboid, screens, camera);
    object.edges = picturedEdges(shape.cuboid, camera, before);
    const Eigen::AlignedBox2d extent = extentOf(object.edges, camera.model);
    if (extent.isEmpty())
        return std::nullopt;
    object.extent = QRectF(QPointF(extent.min().x(), extent.min().y()), QPointF(extent.max().x(), extent.max().y()));
    object.derivation = shape.derivation;
    object.heading = picturedHeading(shape.cuboid, camera, shape.derivation == Derivation::Propagated ? 2 : 1);
    object.contour = picturedContour(shape.cuboid, shape.outline, camera, before);
    object.distance_m = (shape.cuboid.center - *eyeOf(camera)).norm();
    const ByteColor color = classColor(scene.taxonomy, classId);
    object.color = QColor(color[0], color[1], color[2]);
    return object;
}
} // namespace

std::vector<ImageObject> imageObjects(const Scene& scene, const Selection& selection, const Draft& draft,
    const std::optional<Subject>& suggested, const Camera& camera, const HiddenPtr& hidden)
{
    const FrameId frame = selection.frame();
    const auto isSeen = [&](const Shape& shape) {
        return selection.isShown(shape.track) && !(hidden && hidden->shapes.contains(shape.id)) &&
               !standIn(draft, shape.id);
    };
    std::vector<ImageObject> objects;
    std::vector<Cuboid> all;
    for (const ShapeId id : scene.shapesOf(frame))
        if (isSeen(scene.shapes.at(id)))
            all.push_back(scene.shapes.at(id).cuboid);
    const std::vector<Screen> screens = screensOf(all, camera);
    for (const ShapeId id : scene.shapesOf(frame)) {
        const Shape& shape = scene.shapes.at(id);
        const Track* track = scene.trackOf(shape);
        if (!track || !isSeen(shape))
            continue;
        auto object = pictured(shape, track->classId, scene, camera, screens);
        if (!object)
            continue;
        object->id = id;
        object->name = nameOf(scene, *track);
        object->details = detailsOf(scene.taxonomy, *track, shape);
        objects.push_back(std::move(*object));
    }
    const auto addHalfMade = [&](const Shape& shape, const QString& classId, ShapeId replaces) {
        auto object = pictured(shape, classId, scene, camera, screens);
        if (!object)
            return;
        object->id = replaces;
        object->isDraft = true;
        if (const Track* track = replaces.isValid() ? scene.trackOf(shape) : nullptr) {
            object->name = nameOf(scene, *track);
            object->details = detailsOf(scene.taxonomy, *track, shape);
        } else {
            object->name = scene.taxonomy.className(classId);
            object->details = shape.isByHand() ? Text::tr("by hand")
                                               : Text::tr("confidence %1 %").arg(std::lround(100.0 * shape.confidence));
        }
        objects.push_back(std::move(*object));
    };
    if (draft.shape && draft.shape->frame == frame) {
        addHalfMade(*draft.shape, draft.classId, draft.replaces);
        for (const Shape& shape : draft.along)
            if (const Track* track = scene.trackOf(shape))
                addHalfMade(shape, track->classId, shape.id);
    } else if (suggested) {
        addHalfMade(suggested->shape, suggested->classId, {});
    }
    std::stable_sort(objects.begin(), objects.end(),
        [](const ImageObject& a, const ImageObject& b) { return a.distance_m > b.distance_m; });
    return objects;
}

} // namespace lunkuo
