#pragma once

#include "model/formats/ClassNames.h"
#include "model/formats/DatasetFormat.h"
#include "model/formats/KittiLabel.h"

#include <map>
#include <optional>

namespace lunkuo
{

/// What taxonomies that tell truncation in words say of a share, 0..1: none, partly, largely.
QString truncationWord(double share);
/// A share that the word means; nothing for other words.
std::optional<double> truncationOf(const QString& word);

/// Turns KITTI labels into tracks and shapes: each label is a track of its own, because KITTI object names none.
/// Truncation and occlusion become the attributes "truncation" (or "truncated") and "occlusion" ("occluded") where the
/// taxonomy has such and they accept the value (truncation as a number, else none, partly or largely); the 2D box and
/// alpha are not kept.
class KittiShapes
{
public:
    /// `scene` gives the taxonomy and the first free track numbers; it must outlive this.
    explicit KittiShapes(const Scene& scene)
        : m_scene(scene)
        , m_classes(scene.taxonomy)
    {
    }

    void add(const KittiLabels& labels, FrameId frame, SequenceId sequence,
        const Transform<CameraFrame, SensorFrame>& camera_sensor);
    void addRemark(const QString& sentence) { m_result.remarks.push_back(sentence); }
    /// What was added, with the remarks that sum up. Call once.
    ImportedShapes take();

private:
    int nextNumber(SequenceId sequence);
    void setAttributes(const KittiLabel& label, Track& track, Shape& shape) const;

    const Scene& m_scene;
    ImportedShapes m_result;
    std::map<SequenceId, int> m_lastNumber;
    ClassNames m_classes;
    int m_dontCare = 0;
};

} // namespace lunkuo
