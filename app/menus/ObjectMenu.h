#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

/// The tools, and what is done to the selected object.
class ObjectMenu : public ActionMenu
{
    Q_OBJECT
public:
    ObjectMenu(const MenuContext& context, QWidget* window);

    /// For the toolbar.
    [[nodiscard]] const QList<QAction*>& toolActions() const { return m_tools; }

protected:
    void refreshTexts() override;

private:
    using Fit = Result<void> (*)(Document&, const LoadedFrame&, ShapeId);

    void addSuggestions();
    void stepSuggestion(int steps);
    void addFits();
    void fit(Fit action);
    [[nodiscard]] bool isHeld() const;

    QList<QAction*> m_tools;
};

} // namespace lunkuo
