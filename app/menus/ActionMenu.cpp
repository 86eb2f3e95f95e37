#include "app/menus/ActionMenu.h"

#include "widgets/Answers.h"
#include "widgets/Icons.h"
#include "widgets/Names.h"
#include "widgets/ShortcutTable.h"

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
    const QString words = text(spec.text);
    m_entries.push_back({action, std::move(spec), words, {}});
    return action;
}

QString ActionMenu::text(const char* source) const
{
    return QCoreApplication::translate(m_context, source);
}

void ActionMenu::translate()
{
    for (Entry& entry : m_entries)
        entry.words = text(entry.spec.text);
}

/// Often, while somebody waits for a picture: what is as it was costs next to nothing.
void ActionMenu::refresh()
{
    setTitle(text(m_title));
    for (Entry& entry : m_entries) {
        const QString now = wordsNow(entry.action);
        entry.action->setText(now.isEmpty() ? entry.words : now);
        entry.action->setEnabled(entry.spec.possible());
        if (entry.spec.ticked)
            entry.action->setChecked(entry.spec.ticked());
        refreshTip(entry);
    }
    refreshRest();
}

void ActionMenu::refreshTip(Entry& entry) const
{
    const bool isPossible = entry.action->isEnabled();
    Entry::Told told{entry.action->text(), entry.action->shortcut(), isPossible ? QString() : whyNot(entry)};
    if (told == entry.told)
        return;
    QString tip = told.words;
    tip.remove(u'&').remove(QStringLiteral("…"));
    tip = Names::withKey(tip, told.key);
    entry.action->setToolTip(isPossible ? tip : tip + u'\n' + told.whyNot);
    entry.told = std::move(told);
}

QString ActionMenu::wordsNow(const QAction*) const
{
    return {};
}

std::function<bool()> ActionMenu::whenOpen() const
{
    return [this] { return workspace() != nullptr; };
}

Condition ActionMenu::whenWritable(const Condition& also) const
{
    return {[this, also] { return session() && session()->document().isWritable() && also(); },
        [this, also] {
            const QString why = session()->whyFixed();
            return why.isEmpty() ? also.missing() : why;
        }};
}

Condition ActionMenu::whenSelected(std::function<bool()> also) const
{
    const auto isAny = [this] {
        return session() && session()->document().scene().shapes.contains(session()->selection().shape());
    };
    return {[isAny, also = std::move(also)] { return isAny() && (!also || also()); },
        [isAny] { return isAny() ? QString() : Answers::selectFirst(); }};
}

Condition ActionMenu::whenFollowing(std::function<bool()> also) const
{
    const auto isAny = [this] {
        return session() && session()->document().scene().tracks.contains(session()->followed().id());
    };
    return {[isAny, also = std::move(also)] { return isAny() && (!also || also()); },
        [isAny] { return isAny() ? QString() : Answers::selectFirst(); }};
}

Condition ActionMenu::when(std::function<bool()> holds, const char* missing) const
{
    return {std::move(holds), [this, missing] { return text(missing); }};
}

QString ActionMenu::whyNot(const QAction* action) const
{
    for (const Entry& entry : m_entries)
        if (entry.action == action)
            return entry.spec.possible() ? QString() : whyNot(entry);
    return {};
}

QString ActionMenu::whyNot(const Entry& entry) const
{
    if (!session())
        return Answers::openFirst();
    const QString missing = entry.spec.possible.missing();
    return missing.isEmpty() ? Answers::notNow(wordsOf(*entry.action)) : missing;
}

void ActionMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        translate();
        refresh();
    }
    QMenu::changeEvent(event);
}

} // namespace lunkuo
