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

signals:
    /// All panels away, or back again.
    void panelsToggled();
    void sideViewsToggled();

private:
    void addCamera();
    void addLook();
    void addWindow();
};

} // namespace lunkuo
