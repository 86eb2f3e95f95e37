#pragma once

#include "app/menus/ActionMenu.h"
#include "widgets/ShortcutTable.h"

#include <QMenuBar>
#include <QTimer>

namespace lunkuo
{

class FileMenu;
class ImageMenu;
class ViewMenu;

/// All menus, and the keys of their actions. It brings them up to date, once however much has changed, so that keys do
/// what the menus say; and a key that cannot do so now is told why.
class MenuBar : public QMenuBar
{
    Q_OBJECT
public:
    MenuBar(const MenuContext& context, QWidget* window);

    [[nodiscard]] FileMenu& fileMenu() const { return *m_file; }
    [[nodiscard]] ViewMenu& viewMenu() const { return *m_view; }
    [[nodiscard]] ShortcutTable& shortcuts() { return m_shortcuts; }
    [[nodiscard]] ImageMenu& imageMenu() const { return *m_images; }
    /// Actions that others made get keys here like all others. Their object names are their ids.
    void adopt(ActionMenu& menu, const QList<QAction*>& actions);
    /// By the id it was made with; null for an unknown one.
    [[nodiscard]] QAction* action(const QString& id) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] MenuContext withShortcuts(MenuContext context);
    void loadShortcuts();
    void follow(Session* session);
    void refresh();
    [[nodiscard]] QAction* actionOf(const QKeyEvent& key) const;
    bool doAfterAll(const QKeyEvent& key);
    /// What to say to a key that nobody had a use for; empty for keys that mean nothing.
    [[nodiscard]] QString answerTo(const QKeyEvent& key) const;

    ShortcutTable m_shortcuts;
    std::function<Workspace*()> m_workspace;
    QTimer m_refresh;
    FileMenu* m_file;
    ViewMenu* m_view;
    ImageMenu* m_images;
    std::vector<ActionMenu*> m_menus;
};

} // namespace lunkuo
