#pragma once

#include "model/tools/Continuation.h"

#include <QCoreApplication>

namespace lunkuo
{

/// Makes a new cuboid by hand on the ground: one drag from the middle of the rear to that of the front, or three
/// clicks: both ends of one side, rear first, then the other side. What is not drawn is as usual for the class. With
/// Ctrl it is fitted to the points. Backspace takes the last click back, Escape drops. What is drawn where the followed
/// object must be goes on with it; with Shift it is a new object all the same.
class DrawTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(DrawTool)
public:
    bool handle(const ToolEvent& event, ToolContext& context) override;
    [[nodiscard]] Draft draft() const override { return m_draft; }
    [[nodiscard]] QString hint(const ToolContext& context) const override;
    [[nodiscard]] bool countsEachPress() const override { return true; }
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    void reshape(const Shape& shape, ToolContext& context) override;
    void cancel(ToolContext& context) override;

private:
    bool press(const ToolEvent& event, const ToolContext& context);
    bool move(const ToolEvent& event, const ToolContext& context);
    bool release(const ToolEvent& event, ToolContext& context);
    bool key(const ToolEvent& event, ToolContext& context);
    void show(const std::optional<Cuboid>& cuboid, const ToolContext& context);
    bool finish(Qt::KeyboardModifiers modifiers, ToolContext& context);

    Draft m_draft;
    std::vector<Eigen::Vector3d> m_clicks; ///< places on the ground
    std::optional<ToolEvent> m_pressed;
    bool m_isDragging = false;
    bool m_isByHand = false;              ///< changed in another view: it stays so until it is kept or dropped
    std::optional<Continuation> m_onward; ///< the object that the draft goes on with
};

} // namespace lunkuo
