#pragma once

#include "app/Desk.h"
#include "app/menus/Condition.h"

#include <QKeySequence>
#include <QMenu>
#include <functional>
#include <optional>

namespace lunkuo
{

class ShortcutTable;
class Workspace;

/// What every menu of the window works on.
struct MenuContext
{
    Desk& desk;
    std::function<Workspace*()> workspace; ///< null while no project is open
    ShortcutTable* shortcuts = nullptr;    ///< of the actions of all menus
};

/// A menu whose actions are written down once: text, icon, keys, what they do, and when they can be done. It follows
/// the language and the project.
class ActionMenu : public QMenu
{
    Q_OBJECT
public:
    /// Brings texts and what is possible up to date.
    void refresh();
    /// One sentence why the action cannot be done now; empty when it can be, or is none of this menu's.
    [[nodiscard]] QString whyNot(const QAction* action) const;

protected:
    /// One action. Texts are source texts of the menu's translation context.
    struct Spec
    {
        const char* id;
        const char* text;
        const char* icon = "";
        QList<QKeySequence> keys{};
        std::function<void()> run{};
        Condition possible{};
        std::function<bool()> ticked{}; ///< none: not checkable
    };

    ActionMenu(const char* context, const char* title, MenuContext menuContext, QWidget* window);

    QAction* add(Spec spec);
    /// Text of this menu's context in the language of the moment.
    [[nodiscard]] QString text(const char* source) const;
    [[nodiscard]] Workspace* workspace() const { return m_menuContext.workspace(); }
    [[nodiscard]] Session* session() const { return m_menuContext.desk.session(); }
    [[nodiscard]] Desk& desk() const { return m_menuContext.desk; }
    [[nodiscard]] ShortcutTable& shortcuts() const { return *m_menuContext.shortcuts; }
    /// A project is open; annotation may be changed: it is not read-only, and nobody reviews.
    [[nodiscard]] std::function<bool()> whenOpen() const;
    [[nodiscard]] Condition whenWritable(const Condition& also = {}) const;
    /// A shape is selected, or an object followed; and something else besides.
    [[nodiscard]] Condition whenSelected(std::function<bool()> also = {}) const;
    [[nodiscard]] Condition whenFollowing(std::function<bool()> also = {}) const;
    /// With a source text of the menu's context for what is missing.
    [[nodiscard]] Condition when(std::function<bool()> holds, const char* missing) const;
    /// What an action is called while the state is as it is; empty: as the table says. Said once, as a button lays out
    /// the window at each other word.
    [[nodiscard]] virtual QString wordsNow(const QAction* action) const;
    /// What else changes with state and language.
    virtual void refreshRest() {}

    void changeEvent(QEvent* event) override;

private:
    struct Entry
    {
        QAction* action;
        Spec spec;
        QString words; ///< as the table says, in the language of the moment
        /// What the tip that the action has was made of.
        struct Told
        {
            QString words;
            QKeySequence key;
            QString whyNot;

            friend bool operator==(const Told&, const Told&) = default;
        };
        std::optional<Told> told;
    };

    void translate();
    void refreshTip(Entry& entry) const;

    [[nodiscard]] QString whyNot(const Entry& entry) const;

    const char* m_context;
    const char* m_title;
    MenuContext m_menuContext;
    std::vector<Entry> m_entries;
};

} // namespace lunkuo
