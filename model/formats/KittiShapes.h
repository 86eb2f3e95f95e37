#pragma once

#include "model/formats/KittiLabel.h"
#include "model/formats/TrackedShapes.h"

namespace lunkuo
{

/// What taxonomies that tell truncation in words say of a share, 0..1: none, partly, largely.
QString truncationWord(double share);
/// A share that the word means; nothing for other words.
std::optional<double> truncationOf(const QString& word);

/// What a label says of how much is hidden: 0 to 3, which is unknown.
void setOcclusion(TrackedShapes& shapes, TrackedShapes::Added& added, int occluded);
/// What a label says of the share, 0..1, that the picture does not show.
void setTruncation(TrackedShapes& shapes, TrackedShapes::Added& added, double share);

/// Turns KITTI labels into tracks and shapes: each label is a track of its own, because KITTI object names none.
/// Truncation and occlusion become the attributes "truncation" (or "truncated") and "occlusion" ("occluded") where the
/// taxonomy has such and they accept the value (truncation as a number, else none, partly or largely) and are counted
/// where not; the 2D box and alpha are not kept.
class KittiShapes
{
public:
    /// `scene` gives the taxonomy and the first free track numbers; it must outlive this.
    explicit KittiShapes(const Scene& scene)
        : m_shapes(scene)
    {
    }

    void add(const KittiLabels& labels, FrameId frame, const Transform<CameraFrame, SensorFrame>& camera_sensor);
    void addRemark(const QString& sentence) { m_shapes.addRemark(sentence); }
    void addNote(const QString& sentence) { m_shapes.addNote(sentence); }
    /// What was added, with the remarks that sum up. Call once.
    ImportedShapes take();

private:
    TrackedShapes m_shapes;
    int m_dontCare = 0;
};

} // namespace lunkuo
