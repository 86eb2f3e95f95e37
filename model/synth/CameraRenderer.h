#pragma once

#include "model/scene/Calibration.h"
#include "model/synth/StreetScene.h"

#include <QImage>

namespace lunkuo::synth
{

/// A picture, and what each of its pixels shows.
struct RenderedView
{
    QImage image;
    std::vector<std::int32_t>
        objectAt; ///< number of the object in the middle of each pixel, row by row; 0: scenery or sky

    [[nodiscard]] std::int32_t object(int x, int y) const
    {
        return objectAt[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width()) +
                        static_cast<std::size_t>(x)];
    }
};

/// The camera that looks forward from above the LiDAR's front, with the picture size and focal length of KITTI's left
/// colour camera, whose offset from the calibrated frame it also has.
Camera forwardCamera();

/// What the camera sees at that moment: the same scene as the LiDAR's, by ray casting, in sunlight with shadows.
RenderedView renderView(const StreetScene& scene, double time_s, const Camera& camera);

} // namespace lunkuo::synth
