#include "app/menus/SavedViewsMenu.h"

#include "app/Workspace.h"

namespace lunkuo
{

SavedViewsMenu::SavedViewsMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("SavedViewsMenu", QT_TRANSLATE_NOOP("SavedViewsMenu", "Saved views"), context, window)
{
    for (int number = 1; number <= SavedViews::count; ++number)
        addView(number);
}

void SavedViewsMenu::addView(int number)
{
    const auto key = static_cast<Qt::Key>(Qt::Key_0 + number);
    const auto recall = [this, number] { workspace()->savedViews().recall(number); };
    const auto save = [this, number] {
        workspace()->savedViews().save(number);
        workspace()->say(text(QT_TRANSLATE_NOOP("SavedViewsMenu", "View %1 is kept.")).arg(number), Tone::Good);
    };
    QAction* go = add({"", "", "", {QKeySequence(QKeyCombination(Qt::SHIFT, key))}, recall,
        [this, number] { return workspace() && workspace()->savedViews().contains(number); }});
    QAction* keep = add({"", "", "", {QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, key))}, save, whenOpen()});
    go->setObjectName(QStringLiteral("viewGo.%1").arg(number));
    keep->setObjectName(QStringLiteral("viewKeep.%1").arg(number));
    m_views.emplace_back(go, keep);
}

QString SavedViewsMenu::wordsNow(const QAction* action) const
{
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (action == m_views[i].first)
            return text(QT_TRANSLATE_NOOP("SavedViewsMenu", "Go to view %1")).arg(i + 1);
        if (action == m_views[i].second)
            return text(QT_TRANSLATE_NOOP("SavedViewsMenu", "Keep this view as %1")).arg(i + 1);
    }
    return {};
}

} // namespace lunkuo
