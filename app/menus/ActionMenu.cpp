#include "app/menus/ActionMenu.h"

#include "widgets/Icons.h"
#include "widgets/Names.h"

#include <QCoreApplication>
#include <QEvent>

namespace lunkuo
{

ActionMenu::ActionMenu(const char* context, const char* title, MenuContext menuContext, QWidget* window)
    : QMenu(window)
    , m_context(context)
    , m_title(title)
    , m_menuContext(std::move(menuContext))
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &ActionMenu::refresh);
}

QAction* ActionMenu::add(Spec spec)
{
    QAction* action = addAction(lineIcon(QLatin1String(spec.icon)), QString());
    action->setObjectName(QLatin1String(spec.id));
    action->setShortcuts(spec.keys);
    action->setCheckable(static_cast<bool>(spec.ticked));
    connect(action, &QAction::triggered, this, [this, run = spec.run] {
        run();
        refresh();
    });
    // Keys work while the menu is closed, whichever panel has the keyboard.
    parentWidget()->addAction(action);
    m_entries.push_back({action, std::move(spec)});
    return action;
}

QString ActionMenu::text(const char* source) const
{
    return QCoreApplication::translate(m_context, source);
}

void ActionMenu::refresh()
{
    setTitle(text(m_title));
    for (const Entry& entry : m_entries) {
        const QString words = text(entry.spec.text);
        entry.action->setText(words);
        QString tip = words;
        tip.remove(u'&').remove(QStringLiteral("…"));
        entry.action->setToolTip(Names::withKey(tip, entry.action->shortcut()));
        entry.action->setEnabled(!entry.spec.possible || entry.spec.possible());
        if (entry.spec.ticked)
            entry.action->setChecked(entry.spec.ticked());
    }
    refreshTexts();
}

std::function<bool()> ActionMenu::whenOpen() const
{
    return [this] { return workspace() != nullptr; };
}

std::function<bool()> ActionMenu::whenWritable() const
{
    return [this] { return session() && !session()->isReadOnly(); };
}

std::function<bool()> ActionMenu::whenSelected() const
{
    return [this] { return session() && !session()->isReadOnly() && session()->selection().shape().isValid(); };
}

void ActionMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QMenu::changeEvent(event);
}

} // namespace lunkuo
