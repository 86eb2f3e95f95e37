#include "app/menus/EditMenu.h"

#include "app/Workspace.h"
#include "widgets/Answers.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr std::size_t mostAtAGlance = 20; ///< boxes: of more nobody sees what has become of them

/// A shape, clicks towards one, or something in the hand; what was measured and what was said are neither.
bool isHalfMade(const Draft& draft)
{
    return draft.shape || !draft.seeds.empty() || draft.band;
}

/// The last of several clicks, else all that is half made.
void takeBack(ToolController& tools)
{
    ToolEvent back;
    back.kind = ToolEvent::Kind::Key;
    back.key = Qt::Key_Backspace;
    if (tools.sideHand().isBusy() || tools.draft().seeds.empty() || !tools.handle(back))
        tools.cancel();
}
} // namespace

EditMenu::EditMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("EditMenu", QT_TRANSLATE_NOOP("EditMenu", "&Edit"), context, window)
{
    const auto undo = [this] {
        // What is half made is the latest thing done, so it goes first.
        if (isHalfMade(session()->tools().draft()))
            takeBack(session()->tools());
        else if (session()->suggestions().canTakeBack())
            session()->suggestions().takeBack();
        else
            step(&Document::undo);
    };
    m_undo = add({"undo", QT_TRANSLATE_NOOP("EditMenu", "Undo"), "undo", {QKeySequence::Undo}, undo,
        {[this] {
             return session() &&
                    ((session()->document().canUndo() && whyNo(session()->document().mayUndo()).isEmpty()) ||
                        isHalfMade(session()->tools().draft()) || session()->suggestions().canTakeBack());
         },
            [this] {
                const QString why = whyNo(session()->document().mayUndo());
                return why.isEmpty() ? text(QT_TRANSLATE_NOOP("EditMenu", "There is nothing to undo.")) : why;
            }}});
    m_redo = add({"redo", QT_TRANSLATE_NOOP("EditMenu", "Redo"), "redo",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        [this] { step(&Document::redo); },
        {[this] {
             return session() && session()->document().canRedo() && whyNo(session()->document().mayRedo()).isEmpty();
         },
            [this] {
                const QString why = whyNo(session()->document().mayRedo());
                return why.isEmpty() ? text(QT_TRANSLATE_NOOP("EditMenu", "There is nothing to redo.")) : why;
            }}});
    addSeparator();
    addCopies();
    add({"delete", QT_TRANSLATE_NOOP("EditMenu", "Delete object"), "delete", {QKeySequence::Delete},
        [this] { workspace()->warnOf(deleteShapes(session()->document(), selected())); },
        whenWritable(whenSelected())});
}

/// Why a step through the history is not to be made now; empty when it may be.
QString EditMenu::whyNo(const Result<void>& step) const
{
    if (session()->isReadOnly())
        return Answers::readOnly();
    return step ? QString() : step.error().sentence;
}

void EditMenu::addCopies()
{
    add({"selectAll", QT_TRANSLATE_NOOP("EditMenu", "Select all objects of the frame"), "", {QKeySequence::SelectAll},
        [this] {
            const Scene& scene = session()->document().scene();
            std::vector<ShapeId> shown = scene.shapesOf(session()->selection().frame());
            std::erase_if(shown, [&](ShapeId id) { return !workspace()->view().isSeen(scene.shapes.at(id)); });
            session()->tools().activate(QStringLiteral("select"));
            session()->selection().setShapes(std::move(shown));
        },
        whenOpen()});
    add({"copy", QT_TRANSLATE_NOOP("EditMenu", "Copy"), "copy", {QKeySequence::Copy},
        [this] { session()->clipboard().copy(session()->document().scene(), selected()); }, whenSelected()});
    add({"paste", QT_TRANSLATE_NOOP("EditMenu", "Paste at the cursor"), "paste", {QKeySequence::Paste},
        [this] {
            if (session()->clipboard().isEmpty()) {
                workspace()->answer(text(QT_TRANSLATE_NOOP("EditMenu", "Nothing has been copied yet.")));
                return;
            }
            const auto place = workspace()->view().cursorPosition();
            if (const LoadedFramePtr loaded = frame(); loaded && place)
                select(session()->clipboard().paste(session()->document(), *loaded, *place));
        },
        // Copying is not announced, so that pasting of nothing is answered when it is tried.
        whenWritable()});
    add({"duplicate", QT_TRANSLATE_NOOP("EditMenu", "Duplicate"), "duplicate", {QKeySequence(Qt::CTRL | Qt::Key_D)},
        [this] {
            if (const LoadedFramePtr loaded = frame())
                select(ShapeClipboard::duplicate(session()->document(), *loaded, selected()));
        },
        whenWritable(whenSelected())});
}

/// What one edit did, for those who look at it.
struct EditMenu::Outcome
{
    std::vector<FrameId> frames;
    std::vector<ShapeId> born;
    std::size_t shapes = 0;
    TrackId judged;

