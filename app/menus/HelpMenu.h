#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

/// The guide, the keys, and what this program is.
class HelpMenu : public ActionMenu
{
    Q_OBJECT
public:
    HelpMenu(const MenuContext& context, QWidget* window);
};

} // namespace lunkuo
