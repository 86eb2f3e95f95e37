#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

/// Undo and redo, each saying what.
class EditMenu : public ActionMenu
{
    Q_OBJECT
public:
    EditMenu(const MenuContext& context, QWidget* window);

protected:
    void refreshTexts() override;

private:
    QAction* m_undo;
    QAction* m_redo;
};

} // namespace lunkuo
