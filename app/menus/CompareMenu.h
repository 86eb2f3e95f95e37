#pragma once

#include "app/menus/ActionMenu.h"

#include <QPointer>

namespace lunkuo
{

class AgreementPanel;
struct Disagreement;

/// How well the project agrees with another annotation, and the report of it.
class CompareMenu : public ActionMenu
{
    Q_OBJECT
public:
    CompareMenu(const MenuContext& context, QWidget* window);

private:
    void compare();
    void report();
    void show(const Disagreement& disagreement);

    QPointer<AgreementPanel> m_panel; ///< the latest comparison, while it is open
};

} // namespace lunkuo
