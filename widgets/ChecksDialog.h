#pragma once

#include "model/document/Document.h"
#include "model/review/CheckPlan.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QTreeWidget;
class QTreeWidgetItem;

namespace lunkuo
{

class NumberBox;
struct ThresholdWords;

/// Which automatic checks a project wants, and by which numbers they go. What is not as usual is marked; OK makes one
/// edit of it.
class ChecksDialog : public QDialog
{
    Q_OBJECT
public:
    /// Opens with this check; the first one where it is none.
    ChecksDialog(Document& document, std::optional<CheckId> first, QWidget* parent = nullptr);

    void accept() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A threshold of the check that is shown.
    struct Row
    {
        const ThresholdWords* words;
        QLabel* label;
        NumberBox* box;
        QLabel* usual;
    };

    void fillTree();
    void choose(CheckId check);
    void showCheck();
    void addThreshold(QLayout* layout, const ThresholdWords& words);
    void takeTick(QTreeWidgetItem* item);
    void resetCurrent();
    void resetAll();
    void refresh();
    void retranslate();
    [[nodiscard]] CheckId current() const { return m_current; }

    Document& m_document;
    CheckPlan m_plan;
    CheckId m_current;
    QLabel* m_intro;
    QTreeWidget* m_tree;
    QScrollArea* m_page;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QLabel* m_why; ///< OK cannot be pressed, or has failed
    QDialogButtonBox* m_buttons;
    std::map<CheckId, QTreeWidgetItem*> m_items;
    std::vector<Row> m_rows;
    QLabel* m_off = nullptr; ///< of the check that is shown
};

} // namespace lunkuo
