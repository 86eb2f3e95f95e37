#pragma once

#include "model/review/FindingBoard.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QListView;
class QMenu;
class QStackedWidget;

namespace lunkuo
{

class FindingListModel;
class ListKeys;

/// What the automatic checks have found: which of it is listed, the list, and what is to be said of the current one. A
/// click goes there.
class FindingsPanel : public QWidget
{
    Q_OBJECT
public:
    FindingsPanel(FindingBoard& board, const Document& document, QWidget* parent = nullptr);

    /// A button below the list.
    void addButton(QAction* action);
    /// Something that can be done about the finding under the mouse.
    void addToMenu(QAction* action);
    /// Where keys go that the list has no use for.
    void passKeysTo(QWidget* view);

signals:
    /// The person wants to see it closely.
    void focusWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void refresh();
    void showSeverities();
    void placeFilters();
    void showChecks();
    void showCurrent();
    void showProgress();
    [[nodiscard]] QString emptyText() const;
    void takeFilter();
    void showMenu(const QPoint& at);

    FindingBoard& m_board;
    FindingListModel* m_model;
    QComboBox* m_severity;
    QComboBox* m_check;
    QBoxLayout* m_filters; ///< of the two, beside each other where there is room
    QStackedWidget* m_pages;
    QListView* m_list;
    ListKeys* m_keys;
    QLabel* m_empty;
    QLabel* m_sentence;
    QLabel* m_progress;
    QHBoxLayout* m_buttons;
    QMenu* m_menu;
    QTimer m_tick;           ///< while something is being checked
    QElapsedTimer m_checked; ///< since that began
};

} // namespace lunkuo
