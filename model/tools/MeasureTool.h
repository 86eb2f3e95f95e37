#pragma once

#include "model/tools/Tool.h"

#include <QCoreApplication>

namespace lunkuo
{

/// Click two places to see how far apart they are, and a third for the angle between. A click on no point of the cloud
/// means the ground there. Further clicks measure anew beside what is there; Backspace takes the last click back,
/// Escape clears everything.
class MeasureTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(MeasureTool)
public:
    bool handle(const ToolEvent& event, ToolContext& context) override;
    [[nodiscard]] Draft draft() const override;
    [[nodiscard]] QString hint(const ToolContext& context) const override;
    [[nodiscard]] bool countsEachPress() const override { return true; }
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    void cancel(ToolContext& context) override;

private:
    bool click(const ToolEvent& event, ToolContext& context);
    bool hover(const ToolEvent& event, ToolContext& context);
    bool key(int key, ToolContext& context);
    [[nodiscard]] bool isUnfinished() const;

    std::vector<Measure> m_measures;
    std::optional<Eigen::Vector3d> m_under; ///< what the next click would mean
};

} // namespace lunkuo
