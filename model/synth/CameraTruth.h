#pragma once

#include "model/formats/KittiLabel.h"
#include "model/synth/CameraRenderer.h"
#include "model/synth/SpinningLidar.h"

namespace lunkuo::synth
{

/// What the camera sees of an object.
struct CameraTruth
{
    double visible = 0.0; ///< share of its surface inside the picture that nothing else hides; 0 where it is outside
    ImageBox box;         ///< round its silhouette inside the picture, hidden parts included
    double truncated = 0.0;

    /// KITTI's 0 fully visible, 1 partly, 2 largely occluded.
    [[nodiscard]] int occlusion() const { return visible >= 0.8 ? 0 : visible >= 0.4 ? 1 : 2; }
};

CameraTruth cameraTruth(
    const SceneObject& object, const TruthObject& truth, const RenderedView& view, const Camera& camera);

/// The label_2 rows of a frame: what the camera sees and at least a few points lie on. `seen` is of the frame's
/// objects.
std::vector<KittiLabel> kittiLabels(
    const SimulatedFrame& frame, const std::vector<CameraTruth>& seen, const Camera& camera);

} // namespace lunkuo::synth
