#pragma once

#include "model/synth/Mesh.h"
#include "model/synth/VehicleDesign.h"

namespace lunkuo::synth
{

/// A mesh in its object's own frame with the size of the box that is flush on it, mirrors excepted as in KITTI's boxes.
struct ObjectMesh
{
    Mesh mesh; ///< origin at the box's centre, x forward, z up
    Eigen::Vector3d size = Eigen::Vector3d::Ones();
};

/// Builds a vehicle: a body lofted through cross-sections of its design, wheels in their arches, seats behind the
/// glass, lamps, plates and mirrors. `scale` stretches length, width and height.
ObjectMesh vehicleMesh(const VehicleDesign& design, const Eigen::Vector3f& color, const Eigen::Vector3d& scale);

/// The mesh moved so that the middle of its box (mirrors excepted) is the origin.
ObjectMesh centered(Mesh mesh);

} // namespace lunkuo::synth
