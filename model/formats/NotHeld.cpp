#include "model/formats/NotHeld.h"

#include "model/geometry/Angles.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NotHeld)
};
} // namespace

void NotHeld::count(const Shape& shape, const Track& track)
{
    m_outlines += shape.outline.isEmpty() ? 0 : 1;
    const Eigen::Vector3d up = shape.cuboid.rotation * Eigen::Vector3d::UnitZ();
    m_tilted += !m_holds.tilt && up.z() < std::cos(radians(0.1)) ? 1 : 0;
    if (!m_holds.attributes)
        attributes += static_cast<int>(shape.attributes.size() + track.attributes.size());
}

void NotHeld::countLens(const Camera& camera)
{
    m_lenses += !m_holds.lenses && camera.model.lens.kind() != Lens::Kind::Pinhole ? 1 : 0;
}

QStringList NotHeld::sentences(const ExportOptions& options) const
{
    QStringList result;
    if (!m_holds.tracks)
        result.push_back(Text::tr("The format has no tracks: which boxes belong to one object is lost."));
    if (m_outlines > 0)
        result.push_back(Text::tr("Outlines that the format has no place for: %1.").arg(m_outlines));
    if (attributes > 0)
        result.push_back(Text::tr("Attribute values that the format has no place for: %1.").arg(attributes));
    if (m_tilted > 0)
        result.push_back(Text::tr("Boxes that lost their roll and pitch: %1.").arg(m_tilted));
    if (m_lenses > 0)
        result.push_back(
            Text::tr("Pictures whose lens bends straight lines, which the format cannot say: %1.").arg(m_lenses));
    if (!m_holds.splits && !options.splits.empty())
        result.push_back(
            Text::tr("What each frame is for (training, validation, test) has no place in the format: %1 frames.")
                .arg(options.splits.size()));
    return result;
}

QStringList commonLosses(const FormatHolds& holds, const Scene& scene)
{
    QStringList result;
    if (holds.tracks && !holds.numbers && !scene.tracks.empty())
        result.push_back(Text::tr("Numbers of objects that the format has no place for: %1.").arg(scene.tracks.size()));
    const auto posed = std::count_if(
        scene.frames.begin(), scene.frames.end(), [](const auto& entry) { return entry.second.world_ego.has_value(); });
    if (!holds.poses && posed > 0)
        result.push_back(Text::tr("Poses of the vehicle that the format has no place for: %1.").arg(posed));
    const auto interpolated = std::count_if(
        scene.shapes.begin(), scene.shapes.end(), [](const auto& entry) { return !entry.second.isKeyFrame(); });
    if (!holds.keyFrames && interpolated > 0)
        result.push_back(
            Text::tr("Interpolated boxes, which the format does not tell from those that a person made: %1.")
                .arg(interpolated));
    return result;
}

} // namespace lunkuo
