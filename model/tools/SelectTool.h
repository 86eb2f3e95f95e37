#pragma once

#include "model/tools/Handles.h"
#include "model/tools/Tool.h"

#include <QCoreApplication>

namespace lunkuo
{

/// Selects objects and changes the selected one by its grips: drag it over the ground, turn it, resize it. The change
/// shows as a draft while the button is down and becomes one edit when it is let go.
class SelectTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(SelectTool)
public:
    bool handle(const ToolEvent& event, ToolContext& context) override;
    [[nodiscard]] Draft draft() const override;
    [[nodiscard]] QString hint(const ToolContext& context) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return m_cursor; }
    void cancel(ToolContext& context) override;

private:
    /// A drag in progress: what it started from and what it has become.
    struct Drag
    {
        Shape before;
        Shape now;
        std::optional<Handle> handle; ///< none: the whole cuboid is moved
        Eigen::Vector3d grabbed;      ///< where on the drag surface it was taken
        QString classId;
    };

    bool press(const ToolEvent& event, ToolContext& context);
    bool drag(const ToolEvent& event, ToolContext& context);
    bool release(ToolContext& context);
    void hover(const ToolEvent& event, ToolContext& context);
    [[nodiscard]] Cuboid moved(const Eigen::Vector3d& target, const ToolContext& context) const;

    std::optional<Drag> m_drag;
    Qt::CursorShape m_cursor = Qt::ArrowCursor;
};

} // namespace lunkuo
