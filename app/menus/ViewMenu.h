#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

/// Where the camera looks from, how points look, which panels are open.
class ViewMenu : public ActionMenu
{
    Q_OBJECT
public:
    ViewMenu(const MenuContext& context, QWidget* window);

    /// Menus within this one.
    [[nodiscard]] const std::vector<ActionMenu*>& submenus() const { return m_submenus; }

signals:
    /// All panels away, or back again.
    void panelsToggled();
    void sideViewsToggled();
    /// All panels where they were when the program first started.
    void layoutReset();

private:
    void addCamera();
    void addLook();
    void addWindow();

    std::vector<ActionMenu*> m_submenus;
};

} // namespace lunkuo
