#include "app/TimelineBar.h"

#include "app/menus/MenuBar.h"
#include "app/Workspace.h"
#include "widgets/TimelinePanel.h"

#include <QEvent>
#include <array>

namespace lunkuo
{

namespace
{
/// The buttons beside the timeline, in order.
constexpr std::array buttons{"frameFirst", "framePrevious", "play", "frameNext", "frameLast"};
} // namespace

TimelineBar::TimelineBar(const MenuBar& menus, QWidget* parent)
    : QToolBar(parent)
    , m_menus(menus)
{
    setObjectName(QStringLiteral("timelineBar"));
    setMovable(false);
    retranslate();
}

void TimelineBar::take(Workspace* workspace)
{
    const QList<QAction*> old = actions();
    qDeleteAll(old); // the panels in them go too
    m_isOfUse = workspace && workspace->session().order().count() > 1;
    if (workspace) {
        TimelinePanel* panel = workspace->timelinePanel();
        for (const char* id : buttons)
            panel->addButton(m_menus.action(QLatin1String(id)));
        addWidget(panel);
    }
}

void TimelineBar::retranslate()
{
    setWindowTitle(tr("Timeline"));
}

void TimelineBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

} // namespace lunkuo
