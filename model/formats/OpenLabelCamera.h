#pragma once

#include "model/scene/Calibration.h"

#include <QJsonObject>

namespace lunkuo
{

// How OpenLABEL says what a camera's lens and sensor do to light.

/// `stream_properties` of a camera: intrinsics_pinhole or intrinsics_fisheye.
QJsonObject openLabelIntrinsics(const CameraModel& model);

/// Back from `stream_properties`; nothing where they say no model that is known here, or not enough of it.
std::optional<CameraModel> openLabelCamera(const QJsonObject& streamProperties);

} // namespace lunkuo
