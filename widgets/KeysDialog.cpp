#include "widgets/KeysDialog.h"

#include "widgets/KeyPage.h"
#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr QSize comfortable(860, 700);
constexpr double widestKeys = 0.5; ///< share of the row; longer ones take a second line

QString keyText(const QKeySequence& key)
{
    // Keyboards call it so.
    return key == QKeySequence(Qt::Key_Return) ? QStringLiteral("Enter") : key.toString(QKeySequence::NativeText);
}

QString keyText(const QString& hotkey)
{
    return keyText(QKeySequence(hotkey));
}

void addRow(QTreeWidgetItem* group, const QString& what, const QString& keys)
{
    auto* row = new QTreeWidgetItem(group, {what, keys});
    row->setToolTip(0, what);
    row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    row->setFlags(Qt::ItemIsEnabled);
}

QString menuOf(const QAction& action)
{
    for (const QObject* place : action.associatedObjects())
        if (const auto* menu = qobject_cast<const QMenu*>(place))
            return plainText(menu->title());
    return {};
}
} // namespace

KeysDialog::KeysDialog(const ShortcutTable& shortcuts, Taxonomy taxonomy, QWidget* parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_taxonomy(std::move(taxonomy))
    , m_search(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_nothing(new QLabel)
    , m_print(new QPushButton)
    , m_change(new QPushButton)
{
    m_search->setClearButtonEnabled(true);
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(2);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setFocusPolicy(Qt::NoFocus);
    m_tree->setIndentation(3 * gridStep_px);
    m_tree->setStyleSheet(QStringLiteral("QTreeView::item { padding: 3px 4px; }"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->setWordWrap(true);
    m_tree->setUniformRowHeights(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px);
    layout->setSpacing(2 * gridStep_px);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_nothing, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QPushButton* button : {m_change, m_print}) {
        button->setAutoDefault(false);
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    layout->addWidget(buttons);
    resize(comfortable);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::search);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    connect(m_print, &QPushButton::clicked, this, &KeysDialog::print);
    connect(m_change, &QPushButton::clicked, this, &KeysDialog::changeWanted);
    connect(&m_shortcuts, &ShortcutTable::changed, this, &KeysDialog::retranslate);
    retranslate();
}

void KeysDialog::retranslate()
{
    setWindowTitle(tr("Keys and mouse"));
    m_search->setPlaceholderText(tr("Search an action or a key"));
    m_nothing->setText(tr("No action and no key is called so."));
    m_print->setText(tr("One page to print…"));
    m_print->setToolTip(tr("Writes all keys onto one page as a PDF"));
    m_change->setText(tr("Change keys…"));
    m_change->setToolTip(tr("Gives actions other keys"));
    m_tree->clear();
    addMouse();
    addActions();
    addTaxonomy();
    addAttributes();
    m_tree->expandAll();
    search();
    shareWidth();
}

/// One long line on the right must not cut all names on the left.
void KeysDialog::shareWidth()
{
    m_tree->ensurePolished();
    const int wanted = static_cast<QAbstractItemView*>(m_tree)->sizeHintForColumn(1);
    m_tree->setColumnWidth(1, std::min(wanted, static_cast<int>(widestKeys * m_tree->viewport()->width())));
    m_tree->doItemsLayout();
}

void KeysDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    shareWidth();
}

void KeysDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    shareWidth();
}

QTreeWidgetItem* KeysDialog::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(m_tree, {title});
    QFont strong = font();
    strong.setBold(true);
    group->setFont(0, strong);
    group->setFlags(Qt::ItemIsEnabled);
    group->setFirstColumnSpanned(true);
    group->setTextAlignment(0, Qt::AlignLeft | Qt::AlignBottom);
    group->setSizeHint(0, {0, 2 * QFontMetrics(strong).height()});
    return group;
}

