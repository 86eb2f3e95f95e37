#pragma once

#include "model/formats/KittiLabel.h"
#include "model/scene/Scene.h"

#include <set>

namespace lunkuo
{

/// One class has two names: in KITTI object and in KITTI tracking.
inline constexpr const char16_t* kittiSittingPerson = u"Person_sitting";
inline constexpr const char16_t* kittiTrackingPerson = u"Person";

/// What is said of KITTI's label lines beyond what its row of the formats says, counted over an export.
struct KittiLosses
{
    int outside = 0;                ///< objects that the picture does not show
    int unticked = 0;               ///< objects of which nobody has said how much is hidden
    std::set<QString> otherClasses; ///< that KITTI's evaluation does not know

    /// `hasTracks`: the dataset is of the kind that knows which boxes are one object.
    [[nodiscard]] QStringList sentences(bool hasTracks) const;
};

/// The label lines of one frame. `sourceLabels`: what the data came with; a label there that still says what its shape
/// says lends it its 2D box and alpha, and DontCare regions are taken over.
/// `forOpenPcdet`: see ExportOptions::openPcdetBoxes.
std::vector<KittiLabel> kittiLabels(const Scene& scene, FrameId frame, const Camera& camera,
    const std::vector<KittiLabel>& sourceLabels, bool forOpenPcdet, KittiLosses& losses);

} // namespace lunkuo
