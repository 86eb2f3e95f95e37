#pragma once

#include "model/completion/BoxView.h"

namespace lunkuo
{

/// How surely x, y (metres) and yaw (radians) are known: an inverse covariance.
using PlaceInformation = Eigen::Matrix3d;

/// Where an object should be in a frame before its points are looked at.
struct ExpectedPlace
{
    Cuboid cuboid;                                               ///< sensor frame; its size is the object's
    PlaceInformation information = PlaceInformation::Identity(); ///< of x, y in the sensor frame, and yaw
    double ahead_m = 0.0; ///< so far ahead or back along its heading it is looked for too
};

/// An object of known size put onto the points of a frame.
struct PlaceFit
{
    Cuboid cuboid;                                           ///< sensor frame, standing on the ground
    PlaceInformation information = PlaceInformation::Zero(); ///< what the points alone say
    std::size_t points = 0;                                  ///< of the object
    double cost = 0.0;       ///< of what speaks against the box, without the expectation
    double spilled = 0.0;    ///< share of what hangs together with its points that lies outside the box
    double confidence = 0.0; ///< that the place is right, if the size is, 0..1
    BoxView view;            ///< what was looked at
    Evidence evidence;       ///< without the expectation; valid as long as the frame
};

/// Finds the object near where it is expected: only its place and heading are free, its size stays. Where points say
/// little the expectation stays. The heading is never turned round. Error: one sentence, with fewer than
/// `fewestPlacePoints` points in the box.
Result<PlaceFit> fitPlace(const PreparedFrame& frame, const ExpectedPlace& expected, const CompletionOptions& options);

inline constexpr std::size_t fewestPlacePoints = 5;

/// Points that stand above the road inside the box, at most `most` of them counted. Sensor frame.
std::size_t raisedPointsIn(const PreparedFrame& frame, const Cuboid& cuboid, std::size_t most = 1'000);

} // namespace lunkuo
