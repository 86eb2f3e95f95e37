#include "app/menus/ObjectMenu.h"

#include "app/Workspace.h"
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
    refreshTexts();
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
