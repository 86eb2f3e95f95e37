#pragma once

#include "model/tools/Grasp.h"

#include <QCoreApplication>

namespace lunkuo
{

/// Selects objects, with Ctrl several one by one and with Shift all in a rectangle, drags what is
/// selected over the ground, and turns and resizes the main one by its grips. The change shows as a draft while the
/// button is down and becomes one edit when it is let go. A grip that is dragged with Ctrl keeps the rest of the box
/// fitted to the points; a double-click on a grip draws its faces in to them, one in the middle of the object all.
class SelectTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(SelectTool)
public:
    bool handle(const ToolEvent& event, ToolContext& context) override;
    [[nodiscard]] Draft draft() const override;
    [[nodiscard]] QString hint(const ToolContext& context) const override;
    [[nodiscard]] bool offersHandles() const override { return true; }
    [[nodiscard]] Qt::CursorShape cursor() const override { return m_cursor; }
    void cancel(ToolContext& context) override;
    /// Whether a press or a double-click would take hold of the selected shape if it might be changed.
    [[nodiscard]] bool wouldChange(const ToolEvent& event, const ToolContext& context) const;

private:
    /// A drag in progress: what it started from and what it has become.
    struct Drag
    {
        Shape before;
        Shape now;
        QString classId;
        std::optional<Handle> handle; ///< none: the whole cuboid is moved
        Grasp grasp;
        std::vector<Shape> others{}; ///< what moves with it, as it was
    };

    bool press(const ToolEvent& event, ToolContext& context);
    bool drag(const ToolEvent& event, ToolContext& context);
    bool release(const ToolEvent& event, ToolContext& context);
    bool drawIn(const ToolEvent& event, ToolContext& context) const;
    bool escape(ToolContext& context);
    /// The selected shape, if it is not locked and is seen; and if annotation may be changed.
    [[nodiscard]] static const Shape* unlocked(const ToolEvent& event, const ToolContext& context);
    [[nodiscard]] static const Shape* changeable(const ToolEvent& event, const ToolContext& context);
    /// That shape, if a drag may move it: one of those that are selected.
    [[nodiscard]] static const Shape* movable(ShapeId under, const ToolEvent& event, const ToolContext& context);
    void choose(ShapeId shape, const ToolEvent& event, ToolContext& context) const;
    void chooseInBand(const ToolEvent& event, ToolContext& context) const;
    void hover(const ToolEvent& event, ToolContext& context);
    [[nodiscard]] static QString textOf(const std::optional<Handle>& handle, const QString& name);
    [[nodiscard]] Shape changed(
        const ToolEvent& event, const Eigen::Vector3d& target, const ToolContext& context) const;
    [[nodiscard]] Cuboid moved(const Eigen::Vector3d& target, const ToolContext& context) const;

    std::optional<Drag> m_drag;
    std::optional<QRectF> m_band; ///< from where it was started to the cursor
    Qt::CursorShape m_cursor = Qt::ArrowCursor;
    ShapeId m_pressedAt;     ///< selected at the latest press of the button
    ShapeId m_pressedBefore; ///< and at the one before
};

} // namespace lunkuo
