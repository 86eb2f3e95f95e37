#pragma once

#include "app/menus/ActionMenu.h"
#include "model/tools/ShapeActions.h"

#include <set>

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
    [[nodiscard]] QString wordsNow(const QAction* action) const override;

private:
    using Action = Result<void> (*)(Document&, const LoadedFrame&, const ShapeIds&);

    void addSuggestions();
    void stepSuggestion(int steps);
    void acceptAllSuggestions();
    void addFits();
    void addPlaces();
    void addVisibility();
    void change(Action action);
    [[nodiscard]] std::set<TrackId> selectedTracks() const;
    [[nodiscard]] const Shape* selectedShape() const;
    [[nodiscard]] bool isHeld() const;

    QList<QAction*> m_tools;
};

} // namespace lunkuo
