#pragma once

#include "model/document/Document.h"

namespace lunkuo
{

/// Says where the sensor is in the clouds of the frame's sequence, as one edit of all calibrations that its frames
/// refer to; those without one get one. Nothing: it is to be estimated from the clouds.
Result<void> setSensorOrigin(Document& document, FrameId frame, const std::optional<Eigen::Vector3d>& origin);

} // namespace lunkuo
