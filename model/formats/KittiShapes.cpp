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

void setOcclusion(TrackedShapes& shapes, TrackedShapes::Added& added, int occluded)
{
    constexpr int unknown = 3;
    if (occluded >= 0)
        shapes.setFirst(added, {QStringLiteral("occlusion"), QStringLiteral("occluded")},
            {QString::number(occluded), occluded}, occluded == unknown);
}

void setTruncation(TrackedShapes& shapes, TrackedShapes::Added& added, double share)
{
    if (share >= 0.0)
        shapes.setFirst(added, {QStringLiteral("truncation"), QStringLiteral("truncated")},
            {share, QString::number(share), truncationWord(share)});
}

void KittiShapes::add(
    const KittiLabels& labels, FrameId frame, const Transform<CameraFrame, SensorFrame>& camera_sensor)
{
    for (const QString& remark : labels.remarks)
        m_shapes.refuse(remark);
    m_shapes.countRefused(labels.unnamed);
    for (const KittiLabel& label : labels.labels) {
        if (label.isDontCare()) {
            ++m_dontCare;
            continue;
        }
        const Cuboid cuboid = cuboidOf(label, camera_sensor);
        auto added = cuboid.isValid() ? m_shapes.addAlone(label.type, frame, cuboid) : std::nullopt;
        if (!added) {
            m_shapes.refuse(Text::tr("“%1”, line %2: the place, size and heading of a box were expected.")
                                .arg(labels.path)
                                .arg(label.line));
            continue;
        }
        setOcclusion(m_shapes, *added, label.occluded);
        setTruncation(m_shapes, *added, label.truncated);
        if (label.score)
            m_shapes.setScore(*added, *label.score);
    }
}

ImportedShapes KittiShapes::take()
{
    if (m_dontCare > 0)
        addNote(Text::tr("Regions “DontCare” have no 3D box and were left out: %1.").arg(m_dontCare));
    return m_shapes.take();
}

} // namespace lunkuo
