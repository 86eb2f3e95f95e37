#pragma once

#include "model/completion/Completer.h"

namespace lunkuo
{

/// What the frame's points say for and against an object in a box that was found without a person.
struct BoxSupport
{
    double points = 0.0;       ///< of the object
    double missingShare = 0.0; ///< of the sides that the sensor sees: where points should be and are not
    double seen_m = 0.0;       ///< of these sides: what bears points
    double beside = 0.0;       ///< points just outside the box, per point in it
    double above = 0.0;        ///< points just over the box, per point in it
    double deep = 0.0;         ///< share of its low points far from every face
    double shell = 0.0;        ///< share of its low points that lie on a side that the sensor sees
    double goesOn_m = 0.0;     ///< so far a side that the sensor sees goes on beyond both its ends together
    /// Which share of its length, width and height its points span.
    Eigen::Vector3d spanned = Eigen::Vector3d::Zero();
};

BoxSupport supportOf(const PreparedFrame& frame, const Completion& completion);

} // namespace lunkuo
