#pragma once

#include "model/scene/Taxonomy.h"

#include <QAction>
#include <QDialog>

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
    /// `actions`: those of the window; the ones without a key are left out.
    KeysDialog(const QList<QAction*>& actions, const Taxonomy& taxonomy, QWidget* parent = nullptr);

private:
    QTreeWidgetItem* addGroup(const QString& title);
    void addMouse();
    void addActions(const QList<QAction*>& actions);
    void addTaxonomy(const Taxonomy& taxonomy);
    void search(const QString& words);

    QLineEdit* m_search;
    QTreeWidget* m_tree;
};

} // namespace lunkuo
