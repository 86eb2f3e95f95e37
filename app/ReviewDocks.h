#pragma once

#include <QMainWindow>

class QDockWidget;

namespace lunkuo
{

class MenuBar;
class Workspace;

/// The docks of review and history: there when they are wanted, the review as soon as somebody reviews.
class ReviewDocks : public QObject
{
    Q_OBJECT
public:
    /// `beside`: the dock whose place they share.
    ReviewDocks(QMainWindow& window, QDockWidget* beside);

    /// What shows and hides them.
    [[nodiscard]] QList<QAction*> toggles() const;
    /// Takes the panels of another project in; null: there is none.
    void take(Workspace* workspace, const MenuBar& menus);
    /// Shown or not as the work at hand asks.
    void settle();
    void retranslate();

private:
    void giveRoom();

    QDockWidget* m_review;
    QDockWidget* m_history;
    Workspace* m_workspace = nullptr;
    QMainWindow& m_window;
    int m_before_px = 0; ///< how high the dock was that the others share, before somebody began to review
};

} // namespace lunkuo
