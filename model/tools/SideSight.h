#pragma once

#include "model/geometry/Cuboid.h"

namespace lunkuo
{

/// The sides from which an object is looked at in parallel.
enum class ObjectSide { Top, Left, Right, Front, Rear };

/// A parallel look at a cuboid square to one of its sides. A place on the picture is metres to the right and up from
/// the cuboid's centre.
struct SideSight
{
    ObjectSide side = ObjectSide::Top;
    Cuboid base; ///< what is looked at; it stays while something is being dragged, so that the picture does

    // Of the cuboid's own frame: one of its axes each, with its sign.
    [[nodiscard]] Eigen::Vector3i right() const;
    [[nodiscard]] Eigen::Vector3i up() const;
    [[nodiscard]] Eigen::Vector3i towards() const; ///< from the object to the eye

    [[nodiscard]] Eigen::Vector2d onPlane(const Eigen::Vector3d& sensorPoint) const;
    [[nodiscard]] Eigen::Vector2d ofObject(const Eigen::Vector3d& objectPoint) const;
    /// The point of the plane through the centre that is seen there.
    [[nodiscard]] Eigen::Vector3d inSensor(const Eigen::Vector2d& place) const;
    /// How wide and high the size (length, width, height) looks.
    [[nodiscard]] Eigen::Vector2d extentOf(const Eigen::Vector3d& size) const;
    /// The line of sight through a place.
    [[nodiscard]] Ray ray(const Eigen::Vector2d& place) const;
};

/// The length axis, width axis or height axis (0, 1, 2) that a signed axis of the object frame runs along.
int axisOf(const Eigen::Vector3i& direction);

/// What the cursor can take hold of in a side view.
struct SideGrip
{
    enum class Kind { Move, Face, Corner, Turn };

    Kind kind = Kind::Move;
    Eigen::Vector3i side = Eigen::Vector3i::Zero(); ///< of the object frame, the faces that a drag moves

    friend bool operator==(const SideGrip&, const SideGrip&) = default;
};

/// The grip at a place of the picture; nothing outside the cuboid. `pixel_m`: how large a pixel is.
std::optional<SideGrip> gripAt(
    const SideSight& sight, const Cuboid& cuboid, const Eigen::Vector2d& place, double pixel_m);

/// Where the grip that turns is drawn: ahead of the front, above the top where the object is seen end on.
Eigen::Vector2d turnGripOf(const SideSight& sight, const Cuboid& cuboid, double pixel_m);

/// The cuboid turned about its centre and the line of sight, counter-clockwise as it is seen. One that is tilted by
/// less than `level` afterwards stands level.
Cuboid turnedIn(const SideSight& sight, const Cuboid& cuboid, double angle, double level);

/// The cuboid with what was taken hold of at `pressed` dragged to `now`, both places on the sight's plane.
Cuboid draggedIn(const SideSight& sight, const Cuboid& cuboid, const SideGrip& grip, const Eigen::Vector2d& pressed,
    const Eigen::Vector2d& now);

} // namespace lunkuo
