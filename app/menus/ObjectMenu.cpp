#include "app/menus/ObjectMenu.h"

#include "app/Workspace.h"
#include "model/tools/FitActions.h"
#include "model/tools/PlaceActions.h"
#include "widgets/Answers.h"
#include "widgets/Icons.h"
#include "widgets/ObjectListPanel.h"

#include <algorithm>

namespace lunkuo
{

ObjectMenu::ObjectMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("ObjectMenu", QT_TRANSLATE_NOOP("ObjectMenu", "&Object"), context, window)
{
    // What cannot be kept may be tried all the same, but who reviews clicks to select.
    const Condition isUnreviewed{
        [this] { return session() && (session()->isReadOnly() || session()->document().isWritable()); },
        [this] { return session()->whyFixed(); }};
    for (const ToolEntry& entry : toolEntries()) {
        const bool isForLooking = entry.id == u"select" || entry.id == u"measure";
        QAction* action =
            add({"", "", "", {QKeySequence(entry.shortcut)}, [this, id = entry.id] { session()->tools().activate(id); },
                isForLooking ? Condition(whenOpen()) : isUnreviewed,
                [this, id = entry.id] { return session() && session()->tools().activeId() == id; }});
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
        if (session()->tools().handle(key))
            return;
        if (session()->selection().shapes().empty())
            workspace()->answer(Answers::selectFirst());
        else
            workspace()->warnOf(flipHeading(session()->document(), session()->selection().shapes()));
    };
    add({"flip", QT_TRANSLATE_NOOP("ObjectMenu", "Turn the heading round"), "flip", {Qt::Key_N}, flip, whenWritable()});
    addFits();
    addPlaces();
    addVisibility();
}

void ObjectMenu::addSuggestions()
{
    const Condition isAny = when([this] { return session() && !session()->suggestions().shown().empty(); },
        QT_TRANSLATE_NOOP("ObjectMenu", "Nothing is suggested in this frame."));
    const Condition isCurrent =
        when([this] { return session() && session()->suggestions().current() != SuggestionBoard::none; },
            QT_TRANSLATE_NOOP("ObjectMenu", "Go to a suggestion first: Space."));
    const auto press = [this](Qt::Key key) { return [this, key] { session()->suggestions().handleKey(key); }; };
    addSeparator();
    add({"suggestionNext", QT_TRANSLATE_NOOP("ObjectMenu", "Next suggestion"), "", {Qt::Key_Space},
        [this] { stepSuggestion(1); }, isAny});
    add({"suggestionPrevious", QT_TRANSLATE_NOOP("ObjectMenu", "Previous suggestion"), "",
        {QKeySequence(Qt::SHIFT | Qt::Key_Space)}, [this] { stepSuggestion(-1); }, isAny});
    // Their keys are those of half-made work, so the view passes them on when there is none.
    add({"suggestionAccept", QT_TRANSLATE_NOOP("ObjectMenu", "Accept the suggestion"), "", {}, press(Qt::Key_Return),
        whenWritable(isCurrent)});
    add({"suggestionAcceptAll", QT_TRANSLATE_NOOP("ObjectMenu", "Accept all suggestions of this frame"), "", {},
        [this] { acceptAllSuggestions(); }, whenWritable(isAny)});
    add({"suggestionDismiss", QT_TRANSLATE_NOOP("ObjectMenu", "Dismiss the suggestion"), "", {}, press(Qt::Key_Delete),
        whenWritable(isCurrent)});
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

void ObjectMenu::acceptAllSuggestions()
{
    if (!session()->tools().settle())
        return;
    const auto accepted = session()->suggestions().acceptAll();
    workspace()->warnOf(accepted ? Result<void>() : tl::unexpected(accepted.error()));
}

void ObjectMenu::addFits()
{
    addSeparator();
    add({"fitToPoints", QT_TRANSLATE_NOOP("ObjectMenu", "Fit to the points"), "fit-points",
        {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] { change(fitToPoints); }, whenWritable(whenSelected())});
    add({"shrinkToPoints", QT_TRANSLATE_NOOP("ObjectMenu", "Shrink to the points"), "shrink-points",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, [this] { change(shrinkToPoints); },
        whenWritable(whenSelected())});
    add({"releaseFaces", QT_TRANSLATE_NOOP("ObjectMenu", "Release what was fixed by hand"), "", {},
        [this] { workspace()->warnOf(releaseFaces(session()->document(), session()->selection().shapes())); },
        whenWritable(whenSelected([this] { return isHeld(); }))});
}

void ObjectMenu::addPlaces()
{
    add({"toGround", QT_TRANSLATE_NOOP("ObjectMenu", "Put on the ground"), "to-ground", {Qt::Key_End},
        [this] { change(setOnGround); }, whenWritable(whenSelected())});
    add({"defaultSize", QT_TRANSLATE_NOOP("ObjectMenu", "Usual size of the class"), "default-size",
        {QKeySequence(Qt::CTRL | Qt::Key_0)}, [this] { change(setDefaultSize); }, whenWritable(whenSelected())});
}

void ObjectMenu::addVisibility()
{
    addSeparator();
    const auto isLocked = [this] {
        const Shape* shape = selectedShape();
        return shape && shape->locked;
    };
    add({"lock", QT_TRANSLATE_NOOP("ObjectMenu", "Lock: nothing changes it"), "lock",
        {QKeySequence(Qt::CTRL | Qt::Key_L)},
        [this, isLocked] {
            workspace()->warnOf(setLocked(session()->document(), session()->selection().shapes(), !isLocked()));
        },
        whenWritable(whenSelected()), isLocked});
    add({"hide", QT_TRANSLATE_NOOP("ObjectMenu", "Hide"), "hide", {QKeySequence(Qt::CTRL | Qt::Key_H)},
        [this] {
            session()->selection().hide(selectedTracks());
            session()->selection().setShape({});
        },
        whenSelected()});
    add({"isolate", QT_TRANSLATE_NOOP("ObjectMenu", "Hide all others"), "isolate", {QKeySequence(Qt::CTRL | Qt::Key_I)},
        [this] { session()->selection().isolate(selectedTracks()); }, whenSelected()});
    add({"showAll", QT_TRANSLATE_NOOP("ObjectMenu", "Show all that is hidden"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}, [this] { session()->selection().showAll(); },
        when([this] { return session() && session()->selection().isAnyHidden(); },
            QT_TRANSLATE_NOOP("ObjectMenu", "No object is hidden."))});
}

void ObjectMenu::change(Action action)
{
    if (const LoadedFramePtr frame = session()->frames().loadedFrame(session()->selection().frame()))
        workspace()->warnOf(action(session()->document(), *frame, session()->selection().shapes()));
}

std::set<TrackId> ObjectMenu::selectedTracks() const
{
    std::set<TrackId> tracks;
    const auto& shapes = session()->document().scene().shapes;
    for (const ShapeId id : session()->selection().shapes())
        if (const auto shape = shapes.find(id); shape != shapes.end())
            tracks.insert(shape->second.track);
    return tracks;
}

const Shape* ObjectMenu::selectedShape() const
{
    if (!session())
        return nullptr;
    const auto& shapes = session()->document().scene().shapes;
    const auto selected = shapes.find(session()->selection().shape());
    return selected == shapes.end() ? nullptr : &selected->second;
}

bool ObjectMenu::isHeld() const
{
    const auto& shapes = session()->document().scene().shapes;
    const std::vector<ShapeId>& selected = session()->selection().shapes();
    return std::any_of(selected.begin(), selected.end(), [&shapes](ShapeId id) {
        const auto shape = shapes.find(id);
        return shape != shapes.end() && shape->second.held;
    });
}

QString ObjectMenu::wordsNow(const QAction* action) const
{
    const qsizetype tool = m_tools.indexOf(action);
    return tool < 0 ? QString() : toolEntries()[static_cast<std::size_t>(tool)].name;
}

} // namespace lunkuo
