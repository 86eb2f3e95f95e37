#include "widgets/ShortcutsDialog.h"

#include "widgets/FlowLayout.h"
#include "widgets/KeyField.h"
#include "widgets/Style.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr QSize comfortable(680, 640);
constexpr int idRole = Qt::UserRole;
constexpr qint64 largestFile = 1 << 20;
const QString warningSign = QStringLiteral("⚠ ");

QString keyText(const QKeySequence& key)
{
    return key.toString(QKeySequence::NativeText);
}

QString menuOf(const QAction& action)
{
    for (const QObject* place : action.associatedObjects())
        if (const auto* menu = qobject_cast<const QMenu*>(place))
            return plainText(menu->title());
    return {};
}

QTreeWidgetItem* groupOf(QTreeWidget& tree, const QString& title)
{
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        if (tree.topLevelItem(i)->text(0) == title)
            return tree.topLevelItem(i);
    auto* group = new QTreeWidgetItem(&tree, {title});
    QFont strong = tree.font();
    strong.setBold(true);
    group->setFont(0, strong);
    group->setFlags(Qt::ItemIsEnabled);
    group->setFirstColumnSpanned(true);
    return group;
}
} // namespace

ShortcutsDialog::ShortcutsDialog(ShortcutTable& table, Taxonomy taxonomy, QWidget* parent)
    : QDialog(parent)
    , m_table(table)
    , m_taxonomy(std::move(taxonomy))
    , m_search(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_title(new QLabel)
    , m_keys(new QWidget)
    , m_field(new KeyField)
    , m_reset(new QPushButton)
    , m_message(new QLabel)
    , m_transfer(new QPushButton)
    , m_resetAll(new QPushButton)
    , m_import(new QPushButton)
    , m_export(new QPushButton)
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::search);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && !item->data(0, idRole).toString().isEmpty())
            choose(item->data(0, idRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemActivated, m_field, [this] { m_field->setFocus(); });
    connect(m_field, &KeyField::pressed, this, &ShortcutsDialog::take);
    connect(m_transfer, &QPushButton::clicked, this, [this] {
        if (const QAction* owner = m_table.actionOf(m_disputed, m_chosen)) {
            ShortcutTable::Keys keys = owner->shortcuts();
            keys.removeAll(m_disputed);
            m_table.setKeys(owner->objectName(), keys);
        }
        addKey(m_disputed);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        say({}, false);
        m_table.reset(m_chosen);
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        say({}, false);
        m_table.resetAll();
    });
    connect(m_import, &QPushButton::clicked, this, &ShortcutsDialog::importKeys);
    connect(m_export, &QPushButton::clicked, this, &ShortcutsDialog::exportKeys);
    connect(&m_table, &ShortcutTable::changed, this, &ShortcutsDialog::refresh);
    retranslate();
}

void ShortcutsDialog::build()
{
    m_tree->setObjectName(QStringLiteral("actions"));
    m_title->setObjectName(QStringLiteral("chosen"));
    m_message->setObjectName(QStringLiteral("message"));
    m_transfer->setObjectName(QStringLiteral("transfer"));
    m_reset->setObjectName(QStringLiteral("reset"));
    m_resetAll->setObjectName(QStringLiteral("resetAll"));
    m_search->setClearButtonEnabled(true);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(3 * gridStep_px);
    m_tree->setStyleSheet(QStringLiteral("QTreeView::item { padding: 3px 4px; }"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    new FlowLayout(m_keys);
    m_message->setWordWrap(true);
    for (QPushButton* button : {m_reset, m_transfer, m_resetAll, m_import, m_export})
        button->setAutoDefault(false);
    auto* pressing = new QHBoxLayout;
    pressing->setSpacing(2 * gridStep_px);
    pressing->addWidget(m_field, 1);
    pressing->addWidget(m_reset);
    auto* saying = new QHBoxLayout;
    saying->addWidget(m_message, 1);
    saying->addWidget(m_transfer);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QPushButton* button : {m_resetAll, m_import, m_export})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px);
    layout->setSpacing(2 * gridStep_px);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_title);
    layout->addWidget(m_keys);
    layout->addLayout(pressing);
    layout->addLayout(saying);
    layout->addWidget(buttons);
    resize(comfortable);
}

