#include "app/menus/ObjectMenu.h"

#include "app/Workspace.h"
#include "model/tools/FitActions.h"
#include "model/tools/ShapeActions.h"
#include "widgets/Icons.h"
#include "widgets/Names.h"
#include "widgets/ObjectListPanel.h"

namespace lunkuo
{

ObjectMenu::ObjectMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("ObjectMenu", QT_TRANSLATE_NOOP("ObjectMenu", "&Object"), context, window)
{
    for (const ToolEntry& entry : toolEntries()) {
        QAction* action =
            add({"", "", "", {QKeySequence(entry.shortcut)}, [this, id = entry.id] { session()->tools().activate(id); },
                whenOpen(), [this, id = entry.id] { return session() && session()->tools().activeId() == id; }});
        action->setObjectName(QStringLiteral("tool.") + entry.id);
        action->setIcon(lineIcon(entry.icon));
        m_tools << action;
    }
    addSeparator();
    add({"objectNext", QT_TRANSLATE_NOOP("ObjectMenu", "Next object"), "object-next", {Qt::Key_BracketRight},
        [this] { workspace()->objectPanel()->step(1); }, whenOpen()});
    add({"objectPrevious", QT_TRANSLATE_NOOP("ObjectMenu", "Previous object"), "object-previous", {Qt::Key_BracketLeft},
        [this] { workspace()->objectPanel()->step(-1); }, whenOpen()});
    addSuggestions();
    addSeparator();
    const auto flip = [this] {
        // The tool turns its half-made work; otherwise the selected object is meant.
        ToolEvent key;
        key.kind = ToolEvent::Kind::Key;
        key.key = Qt::Key_N;
        if (!session()->tools().handle(key))
            flipHeading(session()->document(), session()->selection().shape());
    };
    add({"flip", QT_TRANSLATE_NOOP("ObjectMenu", "Turn the heading round"), "flip", {Qt::Key_N}, flip, whenWritable()});
    addFits();
    refreshTexts();
}

void ObjectMenu::addSuggestions()
{
    const auto isAny = [this] { return session() && !session()->suggestions().shown().empty(); };
    const auto isCurrent = [this] { return session() && session()->suggestions().current() != SuggestionBoard::none; };
    const auto press = [this](Qt::Key key) { return [this, key] { session()->suggestions().handleKey(key); }; };
    addSeparator();
    add({"suggestionNext", QT_TRANSLATE_NOOP("ObjectMenu", "Next suggestion"), "", {Qt::Key_Space},
        [this] { stepSuggestion(1); }, isAny});
    add({"suggestionPrevious", QT_TRANSLATE_NOOP("ObjectMenu", "Previous suggestion"), "",
        {QKeySequence(Qt::SHIFT | Qt::Key_Space)}, [this] { stepSuggestion(-1); }, isAny});
    // Their keys are those of half-made work, so the view passes them on when there is none.
    add({"suggestionAccept", QT_TRANSLATE_NOOP("ObjectMenu", "Accept the suggestion"), "", {}, press(Qt::Key_Return),
        isCurrent});
    add({"suggestionDismiss", QT_TRANSLATE_NOOP("ObjectMenu", "Dismiss the suggestion"), "", {}, press(Qt::Key_Delete),
        isCurrent});
    add({"suggestionRestore", QT_TRANSLATE_NOOP("ObjectMenu", "Bring back what was dismissed in this frame"), "", {},
        [this] { session()->suggestions().restoreDismissed(); },
        [this] { return session() && session()->suggestions().hasDismissed(); }});
    add({"suggestions", QT_TRANSLATE_NOOP("ObjectMenu", "Suggest vehicles"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_Space)},
        [this] { session()->suggestions().setEnabled(!session()->suggestions().isEnabled()); }, whenWritable(),
        [this] { return session() && session()->suggestions().isEnabled(); }});
}

void ObjectMenu::stepSuggestion(int steps)
{
    // Finished work is kept, as when one goes on to another frame.
    if (session()->tools().settle())
        session()->suggestions().step(steps);
}

void ObjectMenu::addFits()
{
    addSeparator();
    add({"fitToPoints", QT_TRANSLATE_NOOP("ObjectMenu", "Fit to the points"), "fit-points",
        {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] { fit(fitToPoints); }, whenSelected()});
    add({"shrinkToPoints", QT_TRANSLATE_NOOP("ObjectMenu", "Shrink to the points"), "shrink-points",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, [this] { fit(shrinkToPoints); }, whenSelected()});
    add({"releaseFaces", QT_TRANSLATE_NOOP("ObjectMenu", "Release what was fixed by hand"), "", {},
        [this] { releaseFaces(session()->document(), session()->selection().shape()); }, [this] { return isHeld(); }});
}

void ObjectMenu::fit(Fit action)
{
    const LoadedFramePtr frame = session()->frames().loadedFrame(session()->selection().frame());
    if (!frame)
        return;
    if (const auto done = action(session()->document(), *frame, session()->selection().shape()); !done)
        workspace()->say(done.error().sentence, Tone::Warning);
}

bool ObjectMenu::isHeld() const
{
    if (!whenSelected()())
        return false;
    const auto& shapes = session()->document().scene().shapes;
    const auto selected = shapes.find(session()->selection().shape());
    return selected != shapes.end() && selected->second.held;
}

void ObjectMenu::refreshTexts()
{
    const std::vector<ToolEntry> entries = toolEntries();
    for (qsizetype i = 0; i < m_tools.size(); ++i) {
        const ToolEntry& entry = entries[static_cast<std::size_t>(i)];
        m_tools[i]->setText(entry.name);
        m_tools[i]->setToolTip(Names::withKey(entry.name, m_tools[i]->shortcut()));
    }
}

} // namespace lunkuo
