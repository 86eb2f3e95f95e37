#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

/// Places to look from that a person has kept, by number.
class SavedViewsMenu : public ActionMenu
{
    Q_OBJECT
public:
    SavedViewsMenu(const MenuContext& context, QWidget* window);

protected:
    [[nodiscard]] QString wordsNow(const QAction* action) const override;

private:
    void addView(int number);

    std::vector<std::pair<QAction*, QAction*>> m_views; ///< that goes there, that keeps it
};

} // namespace lunkuo