void ShortcutsDialog::retranslate()
{
    setWindowTitle(tr("Change keys"));
    m_search->setPlaceholderText(tr("Search an action or a key"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Gives the action the keys it came with"));
    m_resetAll->setText(tr("Reset all"));
    m_resetAll->setToolTip(tr("Gives all actions the keys they came with"));
    m_import->setText(tr("Import…"));
    m_import->setToolTip(tr("Takes the keys of a file that was exported"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Writes the keys that differ from those actions came with into a file"));
    fill();
    refreshChosen();
    say({}, false);
}

void ShortcutsDialog::fill()
{
    m_tree->clear();
    for (const QAction* action : m_table.actions()) {
        auto* row = new QTreeWidgetItem(groupOf(*m_tree, menuOf(*action)), QStringList{QString(), QString()});
        row->setData(0, idRole, action->objectName());
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        refreshRow(*row);
    }
    m_tree->expandAll();
    search();
    if (!m_chosen.isEmpty())
        choose(m_chosen);
}

void ShortcutsDialog::refreshRow(QTreeWidgetItem& row)
{
    const QString id = row.data(0, idRole).toString();
    QStringList keys;
    QStringList clashes;
    for (const QKeySequence& key : m_table.keysOf(id)) {
        keys << keyText(key);
        for (const QString& use : m_table.usesOf(key, id, m_taxonomy))
            clashes << tr("%1 is also %2").arg(keyText(key), use);
    }
    QFont font = m_tree->font();
    font.setItalic(m_table.isChanged(id));
    row.setFont(1, font);
    row.setText(0, nameOf(id));
    row.setText(1, (clashes.isEmpty() ? QString() : warningSign) + keys.join(tr(" or ")));
    row.setToolTip(0, nameOf(id));
    row.setToolTip(1, clashes.join(u'\n'));
    row.setForeground(1, clashes.isEmpty() ? palette().text() : QBrush(toneColor(Tone::Bad, palette())));
}

void ShortcutsDialog::refresh()
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        for (int j = 0; j < m_tree->topLevelItem(i)->childCount(); ++j)
            refreshRow(*m_tree->topLevelItem(i)->child(j));
    refreshChosen();
}

QString ShortcutsDialog::nameOf(const QString& id) const
{
    for (const QAction* action : m_table.actions())
        if (action->objectName() == id)
            return wordsOf(*action);
    return {};
}

void ShortcutsDialog::choose(const QString& id)
{
    if (m_chosen != id)
        say({}, false);
    m_chosen = id;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        for (int j = 0; j < m_tree->topLevelItem(i)->childCount(); ++j)
            if (QTreeWidgetItem* row = m_tree->topLevelItem(i)->child(j); row->data(0, idRole).toString() == id)
                m_tree->setCurrentItem(row);
    refreshChosen();
}

void ShortcutsDialog::refreshChosen()
{
    const bool isChosen = !m_chosen.isEmpty();
    m_title->setText(
        isChosen ? tr("Keys of “%1”").arg(nameOf(m_chosen)) : tr("Choose an action, then press its new keys."));
    m_field->setEnabled(isChosen);
    m_reset->setEnabled(isChosen && m_table.isChanged(m_chosen));
    qDeleteAll(m_keys->findChildren<QPushButton*>());
    for (const QKeySequence& key : m_table.keysOf(m_chosen)) {
        auto* button = new QPushButton(QStringLiteral("%1  ✕").arg(keyText(key)));
        button->setAutoDefault(false);
        button->setToolTip(tr("Takes this key away from the action"));
        m_keys->layout()->addWidget(button);
        // The button goes with the key, but not while it is being clicked.
        connect(
            button, &QPushButton::clicked, this,
            [this, key] {
                ShortcutTable::Keys keys = m_table.keysOf(m_chosen);
                keys.removeAll(key);
                m_table.setKeys(m_chosen, keys);
            },
            Qt::QueuedConnection);
    }
}

void ShortcutsDialog::take(const QKeySequence& key)
{
    if (m_table.keysOf(m_chosen).contains(key)) {
        say(tr("%1 is a key of this action already.").arg(keyText(key)), false);
        return;
    }
    if (const QString fixed = ShortcutTable::fixedUseOf(key, m_taxonomy); !fixed.isEmpty()) {
        say(tr("%1 belongs to %2. Press other keys.").arg(keyText(key), fixed), true);
        return;
    }
    if (const QAction* owner = m_table.actionOf(key, m_chosen)) {
        m_disputed = key;
        say(tr("%1 belongs to “%2”.").arg(keyText(key), wordsOf(*owner)), true);
        m_transfer->setText(tr("Use it here instead"));
        m_transfer->show();
        return;
    }
    addKey(key);
}

void ShortcutsDialog::addKey(const QKeySequence& key)
{
    ShortcutTable::Keys keys = m_table.keysOf(m_chosen);
    keys << key;
    m_table.setKeys(m_chosen, keys);
    say(tr("%1 is a key of “%2” now.").arg(keyText(key), nameOf(m_chosen)), false);
}

void ShortcutsDialog::say(const QString& sentence, bool isWrong)
{
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, isWrong ? toneColor(Tone::Bad, ink) : dimTextColor(ink));
    m_message->setPalette(ink);
    m_message->setText(sentence);
    m_transfer->hide();
}

void ShortcutsDialog::search()
{
    const QString words = m_search->text().trimmed();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* row = group->child(j);
            const bool fits =
                row->text(0).contains(words, Qt::CaseInsensitive) || row->text(1).contains(words, Qt::CaseInsensitive);
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

Result<void> ShortcutsDialog::exportTo(const QString& path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(m_table.toJson()).toJson()) < 0 || !file.commit())
        return failure(tr("“%1” cannot be written: %2").arg(path, file.errorString()));
    return {};
}

Result<void> ShortcutsDialog::importFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(tr("“%1” cannot be read: %2").arg(path, file.errorString()));
    return m_table.fromJson(QJsonDocument::fromJson(file.read(largestFile)).object());
}

void ShortcutsDialog::exportKeys()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export keys"), QStringLiteral("lunkuo-keys.json"), tr("Keys (*.json)"));
    if (path.isEmpty())
        return;
    const Result<void> done = exportTo(path);
    say(done ? tr("The keys were written to “%1”.").arg(path) : done.error().sentence, !done);
}

void ShortcutsDialog::importKeys()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import keys"), {}, tr("Keys (*.json)"));
    if (path.isEmpty())
        return;
    const Result<void> done = importFrom(path);
    say(done ? tr("The keys of “%1” are in force.").arg(path) : done.error().sentence, !done);
}

void ShortcutsDialog::changeEvent(QEvent* event)
{
    // The actions change their words in the same round of events.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &ShortcutsDialog::retranslate, Qt::QueuedConnection);
    QDialog::changeEvent(event);
}

} // namespace lunkuo
