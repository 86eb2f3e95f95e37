#include "app/menus/HelpMenu.h"

#include "widgets/AboutDialog.h"
#include "widgets/GuideDialog.h"
#include "widgets/KeysDialog.h"

namespace lunkuo
{

HelpMenu::HelpMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("HelpMenu", QT_TRANSLATE_NOOP("HelpMenu", "&Help"), context, window)
{
    const auto showGuide = [window] {
        auto* guide = new GuideDialog(window);
        guide->setAttribute(Qt::WA_DeleteOnClose);
        guide->show();
    };
    const auto showKeys = [this, window] {
        const Taxonomy taxonomy = session() ? session()->document().scene().taxonomy : Taxonomy();
        auto* keys = new KeysDialog(window->actions(), taxonomy, window);
        keys->setAttribute(Qt::WA_DeleteOnClose);
        keys->show();
    };
    add({"guide", QT_TRANSLATE_NOOP("HelpMenu", "Guide"), "guide", {Qt::Key_F1}, showGuide});
    add({"keys", QT_TRANSLATE_NOOP("HelpMenu", "Keys and mouse"), "keyboard", {QKeySequence(Qt::SHIFT | Qt::Key_F1)},
        showKeys});
    addSeparator();
    add({"about", QT_TRANSLATE_NOOP("HelpMenu", "About Lunkuo"), "info", {}, [window] { AboutDialog(window).exec(); }});
}

} // namespace lunkuo
