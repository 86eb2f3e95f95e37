#pragma once

#include "widgets/ToDoModel.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QListView;
class QProgressBar;
class QSpinBox;
class QTextBrowser;

namespace lunkuo
{

class ListKeys;
class ProjectStore;

/// The review at hand: for reviewers the order and how far it has come, for both what is rejected or answered, and what
/// has been said of the object that is looked at, with what has become other since.
class ReviewPanel : public QWidget
{
    Q_OBJECT
public:
    ReviewPanel(const Document& document, ReviewBoard& board, QWidget* parent = nullptr);

    /// Buttons for what keys do too; those for the other mode are hidden.
    void addButton(WorkMode mode, QAction* action);
    void passKeysTo(QWidget* view);
    /// Where to ask what had been said of an object before it was changed.
    void setHistory(const ProjectStore& store);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeOrder();
    void fillOrders();
    void takeOrder();
    void refresh();
    void showMode();
    void showProgress();
    void showSubject();
    void showNewest();
    void retranslate();
    [[nodiscard]] QString tellAnswer(const Verdict& verdict) const;
    [[nodiscard]] QString tellVerdict(const Verdict& verdict) const;
    [[nodiscard]] QString tellFormer(const ReviewSubject& about) const;

    const Document& m_document;
    ReviewBoard& m_board;
    ToDoModel* m_model;
    const ProjectStore* m_store = nullptr;
    VerdictId m_newest; ///< that was listed
    QWidget* m_plan;
    QLabel* m_orderLabel;
    QComboBox* m_order;
    QDoubleSpinBox* m_percent;
    QSpinBox* m_seed;
    QLabel* m_count;
    QProgressBar* m_bar;
    QHBoxLayout* m_buttons;
    std::vector<std::pair<WorkMode, QWidget*>> m_ofMode;
    QLabel* m_title;
    QListView* m_list;
    ListKeys* m_keys;
    QLabel* m_empty;
    QTextBrowser* m_about;
    QTimer m_later; ///< one look however much has changed
};

} // namespace lunkuo
