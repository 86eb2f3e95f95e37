#pragma once

#include "model/review/Counterpart.h"
#include "render/SideView.h"

#include <QJsonObject>
#include <array>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace lunkuo
{

class SuggestionBoard;

/// The object that is worked on from above, from a side and from an end; which side and which end the person chooses.
/// The views stand in a row or, where there is more height, in a column.
class SidePanel : public QWidget
{
    Q_OBJECT
public:
    SidePanel(const ToolContext& context, ToolController& tools, QWidget* parent = nullptr);

    /// Top, side, end.
    [[nodiscard]] SideView& view(int number) const { return *m_views.at(static_cast<std::size_t>(number)); }
    /// What is suggested and looked at shows where nothing is selected; it is not changed here.
    void setSuggestions(const SuggestionBoard& board);
    /// What that view hides does not move with the object.
    void followHidden(const SceneView& view);
    /// What another annotation says of the object, or in its place, in its frame: drawn beside the one of that track;
    /// where nothing else is to be shown, it is shown itself.
    void setCounterpart(std::optional<Counterpart> counterpart);
    /// An object that is gone is shown as it was judged, in its frame, as long as that verdict is open and nothing else
    /// is to be shown. Invalid: none.
    void showJudged(VerdictId verdict);
    /// Keys that the views have no use for go there.
    void passKeysTo(QWidget* view);
    /// How much of the surroundings is shown.
    [[nodiscard]] double margin_m() const { return m_shown.margin_m; }
    void setMargin(double metres);

    /// The view shows the other side: left for right, front for rear. The one from above has no other side.
    void turnRound(int number);

    /// Which sides are shown and how much round them, to survive a restart.
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);

    static constexpr double marginStep_m = 0.2;
    static constexpr double leastMargin_m = 0.2;
    static constexpr double mostMargin_m = 5.0;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void takeSubject();
    bool takeHeld();
    void takeGhosts();
    [[nodiscard]] const JudgedShape* judgedAndGone() const;
    [[nodiscard]] const Counterpart* counterpartHere() const;
    void retranslate();
    [[nodiscard]] QString nameOf(ObjectSide side) const;

    ToolContext m_context;
    ToolController& m_tools;
    const SuggestionBoard* m_suggestions = nullptr;
    std::optional<Counterpart> m_counterpart;
    VerdictId m_judged;
    SideSubject m_shown;
    QBoxLayout* m_row;
    std::array<SideView*, 3> m_views{};
    std::array<QToolButton*, 3> m_names{};
    QLabel* m_count;
};

} // namespace lunkuo
