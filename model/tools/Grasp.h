#pragma once

#include "model/tools/Handles.h"
#include "model/tools/Tool.h"

#include <optional>

namespace lunkuo
{

/// A point that the mouse has taken hold of, and where a drag wants it: over the ground, up and down for what moves so,
/// across the line of sight in views from the side.
class Grasp
{
public:
    /// `isLift`: it only goes up and down.
    Grasp(const ToolEvent& pressed, const Eigen::Vector3d& grabbed, bool isLift);
    static Grasp of(const Handle& handle, const Cuboid& cuboid, const ToolEvent& pressed);

    /// Nothing while the cursor has hardly left the spot, so that it may become a click, and where it points to no
    /// place.
    std::optional<Eigen::Vector3d> target(const ToolEvent& event);
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    [[nodiscard]] const Eigen::Vector3d& grabbed() const { return m_grabbed; }
    /// Seen from the side: the drag goes up and down instead of to and fro.
    [[nodiscard]] bool isUpright() const { return m_isUpright; }

private:
    [[nodiscard]] std::optional<Eigen::Vector3d> meeting(const Ray& ray) const;

    Ray m_pressed;
    Eigen::Vector3d m_grabbed;
    Eigen::Vector3d m_offset; ///< from where the cursor met the surface of the drag to what was taken hold of
    bool m_isLift;
    bool m_isUpright;
    bool m_hasBegun = false;
};

/// The grip of the cuboid under the cursor.
std::optional<Handle> handleUnder(const ToolEvent& event, const Cuboid& cuboid);
/// Whether the cursor is where the middle of the cuboid is seen, and the cuboid is large enough to have grips.
bool isMiddleUnder(const ToolEvent& event, const Cuboid& cuboid);

} // namespace lunkuo
