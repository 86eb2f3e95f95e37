#include "app/menus/HelpMenu.h"

#include "widgets/AboutDialog.h"
#include "widgets/GuideDialog.h"
#include "widgets/KeysDialog.h"
#include "widgets/ShortcutsDialog.h"

namespace lunkuo
{

HelpMenu::HelpMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("HelpMenu", QT_TRANSLATE_NOOP("HelpMenu", "&Help"), context, window)
{
    const auto showGuide = [window] {
        if (auto* shown = window->findChild<GuideDialog*>()) {
            shown->raise();
            shown->activateWindow();
            return;
        }
        auto* guide = new GuideDialog(window);
        guide->setAttribute(Qt::WA_DeleteOnClose);
        guide->show();
    };
    const auto taxonomy = [this] { return session() ? session()->document().scene().taxonomy : Taxonomy(); };
    const auto changeKeys = [this, window, taxonomy] { ShortcutsDialog(shortcuts(), taxonomy(), window).exec(); };
    const auto showKeys = [this, window, taxonomy, changeKeys] {
        if (auto* shown = window->findChild<KeysDialog*>()) {
            shown->raise();
            shown->activateWindow();
            return;
        }
        auto* keys = new KeysDialog(shortcuts(), taxonomy(), window);
        keys->setAttribute(Qt::WA_DeleteOnClose);
        connect(keys, &KeysDialog::changeWanted, this, changeKeys);
        keys->show();
    };
    add({"guide", QT_TRANSLATE_NOOP("HelpMenu", "Guide"), "guide", {Qt::Key_F1}, showGuide});
    add({"keys", QT_TRANSLATE_NOOP("HelpMenu", "Keys and mouse"), "keyboard",
        {Qt::Key_Question, QKeySequence(Qt::SHIFT | Qt::Key_F1)}, showKeys});
    add({"changeKeys", QT_TRANSLATE_NOOP("HelpMenu", "Change keys…"), "settings", {QKeySequence(Qt::CTRL | Qt::Key_K)},
        changeKeys});
    addSeparator();
    add({"about", QT_TRANSLATE_NOOP("HelpMenu", "About Lunkuo"), "info", {}, [window] { AboutDialog(window).exec(); }});
}

} // namespace lunkuo