void KeysDialog::addMouse()
{
    QTreeWidgetItem* look = addGroup(tr("Looking"));
    addRow(look, tr("Orbit about the point under the cursor"), tr("drag with the left button"));
    addRow(look, tr("Move sideways"), tr("drag with the right or middle button"));
    addRow(look, tr("Zoom to the cursor"), tr("wheel"));
    addRow(look, tr("Go close"), tr("double click with the select tool"));
    addRow(look, tr("Fly ahead, back and sideways"), tr("W S A D while the right button is held, or in fly mode"));
    addRow(look, tr("Fly up and down"), tr("E Q in the same way"));
    addRow(look, tr("Fly faster"), tr("with Shift; wheel in fly mode"));
    QTreeWidgetItem* image = addGroup(tr("Camera image"));
    addRow(image, tr("Zoom to the cursor"), tr("wheel"));
    addRow(image, tr("Move the picture"), tr("drag it"));
    addRow(image, tr("Show the whole picture"), tr("double click"));
    addRow(image, tr("Select, or complete with the outline tool"), tr("click it"));
    addRow(image, tr("Show the line of sight in the main view"), tr("point at it"));
    QTreeWidgetItem* complete = addGroup(tr("Outline tool"));
    addRow(complete, tr("Complete the object"), tr("click a point of it"));
    addRow(complete, tr("Add a missed part"), tr("click it, Shift+click however far"));
    addRow(complete, tr("Not this object"), tr("Alt+click"));
    addRow(complete, tr("Start a new object inside another"), tr("Ctrl+click"));
    addRow(complete, tr("Take back the last click"), keyText(Qt::Key_Backspace));
    addRow(complete, tr("Another box for the same clicks"), keyText(Qt::Key_Tab));
    addRow(complete, tr("Put a face by hand, the rest fits round it"), tr("drag its handle"));
    addRow(complete, tr("Accept"), tr("Enter, or click the next object"));
    addRow(complete, tr("A new object although the followed one must be here"), tr("Shift+Enter"));
    addRow(complete, tr("Drop"), keyText(Qt::Key_Escape));
    QTreeWidgetItem* batch = addGroup(tr("Object in all its frames"));
    addRow(batch, tr("Change a box"), tr("drag it in its tile"));
    addRow(batch, tr("Choose tiles"), tr("click, Ctrl+click, Shift+click, drag beside the boxes"));
    addRow(batch, tr("Fit, interpolate, confirm"), QStringLiteral("F  I  C"));
    addRow(batch, tr("Flip heading, same size"), QStringLiteral("N  S"));
    addRow(batch, tr("Take the object out of the chosen frames"), keyText(Qt::Key_Delete));
    addRow(batch, tr("From above, from the side, from the rear"), QStringLiteral("1  2  3"));
    QTreeWidgetItem* suggestions = addGroup(tr("Suggestions"));
    addRow(suggestions, tr("Accept the suggestion and go on"), keyText(Qt::Key_Return));
    addRow(suggestions, tr("Accept it and answer a question about it"), tr("the key of the answer"));
    addRow(suggestions, tr("Dismiss the suggestion and go on"),
        tr("%1 or %2").arg(keyText(Qt::Key_Delete), keyText(Qt::Key_Backspace)));
    addRow(suggestions, tr("Leave the suggestions"), keyText(Qt::Key_Escape));
    QTreeWidgetItem* measure = addGroup(tr("Measure tool"));
    addRow(measure, tr("Measure a distance, then an angle"), tr("click two places, then a third"));
    addRow(measure, tr("Begin another distance without an angle"), keyText(Qt::Key_Return));
    addRow(measure, tr("Take back the last click"), keyText(Qt::Key_Backspace));
    addRow(measure, tr("Clear all that was measured"), keyText(Qt::Key_Escape));
    QTreeWidgetItem* select = addGroup(tr("Select tool"));
    addRow(select, tr("Select an object"), tr("click it"));
    addRow(select, tr("Move the object over the ground"), tr("drag it"));
    addRow(select, tr("Resize, the opposite side stays"), tr("drag a square handle"));
    addRow(select, tr("Turn"), tr("drag the round handle"));
    addRow(select, tr("Let the rest of the box fit itself to the points"), tr("drag a handle with Ctrl"));
    addRow(select, tr("Shrink to the points"), tr("double click a handle, or the middle of the object for all sides"));
    addRow(select, tr("Confirm what was carried over or interpolated as a key frame"), keyText(Qt::Key_Return));
    addRow(select, tr("Select several objects"), tr("drag a rectangle round them with Shift, or Ctrl+click each"));
    QTreeWidgetItem* side = addGroup(tr("Side views"));
    addRow(side, tr("Resize, the opposite side stays"), tr("drag an edge or a corner"));
    addRow(side, tr("Move the object"), tr("drag inside it"));
    addRow(side, tr("Turn, or tilt it seen from the side"), tr("drag the round handle"));
    addRow(side, tr("Fit to the points while dragging"), tr("drag with Ctrl"));
    addRow(side, tr("Shrink to the points"), tr("double click an edge, a corner, or the middle for all sides"));
    addRow(side, tr("Nudge the edge under the cursor, else all of it"), tr("arrow keys, with Shift ten times as far"));
    addRow(side, tr("Zoom, show more or less around"), tr("wheel, wheel with Alt"));
    addRow(side, tr("Look from the other side"), tr("click the name of the view"));
    QTreeWidgetItem* draw = addGroup(tr("Cuboid tool"));
    addRow(draw, tr("Draw a new cuboid"),
        tr("drag over the ground from rear to front, or click both ends of a side, then the other side"));
    addRow(draw, tr("Fit it to the points at once"), tr("let go, or make the last click, with Ctrl"));
    addRow(draw, tr("Usual width of the class"), keyText(Qt::Key_Return));
    addRow(draw, tr("A new object although the followed one must be here"), tr("let go with Shift, Shift+Enter"));
}

