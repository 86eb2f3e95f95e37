#include "widgets/KeysDialog.h"

#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QHeaderView>
#include <QKeySequence>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr QSize comfortable(560, 640);

void addRow(QTreeWidgetItem* group, const QString& what, const QString& keys)
{
    auto* row = new QTreeWidgetItem(group, {what, keys});
    row->setToolTip(0, what);
    row->setToolTip(1, keys);
}
} // namespace

KeysDialog::KeysDialog(const QList<QAction*>& actions, const Taxonomy& taxonomy, QWidget* parent)
    : QDialog(parent)
    , m_search(new QLineEdit)
    , m_tree(new QTreeWidget)
{
    setWindowTitle(tr("Keys and mouse"));
    m_search->setPlaceholderText(tr("Search an action or a key"));
    m_search->setClearButtonEnabled(true);
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(2);
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setIndentation(3 * gridStep_px);
    addMouse();
    addActions(actions);
    addTaxonomy(taxonomy);
    m_tree->expandAll();
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_tree);
    resize(comfortable);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::search);
}

QTreeWidgetItem* KeysDialog::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(m_tree, {title});
    QFont strong = font();
    strong.setBold(true);
    group->setFont(0, strong);
    group->setFlags(Qt::ItemIsEnabled);
    return group;
}

void KeysDialog::addMouse()
{
    QTreeWidgetItem* look = addGroup(tr("Looking"));
    addRow(look, tr("Orbit about the point under the cursor"), tr("drag with the left button"));
    addRow(look, tr("Move sideways"), tr("drag with the right or middle button"));
    addRow(look, tr("Zoom to the cursor"), tr("wheel"));
    addRow(look, tr("Go close"), tr("double click"));
    QTreeWidgetItem* complete = addGroup(tr("Outline tool"));
    addRow(complete, tr("Complete the object"), tr("click a point of it"));
    addRow(complete, tr("Add a missed part"), tr("click it, Shift+click however far"));
    addRow(complete, tr("Not this object"), tr("Alt+click"));
    addRow(complete, tr("Start a new object inside another"), tr("Ctrl+click"));
    addRow(
        complete, tr("Take back the last click"), QKeySequence(Qt::Key_Backspace).toString(QKeySequence::NativeText));
    addRow(complete, tr("Accept"), tr("Enter, or click the next object"));
    addRow(complete, tr("Drop"), QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    QTreeWidgetItem* select = addGroup(tr("Select tool"));
    addRow(select, tr("Move the object over the ground"), tr("drag it"));
    addRow(select, tr("Resize, the opposite side stays"), tr("drag a square handle"));
    addRow(select, tr("Turn"), tr("drag the round handle"));
}

void KeysDialog::addActions(const QList<QAction*>& actions)
{
    QTreeWidgetItem* group = addGroup(tr("Actions"));
    for (const QAction* action : actions) {
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        if (!keys.isEmpty())
            addRow(group, action->text().remove(u'&'), QString(keys).replace(QStringLiteral("; "), tr(" or ")));
    }
}

void KeysDialog::addTaxonomy(const Taxonomy& taxonomy)
{
    if (taxonomy.classes.empty())
        return;
    QTreeWidgetItem* classes = addGroup(tr("Classes"));
    for (const ClassDef& type : taxonomy.classes)
        if (!type.hotkey.isEmpty())
            addRow(classes, Names::of(type.name), type.hotkey);
    for (const AttributeDef& attribute : taxonomy.attributes) {
        if (attribute.type == AttributeDef::Type::Flag && !attribute.hotkey.isEmpty())
            addRow(addGroup(Names::of(attribute.name)), tr("on or off"), attribute.hotkey);
        if (attribute.choices.empty())
            continue;
        QTreeWidgetItem* group = addGroup(Names::of(attribute.name));
        for (const AttributeChoice& choice : attribute.choices)
            if (!choice.hotkey.isEmpty())
                addRow(group, Names::of(choice.name), choice.hotkey);
    }
}

void KeysDialog::search(const QString& words)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* row = group->child(j);
            const bool fits = row->text(0).contains(words, Qt::CaseInsensitive) ||
                              row->text(1).contains(words, Qt::CaseInsensitive) ||
                              group->text(0).contains(words, Qt::CaseInsensitive);
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

} // namespace lunkuo
