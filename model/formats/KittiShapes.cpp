#include "model/formats/KittiShapes.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiShapes)
};

/// Sets the first of the named attributes that the class has to the first of the values that it accepts.
void setFirst(const Taxonomy& taxonomy, const QStringList& names, const std::vector<QJsonValue>& values, Track& track,
    Shape& shape)
{
    for (const QString& name : names) {
        const AttributeDef* attribute = taxonomy.attribute(name);
        if (!attribute || !attribute->appliesTo(track.classId))
            continue;
        for (const QJsonValue& value : values)
            if (attribute->accepts(value)) {
                auto& held = attribute->scope == AttributeDef::Scope::Track ? track.attributes : shape.attributes;
                held[name] = value;
                return;
            }
    }
}
} // namespace

QString truncationWord(double share)
{
    if (share <= 0.0)
        return QStringLiteral("none");
    return share < 0.5 ? QStringLiteral("partly") : QStringLiteral("largely");
}

std::optional<double> truncationOf(const QString& word)
{
    for (const double share : {0.0, 0.25, 0.75})
        if (truncationWord(share) == word)
            return share;
    return std::nullopt;
}

void KittiShapes::add(const KittiLabels& labels, FrameId frame, SequenceId sequence,
    const Transform<CameraFrame, SensorFrame>& camera_sensor)
{
    m_result.remarks += labels.remarks;
    for (const KittiLabel& label : labels.labels) {
        if (label.isDontCare()) {
            ++m_dontCare;
            continue;
        }
        Track track;
        track.id = {static_cast<qint64>(m_result.tracks.size()) + 1};
        track.sequence = sequence;
        track.number = nextNumber(sequence);
        track.classId = m_classes.idOf(label.type);
        Shape shape;
        shape.id = {static_cast<qint64>(m_result.shapes.size()) + 1};
        shape.track = track.id;
        shape.frame = frame;
        shape.cuboid = cuboidOf(label, camera_sensor);
        shape.origin = ShapeOrigin::Imported;
        setAttributes(label, track, shape);
        m_result.tracks.push_back(std::move(track));
        m_result.shapes.push_back(std::move(shape));
    }
}

ImportedShapes KittiShapes::take()
{
    m_result.remarks += m_classes.remarks();
    if (m_dontCare > 0)
        addRemark(Text::tr("Regions “DontCare” have no 3D box and were left out: %1.").arg(m_dontCare));
    return std::move(m_result);
}

int KittiShapes::nextNumber(SequenceId sequence)
{
    const auto [entry, isNew] = m_lastNumber.try_emplace(sequence, 0);
    if (isNew)
        entry->second = m_scene.nextTrackNumber(sequence) - 1;
    return ++entry->second;
}

void KittiShapes::setAttributes(const KittiLabel& label, Track& track, Shape& shape) const
{
    if (label.occluded >= 0)
        setFirst(m_scene.taxonomy, {QStringLiteral("occlusion"), QStringLiteral("occluded")},
            {QString::number(label.occluded), label.occluded}, track, shape);
    if (label.truncated >= 0.0)
        setFirst(m_scene.taxonomy, {QStringLiteral("truncation"), QStringLiteral("truncated")},
            {label.truncated, QString::number(label.truncated), truncationWord(label.truncated)}, track, shape);
}

} // namespace lunkuo
