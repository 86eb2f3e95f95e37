#include "model/formats/ProjectedBox.h"
#include "model/images/CameraSight.h"
#include "model/review/Checks.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AttributeChecks)
};

/// The value of the first of these attributes of a frame that the shape has.
std::optional<std::pair<QString, QString>> answerTo(const Shape& shape, std::initializer_list<QString> names)
{
    for (const QString& name : names)
        if (const auto found = shape.attributes.find(name); found != shape.attributes.end())
            return std::pair(
                name, found->second.isDouble() ? QString::number(found->second.toDouble()) : found->second.toString());
    return std::nullopt;
}

/// What the picture shows of the object that shows most of it.
std::optional<ProjectedBox> bestProjection(const CheckedFrame& view, const Shape& shape)
{
    std::optional<ProjectedBox> best;
    const auto calibration = view.scene.calibrations.find(view.frame.calibration);
    if (calibration == view.scene.calibrations.end())
        return best;
    for (const Camera& camera : calibration->second.cameras) {
        const bool hasPicture = std::any_of(view.frame.images.begin(), view.frame.images.end(),
            [&camera](const FrameImage& image) { return image.camera == camera.name; });
        if (const auto projected = hasPicture ? projectedBox(shape, camera) : std::nullopt;
            projected && (!best || projected->truncated < best->truncated))
            best = projected;
    }
    return best;
}

} // namespace

QString choiceName(const Taxonomy& taxonomy, const QString& attribute, const QString& value)
{
    if (const AttributeDef* def = taxonomy.attribute(attribute))
        for (const AttributeChoice& choice : def->choices)
            if (choice.value == value)
                return choice.name.now();
    return value;
}

/// What holds for the whole track is told once, the rest frame by frame.
void checkAttributes(const CheckedTrack& view, Findings& findings)
{
    const Taxonomy& taxonomy = view.scene.taxonomy;
    std::map<QString, bool> answered; // in any frame
    const auto isAnswered = [&](const QString& id) {
        const auto [known, isNew] = answered.try_emplace(id, false);
        if (isNew)
            known->second = std::any_of(view.places.begin(), view.places.end(), [&](const PlaceInTrack& place) {
                const auto value = place.shape->attributes.find(id);
                return value != place.shape->attributes.end() && taxonomy.attribute(id)->accepts(value->second);
            });
        return known->second;
    };
    const auto tell = [&](std::size_t i, const QStringList& names) -> Finding& {
        Finding finding = view.finding(CheckId::MissingAttribute, Severity::Error, i);
        finding.sentence = Text::tr("%1 has no answer for: %2.").arg(view.name(), names.join(Text::tr(", ")));
        findings.push_back(std::move(finding));
        return findings.back();
    };
    for (std::size_t i = 0; i < view.places.size(); ++i) {
        QStringList ofFrame;
        QStringList ofTrack;
        bool canAnswer = false;
        for (const QString& id : view.scene.unanswered(*view.places[i].shape)) {
            const AttributeDef& def = *taxonomy.attribute(id);
            const bool isOfFrame = def.scope == AttributeDef::Scope::Frame;
            (isOfFrame ? ofFrame : ofTrack) << def.name.now();
            canAnswer = canAnswer || (isOfFrame && isAnswered(id));
        }
        if (i == 0 && !ofTrack.isEmpty())
            tell(i, ofTrack).isOfTrack = true;
        if (ofFrame.isEmpty())
            continue;
        Finding& finding = tell(i, ofFrame);
        if (canAnswer)
            finding.fix = Fix{FixKind::Answer};
    }
}

/// What a picture shows of a box follows from the box alone, so an answer that says otherwise is wrong, or the box is.
void checkTruncation(const CheckedFrame& view, Findings& findings)
{
    const double most = view.facts.limit(CheckId::Truncation, "share");
    const QString none = QStringLiteral("none");
    const QString largely = QStringLiteral("largely");
    for (const Annotated& object : view.objects) {
        const auto answer = answerTo(*object.shape, {QStringLiteral("truncation")});
        const auto projected = answer && (answer->second == none || answer->second == largely)
                                   ? bestProjection(view, *object.shape)
                                   : std::nullopt;
        if (!projected)
            continue;
        const bool isCut = answer->second == none && projected->truncated > most;
        const bool isWhole = answer->second == largely && projected->truncated < 0.02;
        if (!isCut && !isWhole)
            continue;
        Finding finding = view.finding(CheckId::Truncation, Severity::Hint, object);
        finding.sentence = Text::tr("%1: the picture cuts off %2 % of the box, but truncation says “%3”.")
                               .arg(object.name(view.scene))
                               .arg(std::lround(100.0 * projected->truncated))
                               .arg(choiceName(view.scene.taxonomy, answer->first, answer->second));
        finding.fix = Fix{FixKind::SetAttribute, {}, isWhole ? none : largely, answer->first};
        findings.push_back(std::move(finding));
    }
}

/// Camera and LiDAR do not stand in the same place, so only what is quite otherwise is told.
void checkOcclusion(const CheckedFrame& view, Findings& findings)
{
    constexpr double farthest_m = 50.0;
    constexpr double free = 0.03; // a ray that grazes something at the edge hides nothing
    const double most = view.facts.limit(CheckId::Occlusion, "hidden");
    const double fewest = view.facts.limit(CheckId::Occlusion, "points");
    for (const Annotated& object : view.objects) {
        const auto answer = answerTo(*object.shape, {QStringLiteral("occlusion"), QStringLiteral("occluded")});
        const BoxLook& look = object.look;
        if (!answer || look.range_m > farthest_m || look.range_m < 5.0)
            continue;
        const bool isHidden =
            answer->second == u"0" && look.hiddenShare > most && static_cast<double>(look.inside) < fewest;
        const bool isFree =
            answer->second == u"2" && look.hiddenShare < free && static_cast<double>(look.inside) >= fewest;
        if (!isHidden && !isFree)
            continue;
        Finding finding = view.finding(CheckId::Occlusion, Severity::Hint, object);
        finding.sentence =
            Text::tr("%1: occlusion says “%2”, but seen from the LiDAR %3 % of it are hidden.")
                .arg(object.name(view.scene), choiceName(view.scene.taxonomy, answer->first, answer->second))
                .arg(std::lround(100.0 * look.hiddenShare));
        findings.push_back(std::move(finding));
    }
}

} // namespace lunkuo
