#include "app/menus/MenuBar.h"

#include "app/menus/CompareMenu.h"
#include "app/menus/EditMenu.h"
#include "app/menus/FileMenu.h"
#include "app/menus/FindingsMenu.h"
#include "app/menus/HelpMenu.h"
#include "app/menus/ImageMenu.h"
#include "app/menus/ObjectMenu.h"
#include "app/menus/ReviewMenu.h"
#include "app/menus/SequenceMenu.h"
#include "app/menus/TrackMenu.h"
#include "app/menus/ViewMenu.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/tools/Nudge.h"
#include "widgets/Answers.h"

#include <QKeyEvent>

namespace lunkuo
{

MenuBar::MenuBar(const MenuContext& context, QWidget* window)
    : QMenuBar(window)
    , m_workspace(context.workspace)
    , m_file(new FileMenu(withShortcuts(context), window))
    , m_view(new ViewMenu(withShortcuts(context), window))
    , m_images(new ImageMenu(withShortcuts(context), window))
{
    auto* sequence = new SequenceMenu(withShortcuts(context), window);
    auto* review = new ReviewMenu(withShortcuts(context), window);
    m_menus = {m_file, new EditMenu(withShortcuts(context), window), m_view, m_images,
        new ObjectMenu(withShortcuts(context), window), new TrackMenu(withShortcuts(context), window), sequence, review,
        new HelpMenu(withShortcuts(context), window)};
    for (ActionMenu* menu : m_menus)
        addMenu(menu);
    review->addSeparator();
    for (ActionMenu* menu : std::initializer_list<ActionMenu*>{
             new FindingsMenu(withShortcuts(context), window), new CompareMenu(withShortcuts(context), window)}) {
        review->addMenu(menu);
        m_menus.push_back(menu);
    }
    m_menus.insert(m_menus.end(), m_view->submenus().begin(), m_view->submenus().end());
    m_menus.insert(m_menus.end(), sequence->submenus().begin(), sequence->submenus().end());
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &MenuBar::refresh);
    connect(&context.desk, &Desk::opened, this, &MenuBar::follow);
    loadShortcuts();
    follow(context.desk.session());
    refresh();
    window->installEventFilter(this);
}

MenuContext MenuBar::withShortcuts(MenuContext context)
{
    context.shortcuts = &m_shortcuts;
    return context;
}

void MenuBar::loadShortcuts()
{
    for (const ActionMenu* menu : m_menus)
        for (QAction* action : menu->actions())
            if (!action->objectName().isEmpty())
                m_shortcuts.add(action);
    (void)m_shortcuts.fromJson(Settings::shortcuts()); // without any there is nothing to change
    connect(&m_shortcuts, &ShortcutTable::changed, this, [this] {
        Settings::setShortcuts(m_shortcuts.toJson());
        refresh();
    });
}

void MenuBar::adopt(ActionMenu& menu, const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        menu.addAction(action);
        parentWidget()->addAction(action);
        m_shortcuts.add(action);
    }
    // All at once: keys of actions that are not there yet would be forgotten.
    (void)m_shortcuts.fromJson(Settings::shortcuts());
}

QAction* MenuBar::action(const QString& id) const
{
    for (const ActionMenu* menu : m_menus)
        for (QAction* action : menu->actions())
            if (action->objectName() == id)
                return action;
    return nullptr;
}

void MenuBar::follow(Session* session)
{
    const auto later = [this] { m_refresh.start(0); };
    later();
    if (!session)
        return;
    connect(&session->document(), &Document::changed, this, later);
    connect(&session->document(), &Document::historyChanged, this, later);
    connect(&session->selection(), &Selection::shapesChanged, this, later);
    connect(&session->selection(), &Selection::hiddenChanged, this, later);
    connect(&session->selection(), &Selection::frameChanged, this, later);
    connect(&session->followed(), &FollowedTrack::changed, this, later);
    connect(&session->tools(), &ToolController::activated, this, later);
    connect(&session->tools(), &ToolController::draftChanged, this, later);
    connect(&session->followed(), &FollowedTrack::changed, this, later);
    connect(&session->playback(), &Playback::playingChanged, this, later);
    connect(&session->suggestions(), &SuggestionBoard::changed, this, later);
    connect(&session->followed(), &FollowedTrack::changed, this, later);
    connect(&session->merged(), &MergedView::changed, this, later);
    connect(&session->review(), &ReviewBoard::modeChanged, this, later);
    connect(&session->review(), &ReviewBoard::changed, this, later);
    connect(&session->images(), &ImageBoard::viewsChanged, this, later);
    connect(&session->images(), &ImageBoard::pinnedChanged, this, later);
    connect(&session->findings(), &FindingBoard::changed, this, later);
}

/// Keys come to the window when no widget in it took them: a shortcut of an action that is not possible now, or a key
/// of the tools that had nothing to work on.
bool MenuBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::KeyPress && m_workspace()) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (doAfterAll(key)) {
            event->accept();
            return true;
        }
        if (const QString answer = key.isAutoRepeat() ? QString() : answerTo(key); !answer.isEmpty()) {
            m_workspace()->answer(answer);
            event->accept();
            return true;
        }
    }
    return QMenuBar::eventFilter(watched, event);
}

QAction* MenuBar::actionOf(const QKeyEvent& key) const
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    return m_shortcuts.actionOf(QKeySequence(QKeyCombination(modifiers, Qt::Key(key.key()))), {});
}

/// What has become possible since the menus were last brought up to date: fast hands must not lose a key by it.
bool MenuBar::doAfterAll(const QKeyEvent& key)
{
    QAction* action = actionOf(key);
    if (!action || action->isEnabled() || !m_refresh.isActive())
        return false;
    m_refresh.stop();
    refresh();
    if (!action->isEnabled())
        return false;
    action->trigger();
    return true;
}

QString MenuBar::answerTo(const QKeyEvent& key) const
{
    if (const QAction* action = actionOf(key)) {
        for (const ActionMenu* menu : m_menus)
            if (const QString why = menu->whyNot(action); !why.isEmpty())
                return why;
        return {};
    }
    Session& session = m_workspace()->session();
    const auto& shapes = session.document().scene().shapes;
    const auto selected = shapes.find(session.selection().shape());
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool isConfirming = isEnter && selected != shapes.end() && !selected->second.isKeyFrame();
    const QString why = isNudge(key.key()) || isConfirming ? session.whyFixed() : QString();
    if (!why.isEmpty() || !isNudge(key.key()))
        return why;
    if (selected == shapes.end())
        return Answers::selectFirst();
    return selected->second.locked ? Answers::unlockFirst() : QString();
}

void MenuBar::refresh()
{
    for (ActionMenu* menu : m_menus)
        menu->refresh();
}

} // namespace lunkuo
