#include "app/menus/EditMenu.h"

#include "model/tools/ShapeActions.h"
#include "widgets/Names.h"

namespace lunkuo
{

EditMenu::EditMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("EditMenu", QT_TRANSLATE_NOOP("EditMenu", "&Edit"), context, window)
{
    const auto undo = [this] {
        // What is half made is the latest thing done, so it goes first.
        if (!session()->tools().draft().isEmpty())
            session()->tools().cancel();
        else
            session()->document().undo();
    };
    m_undo = add({"undo", QT_TRANSLATE_NOOP("EditMenu", "Undo"), "undo", {QKeySequence::Undo}, undo,
        [this] { return session() && (session()->document().canUndo() || !session()->tools().draft().isEmpty()); }});
    m_redo = add({"redo", QT_TRANSLATE_NOOP("EditMenu", "Redo"), "redo",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        [this] { session()->document().redo(); }, [this] { return session() && session()->document().canRedo(); }});
    addSeparator();
    add({"delete", QT_TRANSLATE_NOOP("EditMenu", "Delete object"), "delete", {QKeySequence::Delete},
        [this] { deleteShape(session()->document(), session()->selection().shape()); }, whenSelected()});
}

void EditMenu::refreshTexts()
{
    if (!session())
        return;
    const Document& document = session()->document();
    const auto say = [](QAction* action, const QString& words) {
        action->setText(words);
        action->setToolTip(Names::withKey(words, action->shortcut()));
    };
    if (!session()->tools().draft().isEmpty())
        say(m_undo, text(QT_TRANSLATE_NOOP("EditMenu", "Drop what is half made")));
    else if (document.canUndo())
        say(m_undo, text(QT_TRANSLATE_NOOP("EditMenu", "Undo: %1")).arg(document.undoText()));
    if (document.canRedo())
        say(m_redo, text(QT_TRANSLATE_NOOP("EditMenu", "Redo: %1")).arg(document.redoText()));
}

} // namespace lunkuo
