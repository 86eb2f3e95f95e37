#include "app/MainWindow.h"

#include "app/DockKeeper.h"
#include "app/DockToggle.h"
#include "app/LargeImage.h"
#include "app/menus/FileMenu.h"
#include "app/menus/ImageMenu.h"
#include "app/menus/MenuBar.h"
#include "app/menus/ViewMenu.h"
#include "app/ReviewDocks.h"
#include "app/Settings.h"
#include "app/TimelineBar.h"
#include "app/Workspace.h"
#include "widgets/AttributePanel.h"
#include "widgets/CuboidPanel.h"
#include "widgets/DisplayBar.h"
#include "widgets/FindingsPanel.h"
#include "widgets/FrameListPanel.h"
#include "widgets/ImagePanel.h"
#include "widgets/ObjectListPanel.h"
#include "widgets/SidePanel.h"
#include "widgets/StatusLine.h"
#include "widgets/WelcomePage.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QTimer>
#include <QToolBar>

namespace lunkuo
{

namespace
{
constexpr int layoutVersion = 5; ///< counts up when docks change so that an old layout no longer fits
constexpr int leftWidth_px = 220;
constexpr int rightWidth_px = 300;
constexpr int imagesPart = 2; ///< of the room that images and side views have beside each other
constexpr int sidesPart = 3;
constexpr double sidesShare = 0.27; ///< of the height
constexpr double firstShare = 0.94; ///< of the screen that the window takes at first: the picture is the product

/// What the toolbar shows, in order; "" is a gap.
constexpr std::array toolBarActions{"tool.select", "tool.complete", "tool.draw", "tool.measure", "", "undo", "redo", "",
    "framePrevious", "frameNext", "frameDone", "", "viewTop", "viewFront", "viewLeft", "viewPerspective", "fit",
    "focus", "", "flip", "delete"};

/// The buttons beside the images, in order.
constexpr std::array imageActions{"imageLarge", "imagePinned", "imagePoints", "imageFit"};

/// The buttons below the findings, in order.
constexpr std::array findingActions{"findingPrevious", "findingNext", "findingFix", "findingWaive", "findingTakeBack"};

/// What can be done about a finding, in order.
constexpr std::array findingMenu{"findingFix", "findingWaive", "findingTakeBack", "findingSettings"};

bool hasImages(const Scene& scene)
{
    return std::any_of(
        scene.frames.begin(), scene.frames.end(), [](const auto& entry) { return !entry.second.images.empty(); });
}

QDockWidget* makeDock(QMainWindow& window, const QString& name, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(&window);
    dock->setObjectName(name);
    dock->setFeatures(
        QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable | QDockWidget::DockWidgetClosable);
    window.addDockWidget(area, dock);
    return dock;
}
} // namespace

MainWindow::MainWindow(Desk& desk)
    : m_desk(desk)
    , m_menus(new MenuBar({desk, [this] { return m_workspace; }}, this))
{
    setMenuBar(m_menus);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    // The lists have room to give to images and side views; the questions about an object have not.
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    makeToolBar();
    makeDocks();
    m_factory = saveState(layoutVersion);
    m_keeper = new DockKeeper(*this);
    m_large = new LargeImage(*m_images, this);
    connect(&m_menus->viewMenu(), &ViewMenu::layoutReset, this, &MainWindow::resetLayout);
    connect(&m_menus->viewMenu(), &ViewMenu::panelsToggled, this, &MainWindow::togglePanels);
    connect(&m_menus->viewMenu(), &ViewMenu::sideViewsToggled, this,
        [this] { m_sides->setVisible(!m_sides->isVisible()); });
    connect(&m_menus->imageMenu(), &ImageMenu::shownToggled, this, [this] {
        const bool isWanted = m_images->isHidden();
        m_large->end();
        m_images->setVisible(isWanted);
        giveImagesRoom();
        m_menus->imageMenu().refresh();
    });
    connect(&m_menus->imageMenu(), &ImageMenu::largeToggled, this,
        [this] { m_large->isOn() ? m_large->end() : m_large->begin(*m_workspace); });
    connect(m_large, &LargeImage::changed, this, [this] {
        m_menus->imageMenu().refresh();
        retranslate();
    });
    connect(&m_menus->fileMenu(), &FileMenu::failed, this, &MainWindow::report);
    connect(&desk, &Desk::closing, this, &MainWindow::leave);
    connect(&desk, &Desk::opened, this, &MainWindow::arrange);
    connect(&desk, &Desk::freed, this, [this](const QString& sentence) { m_workspace->say(sentence, Tone::Good); });
    connect(&desk, &Desk::remarked, this, [this](const QStringList& remarks) { report(remarks.join(u'\n')); });
    retranslate();
    arrange(desk.session());
    m_isElsewhere = !restoreGeometry(Settings::windowGeometry());
    if (m_isElsewhere) {
        const QRect room = screen()->availableGeometry();
        resize(room.size() * firstShare);
        move(room.center() - rect().center());
    }
}

MainWindow::~MainWindow()
{
    leave();
    // The view must go before the session does.
    delete m_workspace;
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setIconSize({20, 20});
    for (const char* id : toolBarActions)
        if (*id)
            m_toolBar->addAction(m_menus->action(QLatin1String(id)));
        else
            m_toolBar->addSeparator();
    m_toolBar->addSeparator();
    m_display = new DisplayBar;
    m_toolBar->addWidget(m_display);
    m_toolBar->addAction(m_menus->action(QStringLiteral("lookPanel")));
}

void MainWindow::makeDocks()
{
    m_frames = makeDock(*this, QStringLiteral("framesDock"), Qt::LeftDockWidgetArea);
    m_objects = makeDock(*this, QStringLiteral("objectsDock"), Qt::LeftDockWidgetArea);
    m_attributes = makeDock(*this, QStringLiteral("attributesDock"), Qt::RightDockWidgetArea);
    m_numbers = makeDock(*this, QStringLiteral("numbersDock"), Qt::RightDockWidgetArea);
    m_images = makeDock(*this, QStringLiteral("imagesDock"), Qt::BottomDockWidgetArea);
    m_sides = makeDock(*this, QStringLiteral("sidesDock"), Qt::BottomDockWidgetArea);
    splitDockWidget(m_images, m_sides, Qt::Horizontal);
    m_findings = makeDock(*this, QStringLiteral("findingsDock"), Qt::LeftDockWidgetArea);
    tabifyDockWidget(m_objects, m_findings);
    setTabPosition(Qt::LeftDockWidgetArea, QTabWidget::North);
    m_objects->raise();
    ViewMenu& view = m_menus->viewMenu();
    view.addSeparator();
    // Images and side views have their own places in the menus, with keys.
    m_timeline = new TimelineBar(*m_menus, this);
    addToolBar(Qt::BottomToolBarArea, m_timeline);
    QList<QAction*> toggles;
    for (QDockWidget* dock : {m_frames, m_objects, m_attributes, m_numbers}) {
        dock->toggleViewAction()->setObjectName(QStringLiteral("panel.") + dock->objectName());
        toggles << dock->toggleViewAction();
    }
    m_timeline->toggleViewAction()->setObjectName(QStringLiteral("panel.timelineBar"));
    m_findings->toggleViewAction()->setObjectName(QStringLiteral("panel.findingsDock"));
    m_review = new ReviewDocks(*this, m_numbers);
    toggles << m_timeline->toggleViewAction() << m_findings->toggleViewAction() << m_review->toggles();
    for (int i = 0; i < toggles.size(); ++i)
        toggles[i]->setShortcut(QKeySequence(QKeyCombination(Qt::ALT, static_cast<Qt::Key>(Qt::Key_1 + i))));
    m_menus->adopt(view, toggles);
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        toggleByFront(*dock);
}

void MainWindow::arrange(Session* session)
{
    delete std::exchange(m_workspace, nullptr);
    const std::array docks{m_frames, m_objects, m_attributes, m_numbers, m_images, m_sides, m_findings};
    if (!session) {
        m_welcome = new WelcomePage;
        connect(m_welcome, &WelcomePage::newProjectWanted, &m_menus->fileMenu(), &FileMenu::makeProject);
        connect(m_welcome, &WelcomePage::openWanted, &m_menus->fileMenu(), &FileMenu::chooseProject);
        connect(m_welcome, &WelcomePage::sampleWanted, &m_menus->fileMenu(), &FileMenu::openSample);
        connect(m_welcome, &WelcomePage::pathWanted, &m_menus->fileMenu(), &FileMenu::openPath);
        m_welcome->setRecentProjects(Settings::recentProjects());
        setCentralWidget(m_welcome);
        for (QDockWidget* dock : docks)
            dock->hide();
        m_timeline->take(nullptr);
        m_timeline->hide();
        m_review->take(nullptr, *m_menus);
        m_display->setView(nullptr);
        retranslate();
        return;
    }
    const bool isFirst = m_welcome || !centralWidget();
    m_workspace = new Workspace(*session);
    m_welcome = nullptr;
    setCentralWidget(m_workspace);
    const std::array<QWidget*, 7> panels{m_workspace->framePanel(), m_workspace->objectPanel(),
        m_workspace->attributePanel(), m_workspace->cuboidPanel(), m_workspace->imagePanel(), m_workspace->sidePanel(),
        m_workspace->findingsPanel()};
    for (std::size_t i = 0; i < docks.size(); ++i) {
        delete docks[i]->widget();
        docks[i]->setWidget(panels[i]);
        if (isFirst)
            docks[i]->show();
    }
    m_timeline->take(m_workspace);
    m_review->take(m_workspace, *m_menus);
    foldUseless();
    for (const char* id : imageActions)
        m_workspace->imagePanel()->addButton(m_menus->action(QLatin1String(id)));
    for (const char* id : findingActions)
        m_workspace->findingsPanel()->addButton(m_menus->action(QLatin1String(id)));
    for (const char* id : findingMenu)
        m_workspace->findingsPanel()->addToMenu(m_menus->action(QLatin1String(id)));
    m_objects->raise();
    setStatusBar(m_workspace->statusLine());
    // By itself it would come after the docks have been laid out, and take from each what it needs.
    m_workspace->statusLine()->show();
    connect(&session->findings(), &FindingBoard::meant, m_workspace, [this] { tellFinding(); });
    if (isFirst)
        // Once the panels have been laid out: before that docks forget the sizes they are given.
        QTimer::singleShot(0, this, [this] {
            const bool wasLeftSo = restoreLayout(Settings::windowState());
            m_review->settle();
            // What fitted another screen leaves views small and lists large on this one.
            if (!wasLeftSo || m_isElsewhere)
                sizeDocks();
            m_keeper->begin();
        });
    m_display->setView(&m_workspace->view());
    m_workspace->view().setFocus();
    retranslate();
}

/// Who goes from finding to finding wants to know what is the matter, also with the panels folded away.
void MainWindow::tellFinding()
{
    const Finding* finding = m_workspace->session().findings().finding();
    if (!m_findings->isHidden())
        m_findings->raise();
    else if (finding)
        m_workspace->say(finding->sentence, Tone::Warning);
}

void MainWindow::sizeDocks()
{
    resizeDocks({m_frames, m_attributes}, {leftWidth_px, rightWidth_px}, Qt::Horizontal);
    resizeDocks({m_frames, m_objects}, {3, 7}, Qt::Vertical);
    // The numbers of a box take what they need, the attributes above them all else.
    const int wanted_px = m_numbers->sizeHint().height();
    const int column_px = static_cast<int>((1.0 - sidesShare) * height());
    resizeDocks({m_attributes, m_numbers}, {std::max(wanted_px, column_px - wanted_px), wanted_px}, Qt::Vertical);
    resizeDocks({m_images, m_sides}, {imagesPart, sidesPart}, Qt::Horizontal);
    resizeDocks({m_sides}, {static_cast<int>(sidesShare * height())}, Qt::Vertical);
}

void MainWindow::resetLayout()
{
    m_large->end();
    m_unfolded.clear();
    restoreState(m_factory, layoutVersion);
    for (QDockWidget* dock : {m_frames, m_objects, m_attributes, m_numbers, m_sides})
        dock->show();
    m_areImagesWanted = true;
    m_isTimelineWanted = true;
    foldUseless();
    m_review->settle();
    m_toolBar->show();
    sizeDocks();
    m_keeper->begin();
}

void MainWindow::leave()
{
    if (!m_workspace)
        return;
    m_large->end();
    m_workspace->session().tools().settle();
    m_workspace->rememberPlace();
    Settings::setWindow(saveGeometry(), m_unfolded.isEmpty() ? layoutToKeep() : m_unfolded);
}

void MainWindow::foldUseless()
{
    m_images->setVisible(m_areImagesWanted && m_workspace && hasImages(m_workspace->session().document().scene()));
    m_timeline->setVisible(m_isTimelineWanted && m_timeline->isOfUse());
    giveImagesRoom();
}

/// Docks that were away when the others got their sizes come as narrow as can be.
void MainWindow::giveImagesRoom()
{
    // Their layout follows with the next events.
    QTimer::singleShot(0, this, [this] {
        const bool isBesideSides = m_images->isVisible() && !m_images->isFloating() && !m_large->isOn();
        if (isBesideSides && m_images->width() <= m_images->minimumSizeHint().width())
            resizeDocks({m_images, m_sides}, {imagesPart, sidesPart}, Qt::Horizontal);
    });
}

bool MainWindow::restoreLayout(const QByteArray& state)
{
    const bool isRestored = restoreState(state, layoutVersion);
    if (isRestored) {
        m_areImagesWanted = !m_images->isHidden();
        m_isTimelineWanted = !m_timeline->isHidden();
    }
    foldUseless();
    return isRestored;
}

QByteArray MainWindow::layoutToKeep()
{
    if (hasImages(m_workspace->session().document().scene()))
        m_areImagesWanted = !m_images->isHidden();
    if (m_timeline->isOfUse())
        m_isTimelineWanted = !m_timeline->isHidden();
    setUpdatesEnabled(false);
    m_images->setVisible(m_areImagesWanted);
    m_timeline->setVisible(m_isTimelineWanted);
    const QByteArray layout = saveState(layoutVersion);
    foldUseless();
    setUpdatesEnabled(true);
    return layout;
}

void MainWindow::togglePanels()
{
    if (!m_workspace)
        return;
    const bool isImageLarge = m_large->isOn();
    m_large->end();
    if (!m_unfolded.isEmpty()) {
        restoreLayout(std::exchange(m_unfolded, {}));
    } else {
        m_unfolded = layoutToKeep();
        for (QDockWidget* dock : findChildren<QDockWidget*>())
            dock->hide();
        m_timeline->hide();
    }
    if (isImageLarge)
        m_large->begin(*m_workspace);
}

void MainWindow::report(const QString& sentence)
{
    if (m_workspace)
        m_workspace->say(sentence, Tone::Warning);
    else
        QMessageBox::warning(this, QStringLiteral("Lunkuo"), sentence);
}

void MainWindow::retranslate()
{
    m_frames->setWindowTitle(tr("Frames"));
    m_objects->setWindowTitle(tr("Objects"));
    m_attributes->setWindowTitle(tr("Class and attributes"));
    m_numbers->setWindowTitle(tr("Cuboid"));
    m_sides->setWindowTitle(tr("Side views"));
    m_images->setWindowTitle(m_large->isOn() ? tr("Main view") : tr("Camera images"));
    m_review->retranslate();
    m_findings->setWindowTitle(tr("Findings"));
    m_toolBar->setWindowTitle(tr("Toolbar"));
    const QString program = tr("Lunkuo");
    setWindowTitle(m_workspace ? QStringLiteral("%1 — %2").arg(m_workspace->session().name(), program) : program);
}

/// Finished work is saved; where that fails, the person says whether it may be lost.
bool MainWindow::mayClose()
{
    if (!m_workspace || m_workspace->session().tools().settle())
        return true;
    return QMessageBox::warning(this, tr("Lunkuo"),
               tr("What is half made could not be saved. Close all the same and lose it?"),
               QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Cancel) == QMessageBox::Discard;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    leave();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_menus->fileMenu().openPath(event->mimeData()->urls().first().toLocalFile());
}

} // namespace lunkuo
