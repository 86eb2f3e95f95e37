#pragma once

#include "model/base/Progress.h"
#include "model/cloud/PointCloud.h"
#include "model/scene/Calibration.h"

#include <QImage>

namespace lunkuo
{

/// A point of the cloud in a picture.
struct PicturedPoint
{
    float u = 0.0F; ///< pixels
    float v = 0.0F;
    float depth_m = 0.0F; ///< from the camera
    std::uint32_t index = 0;
};

/// The points that would be in the picture if nothing stood before them, the farthest first. Of larger clouds every
/// n-th, so that there are not more than `most`.
std::vector<PicturedPoint> picturedPoints(
    const PointCloud& cloud, const Camera& camera, std::size_t most, const Progress& progress = {});

/// A camera and what it sees.
struct Picture
{
    Camera camera;
    QImage image; ///< 32 bits a pixel
};

/// 0xAARRGGBB for each point: the colour that the pictures show there, opaque; transparent black where none sees the
/// point. Where several do, the one that has it nearest to its middle decides. A point behind what another point shows
/// to be nearer is not seen.
std::vector<QRgb> colorsFromPictures(
    const PointCloud& cloud, const std::vector<Picture>& pictures, const Progress& progress = {});

} // namespace lunkuo
