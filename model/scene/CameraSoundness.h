#pragma once

#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// Whether a real camera could be so: a picture of up to 100,000 pixels a side (0 or -1: unknown), a focal length of 1
/// to 10 million pixels, and numbers of a size that neither lens nor mounting exceeds.
bool isSound(const Camera& camera);

/// Takes the cameras that cannot be so out of the calibrations, whoever has read them, and says so once for each name;
/// their images stay.
void dropUnsoundCameras(Scene& scene, QStringList& remarks);

} // namespace lunkuo
