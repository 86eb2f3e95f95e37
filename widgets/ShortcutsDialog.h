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

class KeyField;

/// Changes the keys of actions: choose an action, press the keys. What they do already is said with the name of who
/// has them. Everything takes effect at once.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(ShortcutTable& table, Taxonomy taxonomy, QWidget* parent = nullptr);

    void choose(const QString& id);
    [[nodiscard]] Result<void> exportTo(const QString& path) const;
    [[nodiscard]] Result<void> importFrom(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void fill();
    void refresh();
    void refreshRow(QTreeWidgetItem& row);
    void refreshChosen();
    void search();
    void take(const QKeySequence& key);
    void addKey(const QKeySequence& key);
    void say(const QString& sentence, bool isWrong);
    void exportKeys();
    void importKeys();
    [[nodiscard]] QString nameOf(const QString& id) const;

    ShortcutTable& m_table;
    Taxonomy m_taxonomy;
    QString m_chosen;
    QKeySequence m_disputed; ///< pressed, but another action has it
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_title;
    QWidget* m_keys; ///< a button for each key of the chosen action
    KeyField* m_field;
    QPushButton* m_reset;
    QLabel* m_message;
    QPushButton* m_transfer;
    QPushButton* m_resetAll;
    QPushButton* m_import;
    QPushButton* m_export;
};

} // namespace lunkuo
