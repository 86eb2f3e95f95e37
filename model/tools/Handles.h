#pragma once

#include "model/geometry/FaceSet.h"

#include <optional>
#include <vector>

namespace lunkuo
{

/// A grip on a cuboid: a face or corner that a drag moves, or the one ahead of the front that turns it.
struct Handle
{
    enum class Kind { Face, Corner, Rotate };

    Kind kind = Kind::Face;
    Eigen::Vector3i side =
        Eigen::Vector3i::Zero(); ///< of the object frame: -1, 0 or 1 per axis; (1,0,0) is the front face

    friend bool operator==(const Handle&, const Handle&) = default;
};

/// The grips of a cuboid: six faces, the four vertical edges at half height (as corners of the footprint), rotation.
std::vector<Handle> handlesOf(const Cuboid& cuboid);

/// What a drag of the grip fixes: the faces that it moves, or the heading.
FaceSet facesOf(const Handle& handle);

/// Where a grip is drawn and touched, sensor frame.
Eigen::Vector3d positionOf(const Handle& handle, const Cuboid& cuboid);

/// The grip under the ray: within `tanTolerance` of it (perspective) or `tolerance_m` (orthographic), the nearest to
/// the eye. Grips of faces that the ray meets from straight ahead are left out: no drag could move those.
std::optional<Handle> handleAt(const Cuboid& cuboid, const Ray& ray, double tanTolerance, double tolerance_m);

/// Whether the cuboid is so large on the screen that its grips neither hide it nor take the clicks on its points.
/// `tanPixel` and `pixelSize_m` as in ToolEvent, `eye` on the ray through the cuboid.
bool hasRoomForGrips(const Cuboid& cuboid, const Eigen::Vector3d& eye, double tanPixel, double pixelSize_m);

/// The cuboid after the grip was dragged to `target` (sensor frame): the opposite face or edge stays, no side gets
/// shorter than 0.1 m; the rotation grip turns it towards the target.
Cuboid dragged(const Cuboid& cuboid, const Handle& handle, const Eigen::Vector3d& target);

} // namespace lunkuo
