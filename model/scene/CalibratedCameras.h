#pragma once

#include "model/base/Progress.h"
#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// Gives the frames of a scene with one sequence the cameras and pictures that a calib.json names:
///
///     {"sensor_origin": [0, 0, 1.8],
///      "cameras": [{"name": "front", "images": "camera/front", "width": 1920, "height": 1080,
///                   "intrinsic": [[fx, 0, cx], [0, fy, cy], [0, 0, 1]],
///                   "distortion": [k1, k2, p1, p2, k3] or {"model": "plumb_bob" | "equidistant", "coefficients": []},
///                   "extrinsic": 4x4, from the LiDAR to the camera}]}
///
/// `images` is a folder relative to the file, its pictures are called as the frames; it, the size (that of the first
/// picture), the distortion and sensor_origin (where the LiDAR is in the frame of the clouds, metres) may be missing.
/// What is damaged becomes a remark that names the camera; the rest is kept.
void addCalibratedCameras(const QString& path, Scene& scene, QStringList& remarks, const Progress& progress);

} // namespace lunkuo
