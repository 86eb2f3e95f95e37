#pragma once

#include "model/tools/Tool.h"

#include <QCoreApplication>

namespace lunkuo
{

/// Click a point of an object and get its completed outline. Further clicks add missed points, Alt+click excludes,
/// Backspace takes the last click back, Enter accepts, Escape drops. A click on another object accepts what is there
/// and starts anew, and so does leaving the frame or the tool: finished work is never dropped unasked.
class CompleteTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(CompleteTool)
public:
    bool handle(const ToolEvent& event, ToolContext& context) override;
    [[nodiscard]] Draft draft() const override { return m_draft; }
    [[nodiscard]] QString hint(const ToolContext& context) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    void leave(ToolContext& context) override;
    void cancel(ToolContext& context) override;

private:
    bool click(const ToolEvent& event, ToolContext& context);
    bool key(int key, ToolContext& context);
    bool accept(ToolContext& context);
    void refit(ToolContext& context);
    [[nodiscard]] bool isAnotherObject(const Eigen::Vector3d& point) const;

    Draft m_draft;
    FrameId m_frame; ///< of the draft
};

} // namespace lunkuo