void KeysDialog::addActions()
{
    QMap<QString, QTreeWidgetItem*> groups;
    for (const QAction* action : m_shortcuts.actions()) {
        if (action->shortcuts().isEmpty())
            continue;
        const QString menu = menuOf(*action);
        if (!groups.contains(menu))
            groups[menu] = addGroup(menu.isEmpty() ? tr("Other actions") : menu);
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts())
            keys << keyText(key);
        keys.removeDuplicates();
        addRow(groups[menu], wordsOf(*action), keys.join(tr(" or ")));
    }
}

void KeysDialog::addTaxonomy()
{
    QTreeWidgetItem* classes = nullptr;
    for (const ClassDef& type : m_taxonomy.classes) {
        if (type.hotkey.isEmpty())
            continue;
        if (!classes)
            classes = addGroup(tr("Classes"));
        addRow(classes, Names::of(type.name), keyText(type.hotkey));
    }
}

void KeysDialog::addAttributes()
{
    QTreeWidgetItem* flags = nullptr;
    for (const AttributeDef& attribute : m_taxonomy.attributes) {
        if (attribute.type != AttributeDef::Type::Flag || attribute.hotkey.isEmpty())
            continue;
        if (!flags)
            flags = addGroup(tr("Attributes, on or off"));
        addRow(flags, Names::of(attribute.name), keyText(attribute.hotkey));
    }
    for (const AttributeDef& attribute : m_taxonomy.attributes) {
        QTreeWidgetItem* group = nullptr;
        for (const AttributeChoice& choice : attribute.choices) {
            if (choice.hotkey.isEmpty())
                continue;
            if (!group)
                group = addGroup(Names::of(attribute.name));
            addRow(group, Names::of(choice.name), keyText(choice.hotkey));
        }
    }
}

void KeysDialog::search()
{
    const QString words = m_search->text().trimmed();
    bool found = false;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        const bool wholeGroup = group->text(0).contains(words, Qt::CaseInsensitive);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* row = group->child(j);
            const bool fits = wholeGroup || row->text(0).contains(words, Qt::CaseInsensitive) ||
                              row->text(1).contains(words, Qt::CaseInsensitive);
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
        found = found || any;
    }
    m_tree->setVisible(found);
    m_nothing->setVisible(!found);
}

Result<void> KeysDialog::printTo(const QString& path) const
{
    KeyPage page;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* group = m_tree->topLevelItem(i);
        page.addGroup(group->text(0));
        for (int j = 0; j < group->childCount(); ++j)
            page.addRow(group->child(j)->text(0), group->child(j)->text(1));
    }
    return page.write(path, tr("Lunkuo: keys and mouse"));
}

void KeysDialog::print()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Keys on one page"), QStringLiteral("lunkuo-keys.pdf"), tr("Pages (*.pdf)"));
    if (path.isEmpty())
        return;
    if (const Result<void> done = printTo(path); !done)
        QMessageBox::warning(this, windowTitle(), done.error().sentence);
}

void KeysDialog::changeEvent(QEvent* event)
{
    // The actions of the menus change their words in the same round of events.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &KeysDialog::retranslate, Qt::QueuedConnection);
    QDialog::changeEvent(event);
}

} // namespace lunkuo
