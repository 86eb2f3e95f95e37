#include "model/formats/KittiObjects.h"

#include "model/formats/ClassNames.h"
#include "model/formats/KittiShapes.h"
#include "model/formats/ProjectedBox.h"
#include "model/geometry/Angles.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiObjects)
};

const QStringList& evaluatedClasses()
{
    static const QStringList names{QStringLiteral("Car"), QStringLiteral("Van"), QStringLiteral("Truck"),
        QStringLiteral("Pedestrian"), QStringLiteral("Person_sitting"), QStringLiteral("Cyclist"),
        QStringLiteral("Tram"), QStringLiteral("Misc")};
    return names;
}

const std::array<QString, 2> occlusionNames{QStringLiteral("occlusion"), QStringLiteral("occluded")};
const std::array<QString, 2> truncationNames{QStringLiteral("truncation"), QStringLiteral("truncated")};

/// The number that one of the named attributes holds, of the shape or its track.
std::optional<double> numberOf(const std::array<QString, 2>& names, const Shape& shape, const Track& track)
{
    for (const QString& name : names)
        for (const AttributeValues* values : {&shape.attributes, &track.attributes}) {
            const auto found = values->find(name);
            if (found == values->end())
                continue;
            bool isNumber = found->second.isDouble();
            const double number = isNumber ? found->second.toDouble() : found->second.toString().toDouble(&isNumber);
            if (isNumber && number >= 0.0)
                return number;
        }
    return std::nullopt;
}

/// What a person says of the share that the picture does not show, as a number or in words. A word keeps the measured
/// share where that means the same.
double truncationSaid(const Shape& shape, const Track& track, double measured)
{
    if (const auto number = numberOf(truncationNames, shape, track); number && *number <= 1.0)
        return *number;
    for (const QString& name : truncationNames)
        for (const AttributeValues* values : {&shape.attributes, &track.attributes})
            if (const auto found = values->find(name); found != values->end()) {
                const QString word = found->second.toString();
                if (const auto share = truncationOf(word); share && word != truncationWord(measured))
                    return *share;
            }
    return measured;
}

/// Whether a label of the data says the same box, to the digits that files have.
bool saysTheSame(const KittiLabel& a, const KittiLabel& b)
{
    return a.type.compare(b.type, Qt::CaseInsensitive) == 0 && (a.location - b.location).cwiseAbs().maxCoeff() < 1e-4 &&
           (a.size - b.size).cwiseAbs().maxCoeff() < 1e-4 && std::abs(wrapAngle(a.rotationY - b.rotationY)) < 1e-5;
}

const KittiLabel* sourceOf(const Shape& shape, const KittiLabel& label, const std::vector<KittiLabel>& sourceLabels)
{
    if (shape.origin != ShapeOrigin::Imported || !shape.outline.isEmpty())
        return nullptr;
    for (const KittiLabel& source : sourceLabels)
        if (saysTheSame(label, source))
            return &source;
    return nullptr;
}

void setBox(KittiLabel& label, const Shape& shape, const Track& track, const Camera& camera, const KittiLabel* source,
    KittiLosses& losses)
{
    label.occluded = source ? source->occluded : 3;
    if (const auto occlusion = numberOf(occlusionNames, shape, track))
        label.occluded = static_cast<int>(std::lround(std::min(*occlusion, 3.0)));
    else if (!source)
        ++losses.unticked;
    if (source) {
        label.alpha = source->alpha;
        label.box = source->box;
        label.truncated = source->truncated;
    } else if (const auto projected = projectedBox(shape, camera)) {
        label.box = projected->box;
        label.truncated = projected->truncated;
    } else {
        ++losses.outside;
        label.truncated = 1.0;
        return;
    }
    label.truncated = truncationSaid(shape, track, label.truncated);
}

} // namespace

QStringList KittiLosses::sentences(bool hasTracks) const
{
    QStringList result;
    if (unticked > 0)
        result.push_back(
            Text::tr("Objects whose occlusion nobody has ticked, written as 3 (unknown): %1.").arg(unticked));
    if (outside > 0)
        result.push_back(Text::tr("Objects outside the picture, kept with the 2D box -1 -1 -1 -1: %1.").arg(outside));
    QStringList unknown(otherClasses.begin(), otherClasses.end());
    if (hasTracks)
        unknown.removeAll(QString::fromUtf16(kittiTrackingPerson));
    if (!unknown.isEmpty())
        result.push_back(Text::tr("Classes that KITTI's evaluation does not know keep their names: %1.")
                             .arg(unknown.join(QStringLiteral(", "))));
    return result;
}

std::vector<KittiLabel> kittiLabels(const Scene& scene, FrameId frame, const Camera& camera,
    const std::vector<KittiLabel>& sourceLabels, bool forOpenPcdet, KittiLosses& losses)
{
    std::vector<KittiLabel> result;
    for (const ShapeId id : scene.shapesOf(frame)) {
        const Shape& shape = scene.shapes.at(id);
        const Track* track = scene.trackOf(shape);
        if (!track)
            continue;
        KittiLabel label = forOpenPcdet ? openPcdetLabelOf(shape.cuboid, camera.camera_sensor)
                                        : kittiLabelOf(shape.cuboid, camera.camera_sensor);
        label.type = oneWord(track->classId);
        setBox(label, shape, *track, camera, sourceOf(shape, label, sourceLabels), losses);
        if (!evaluatedClasses().contains(label.type, Qt::CaseInsensitive))
            losses.otherClasses.insert(label.type);
        result.push_back(std::move(label));
    }
    for (const KittiLabel& source : sourceLabels)
        if (source.isDontCare())
            result.push_back(source);
    return result;
}

} // namespace lunkuo
