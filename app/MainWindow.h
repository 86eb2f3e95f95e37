#pragma once

#include "app/Desk.h"

#include <QMainWindow>

class QDockWidget;

namespace lunkuo
{

class DisplayBar;
class DockKeeper;
class LargeImage;
class MenuBar;
class ReviewDocks;
class TimelineBar;
class WelcomePage;
class Workspace;

/// Arranges menus, toolbar, docks and the main view of the project on the desk, and nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Desk& desk);
    ~MainWindow() override;

    [[nodiscard]] Workspace* workspace() const { return m_workspace; }
    [[nodiscard]] MenuBar& menus() const { return *m_menus; }
    /// One sentence where the person looks: above the view, or in a box when there is none.
    void report(const QString& sentence);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeDocks();
    void makeToolBar();
    void arrange(Session* session);
    void tellFinding();
    void leave();
    [[nodiscard]] bool mayClose();
    void togglePanels();
    void resetLayout();
    void sizeDocks();
    /// Where there is nothing to see in images and timeline, the main view gets the room.
    void foldUseless();
    void giveImagesRoom();
    bool restoreLayout(const QByteArray& state);
    /// As the person wants it: with what is folded only for want of something to see in it.
    QByteArray layoutToKeep();
    void retranslate();

    Desk& m_desk;
    Workspace* m_workspace = nullptr;
    WelcomePage* m_welcome = nullptr; ///< in the middle while no project is open
    MenuBar* m_menus;
    DockKeeper* m_keeper = nullptr;
    QToolBar* m_toolBar = nullptr;
    TimelineBar* m_timeline = nullptr;
    ReviewDocks* m_review = nullptr;
    DisplayBar* m_display = nullptr;
    QDockWidget* m_frames = nullptr;
    QDockWidget* m_objects = nullptr;
    QDockWidget* m_attributes = nullptr;
    QDockWidget* m_numbers = nullptr;
    QDockWidget* m_sides = nullptr;
    QDockWidget* m_findings = nullptr; ///< behind the objects
    QDockWidget* m_images = nullptr;
    LargeImage* m_large = nullptr;
    QByteArray m_factory;       ///< the layout before anybody has changed it
    bool m_isElsewhere = false; ///< not on the screen, or not as large, as when it was left
    bool m_areImagesWanted = true; ///< where there are any
    bool m_isTimelineWanted = true;
    QByteArray m_unfolded;      ///< the layout before the panels were folded away
};

} // namespace lunkuo