    void note(const Edit& edit)
    {
        for (const Change& change : edit.changes)
            if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
                ++shapes;
                frames.push_back(shape->after ? shape->after->frame : shape->before->frame);
                if (!shape->before)
                    born.push_back(shape->after->id);
            } else if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change)) {
                const Verdict& said = verdict->after ? *verdict->after : *verdict->before;
                frames.push_back(said.frame);
                judged = said.track;
            }
    }
};

/// One edit back or forth, looked at where it happens: in the frame that it changes, what it brings back selected.
void EditMenu::step(Result<void> (Document::*once)())
{
    Document& document = session()->document();
    const bool isUndo = once == &Document::undo;
    const QString what = isUndo ? document.undoText() : document.redoText();
    Outcome outcome;
    const auto watch =
        connect(&document, &Document::changed, this, [&outcome](const Edit& edit) { outcome.note(edit); });
    const Result<void> done = (document.*once)();
    disconnect(watch);
    if (!done)
        return;
    const bool isElsewhere = !outcome.frames.empty() && lookAt(outcome);
    // It may be of another day, or somebody else's, and most of it is in frames that nobody looks at.
    if (outcome.shapes > mostAtAGlance) {
        workspace()->offerStep(
            (isUndo ? text(QT_TRANSLATE_NOOP("EditMenu", "Undone: “%1”. Boxes: %2. %3 does it again."))
                    : text(QT_TRANSLATE_NOOP("EditMenu", "Done again: “%1”. Boxes: %2. %3 undoes it.")))
                .arg(what, QString::number(outcome.shapes),
                    (isUndo ? m_redo : m_undo)->shortcut().toString(QKeySequence::NativeText)),
            Tone::Warning);
        return;
    }
    QString words = (isUndo ? text(QT_TRANSLATE_NOOP("EditMenu", "Undone: “%1”."))
                            : text(QT_TRANSLATE_NOOP("EditMenu", "Done again: “%1”.")))
                        .arg(what);
    if (isElsewhere)
        words += u' ' + text(QT_TRANSLATE_NOOP("EditMenu", "That was in this frame: %1"))
                            .arg(document.scene().frames.at(session()->selection().frame()).name);
    workspace()->say(words, Tone::Good);
}

/// Whether another frame had to be shown for it.
bool EditMenu::lookAt(Outcome& outcome)
{
    const Scene& scene = session()->document().scene();
    const auto& frames = outcome.frames;
    Selection& selection = session()->selection();
    const bool isElsewhere = std::find(frames.begin(), frames.end(), selection.frame()) == frames.end();
    if (isElsewhere)
        selection.setFrame(frames.front());
    std::vector<ShapeId>& born = outcome.born;
    std::erase_if(born, [&](ShapeId id) { return scene.shapes.at(id).frame != selection.frame(); });
    // Of a crowd nobody means all: the next key might delete it.
    if (born.size() > mostAtAGlance)
        selection.setShape({});
    else if (!born.empty())
        selection.setShapes(std::move(born));
    else if (const Shape* shape = scene.shapes.of(outcome.judged, selection.frame())) {
        selection.setShape(shape->id);
        workspace()->view().bringIntoView(shape->cuboid);
    }
    return isElsewhere;
}

void EditMenu::select(const Result<std::vector<ShapeId>>& shapes)
{
    if (!shapes || shapes->empty())
        return;
    // What was made is to be put right.
    session()->tools().activate(QStringLiteral("select"));
    session()->selection().setShapes(*shapes);
}

LoadedFramePtr EditMenu::frame() const
{
    return session()->frames().loadedFrame(session()->selection().frame());
}

ShapeIds EditMenu::selected() const
{
    return session()->selection().shapes();
}

QString EditMenu::wordsNow(const QAction* action) const
{
    if (!session())
        return {};
    const Document& document = session()->document();
    if (action == m_redo && document.canRedo())
        return text(QT_TRANSLATE_NOOP("EditMenu", "Redo: %1")).arg(document.redoText());
    if (action != m_undo)
        return {};
    if (const Draft& draft = session()->tools().draft(); isHalfMade(draft))
        return draft.seeds.size() > 1 ? text(QT_TRANSLATE_NOOP("EditMenu", "Take back the last click"))
                                      : text(QT_TRANSLATE_NOOP("EditMenu", "Drop what is half made"));
    if (session()->suggestions().canTakeBack())
        return text(QT_TRANSLATE_NOOP("EditMenu", "Undo: Dismiss a suggestion"));
    return document.canUndo() ? text(QT_TRANSLATE_NOOP("EditMenu", "Undo: %1")).arg(document.undoText()) : QString();
}

void EditMenu::refreshRest()
{
    m_undo->setIconText(text(QT_TRANSLATE_NOOP("EditMenu", "Undo")));
    m_redo->setIconText(text(QT_TRANSLATE_NOOP("EditMenu", "Redo")));
}

} // namespace lunkuo
