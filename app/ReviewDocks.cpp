#include "app/ReviewDocks.h"

#include "app/menus/MenuBar.h"
#include "app/Workspace.h"
#include "widgets/HistoryPanel.h"
#include "widgets/ReviewPanel.h"

#include <QDockWidget>
#include <QTimer>
#include <array>
#include <utility>

namespace lunkuo
{

namespace
{
/// The buttons of the panel, in order.
constexpr std::array reviewingActions{
    "reviewAccept", "reviewReject", "reviewMissing", "reviewAcceptFrame", "reviewBack", "toDoNext"};
constexpr double share = 0.46; ///< of the window's height, of the review's panel
constexpr std::array annotatingActions{"toDoPrevious", "toDoNext", "reviewAnswer"};
} // namespace

ReviewDocks::ReviewDocks(QMainWindow& window, QDockWidget* beside)
    : QObject(&window)
    , m_review(new QDockWidget(&window))
    , m_history(new QDockWidget(&window))
    , m_window(window)
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
    if (!m_workspace)
        return;
    if (m_workspace->session().review().mode() == WorkMode::Reviewing) {
        m_review->show();
        m_review->raise();
        // Once it has been laid out.
        QTimer::singleShot(0, this, &ReviewDocks::giveRoom);
    } else if (const int before_px = std::exchange(m_before_px, 0); before_px > 0 && !m_review->isFloating()) {
        m_window.resizeDocks({m_review}, {before_px}, Qt::Vertical);
    }
}

/// Who reviews reads what was said and what has changed; that is more than the numbers of a cuboid, whose place it is.
void ReviewDocks::giveRoom()
{
    const int wanted_px = static_cast<int>(share * m_window.height());
    if (m_before_px > 0 || !m_review->isVisible() || m_review->isFloating() || m_review->height() >= wanted_px)
        return;
    m_before_px = m_review->height();
    m_window.resizeDocks({m_review}, {wanted_px}, Qt::Vertical);
}

void ReviewDocks::retranslate()
{
    m_review->setWindowTitle(tr("Review"));
    m_history->setWindowTitle(tr("History"));
}

} // namespace lunkuo
