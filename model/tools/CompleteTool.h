#pragma once

#include "model/completion/Completer.h"
#include "model/tools/Continuation.h"
#include "model/tools/Grasp.h"

#include <QCoreApplication>

namespace lunkuo
{

/// Click a point of an object and get its completed outline. Further clicks add missed parts, Alt+click excludes,
/// Backspace takes the last click back, Tab shows the next likely box, N turns the heading round, Enter accepts what is
/// shown, Escape drops. A grip of the draft that is dragged stays where it was put, and the rest refits round it. A
/// click away from the object accepts what is there and starts the next, and so does leaving the frame or the tool:
/// finished work is never dropped unasked, and what cannot be saved waits in its frame. Shift+click adds however far
/// away, Ctrl+click starts anew however near. Without a draft, a click on an annotated object selects it. What is made
/// where the followed object must be goes on with it; Shift+Enter makes a new object all the same.
class CompleteTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(CompleteTool)
public:
    bool handle(const ToolEvent& event, ToolContext& context) override;
    [[nodiscard]] Draft draft() const override { return m_draft; }
    [[nodiscard]] QString hint(const ToolContext& context) const override;
    [[nodiscard]] bool countsEachPress() const override { return true; }
    [[nodiscard]] Qt::CursorShape cursor() const override { return m_cursor; }
    void reshape(const Shape& shape, ToolContext& context) override;
    void classChosen(ToolContext& context) override;
    void leave(ToolContext& context) override;
    void cancel(ToolContext& context) override;

private:
    /// A drag of one of the draft's grips.
    struct Pull
    {
        Draft before;
        Handle handle;
        Grasp grasp;
        ToolEvent pressed;
    };

    bool press(const ToolEvent& event, const ToolContext& context);
    bool pull(const ToolEvent& event, const ToolContext& context);
    bool release(ToolContext& context);
    void letGo();
    void fitRound(const Cuboid& cuboid, FaceSet held, const ToolContext& context);
    bool click(const ToolEvent& event, ToolContext& context);
    bool begin(FrameId frame, ShapeId around, ToolContext& context);
    bool key(const ToolEvent& event, ToolContext& context);
    bool accept(ToolContext& context);
    bool completeFor(std::optional<Continuation> onward, ToolContext& context);
    [[nodiscard]] CompletionOptions options(const ToolContext& context) const;
    void refit(ToolContext& context);
    void showOther(int step, const ToolContext& context);
    void show(Completion completion);
    [[nodiscard]] CompletionInput input() const;
    void hover(const ToolEvent& event, ToolContext& context);
    [[nodiscard]] bool isElsewhere(const ToolContext& context) const;
    [[nodiscard]] bool isAnotherObject(const Eigen::Vector3d& point, ShapeId around, const Scene& scene) const;

    Draft m_draft;
    FrameId m_frame;                      ///< of the draft
    std::optional<Continuation> m_onward; ///< the object that the draft goes on with
    bool m_reversed = false;              ///< the person has turned the heading round
    std::vector<Cuboid> m_choices;        ///< the boxes that the clicks may mean, the likeliest first
    std::size_t m_choice = 0;             ///< the one that is shown
    std::optional<Pull> m_pull;
    Qt::CursorShape m_cursor = Qt::CrossCursor;
};

} // namespace lunkuo
