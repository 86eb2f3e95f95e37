#include "app/ReviewDocks.h"

#include "app/menus/MenuBar.h"
#include "app/Workspace.h"
#include "widgets/HistoryPanel.h"
#include "widgets/ReviewPanel.h"

#include <QDockWidget>
#include <array>

namespace lunkuo
{

namespace
{
/// The buttons of the panel, in order.
constexpr std::array reviewingActions{
    "reviewAccept", "reviewReject", "reviewMissing", "reviewAcceptFrame", "reviewBack", "toDoNext"};
constexpr std::array annotatingActions{"toDoPrevious", "toDoNext", "reviewAnswer"};
} // namespace

ReviewDocks::ReviewDocks(QMainWindow& window, QDockWidget* beside)
    : QObject(&window)
    , m_review(new QDockWidget(&window))
    , m_history(new QDockWidget(&window))
{
    m_review->setObjectName(QStringLiteral("reviewDock"));
    m_history->setObjectName(QStringLiteral("historyDock"));
    for (QDockWidget* dock : {m_review, m_history}) {
        dock->setFeatures(
            QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable | QDockWidget::DockWidgetClosable);
        window.addDockWidget(Qt::RightDockWidgetArea, dock);
        window.tabifyDockWidget(beside, dock);
        dock->toggleViewAction()->setObjectName(QStringLiteral("panel.") + dock->objectName());
        dock->hide();
    }
}

QList<QAction*> ReviewDocks::toggles() const
{
    return {m_review->toggleViewAction(), m_history->toggleViewAction()};
}

void ReviewDocks::take(Workspace* workspace, const MenuBar& menus)
{
    m_workspace = workspace;
    for (QDockWidget* dock : {m_review, m_history})
        delete dock->widget();
    if (!workspace) {
        m_review->hide();
        m_history->hide();
        return;
    }
    ReviewPanel* panel = workspace->reviewPanel();
    for (const char* id : reviewingActions)
        panel->addButton(WorkMode::Reviewing, menus.action(QLatin1String(id)));
    for (const char* id : annotatingActions)
        panel->addButton(WorkMode::Annotating, menus.action(QLatin1String(id)));
    m_review->setWidget(panel);
    m_history->setWidget(workspace->historyPanel());
    connect(&workspace->session().review(), &ReviewBoard::modeChanged, panel, [this] { settle(); });
    settle();
}

void ReviewDocks::settle()
{
    if (!m_workspace || m_workspace->session().review().mode() != WorkMode::Reviewing)
        return;
    m_review->show();
    m_review->raise();
}

void ReviewDocks::retranslate()
{
    m_review->setWindowTitle(tr("Review"));
    m_history->setWindowTitle(tr("History"));
}

} // namespace lunkuo
