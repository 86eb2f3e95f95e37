#pragma once

#include "model/tools/SideSight.h"
#include "model/tools/Subject.h"
#include "model/tools/Tool.h"

#include <QCoreApplication>

namespace lunkuo
{

/// Changes the object that the side views show, whichever tool is in hand: drag an edge, a corner, the inside or the
/// grip that turns; nudge by the arrow keys; draw faces in by a double-click. What else is selected moves with it. The
/// change shows as a draft until the button or the key is let go and is then one edit, or becomes part of what the tool
/// has half made.
class SideHand
{
    Q_DECLARE_TR_FUNCTIONS(SideHand)
public:
    /// True when the event was of use. `tool` has what may be half made.
    bool handle(const ToolEvent& event, const SideSight& sight, Tool& tool, ToolContext& context);
    /// Whether a press or a double-click would take hold of the object if it might be changed.
    [[nodiscard]] bool wouldChange(
        const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context) const;
    /// Empty unless something is being changed.
    [[nodiscard]] Draft draft() const;
    [[nodiscard]] bool isBusy() const { return m_change.has_value(); }
    /// What the cursor is over, for views to show.
    [[nodiscard]] const std::optional<SideGrip>& grip() const { return m_grip; }
    [[nodiscard]] QString hint() const;
    void cancel();

private:
    /// What has been taken hold of, and what has become of it.
    struct Hold
    {
        Draft before; ///< with a shape
        Shape now;
        SideGrip grip;
        SideSight sight;
        Eigen::Vector2d pressed = Eigen::Vector2d::Zero();
        std::vector<Shape> others{};                     ///< what moves with it, as it was
        Eigen::Vector3d way_m = Eigen::Vector3d::Zero(); ///< that it has been moved by
        bool isByKey = false;
        bool hasBegun = false;
    };

    bool press(const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context);
    bool drag(const ToolEvent& event, const ToolContext& context);
    bool drawIn(const ToolEvent& event, const SideSight& sight, Tool& tool, ToolContext& context);
    bool key(const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context);
    bool keep(Tool& tool, ToolContext& context);
    void hover(const ToolEvent& event, const SideSight& sight, const Tool& tool, const ToolContext& context);
    [[nodiscard]] QString textOf(const SideGrip& grip, const QString& name) const;

    std::optional<Hold> m_change;
    std::optional<SideGrip> m_grip;
};

} // namespace lunkuo
