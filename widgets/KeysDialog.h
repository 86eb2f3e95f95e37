#pragma once

#include "model/scene/Taxonomy.h"

#include <QAction>
#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace lunkuo
{

/// All keys and mouse gestures in groups, with a field to search them.
class KeysDialog : public QDialog
{
    Q_OBJECT
public:
    /// `actions`: those of the window; the ones without a key are left out, the others are grouped by their menu.
    KeysDialog(const QList<QAction*>& actions, Taxonomy taxonomy, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QTreeWidgetItem* addGroup(const QString& title);
    void addMouse();
    void addActions();
    void addTaxonomy();
    void addAttributes();
    void search();

    QList<QPointer<QAction>> m_actions;
    Taxonomy m_taxonomy;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_nothing;
};

} // namespace lunkuo
