#pragma once

#include "widgets/ShortcutTable.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lunkuo
{

/// All keys and mouse gestures in groups, as they are at this moment, with a field to search them. What is shown can be
/// written as one page to be printed.
class KeysDialog : public QDialog
{
    Q_OBJECT
public:
    /// Actions without a key are left out, the others are grouped by their menu.
    KeysDialog(const ShortcutTable& shortcuts, Taxonomy taxonomy, QWidget* parent = nullptr);

    /// All keys on one page.
    [[nodiscard]] Result<void> printTo(const QString& path) const;

signals:
    /// The person wants other keys.
    void changeWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void shareWidth();
    QTreeWidgetItem* addGroup(const QString& title);
    void addMouse();
    void addActions();
    void addTaxonomy();
    void addAttributes();
    void search();
    void print();

    const ShortcutTable& m_shortcuts;
    Taxonomy m_taxonomy;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_nothing;
    QPushButton* m_print;
    QPushButton* m_change;
};

} // namespace lunkuo
