#include "widgets/ChecksDialog.h"

#include "model/document/ReviewGuard.h"
#include "model/review/Checks.h"
#include "model/review/CheckWords.h"
#include "widgets/Answers.h"
#include "widgets/NumberBox.h"
#include "widgets/Style.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTreeWidget>

namespace lunkuo
{

namespace
{

constexpr int checkRole = Qt::UserRole;
constexpr int boxWidth_px = 116;
constexpr int mostDecimals = 3; ///< that may be typed of what is no count
enum Column { NameColumn, MarkColumn };

QLabel* paragraph(bool isDim = false)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    if (isDim)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QFont bolder(QFont font, bool isBold)
{
    font.setBold(isBold);
    return font;
}

} // namespace

ChecksDialog::ChecksDialog(Document& document, std::optional<CheckId> first, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_plan(document.scene().taxonomy.checks)
    , m_current(first.value_or(CheckId::EmptyBox))
    , m_intro(paragraph())
    , m_tree(new QTreeWidget)
    , m_page(new QScrollArea)
    , m_reset(new QPushButton)
    , m_resetAll(new QPushButton)
    , m_why(paragraph())
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    m_tree->setObjectName(QStringLiteral("checks.tree"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(3 * gridStep_px);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(false);
    m_page->setObjectName(QStringLiteral("checks.page"));
    m_page->setWidgetResizable(true);
    m_page->setFrameShape(QFrame::NoFrame);
    m_reset->setObjectName(QStringLiteral("checks.reset"));
    m_resetAll->setObjectName(QStringLiteral("checks.resetAll"));
    m_why->setObjectName(QStringLiteral("checks.why"));
    m_why->hide();
    m_buttons->addButton(m_resetAll, QDialogButtonBox::ResetRole);
    for (QPushButton* button : {m_reset, m_resetAll})
        button->setAutoDefault(false);

    auto* side = new QVBoxLayout;
    side->setSpacing(2 * gridStep_px);
    side->addWidget(m_page, 1);
    side->addWidget(m_reset, 0, Qt::AlignLeft);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(4 * gridStep_px);
    middle->addWidget(m_tree, 5);
    middle->addLayout(side, 7);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(3 * gridStep_px);
    layout->addWidget(m_intro);
    layout->addLayout(middle, 1);
    layout->addWidget(m_why);
    layout->addWidget(m_buttons);

    fillTree();
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item && item->data(NameColumn, checkRole).isValid())
            choose(static_cast<CheckId>(item->data(NameColumn, checkRole).toInt()));
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, &ChecksDialog::takeTick);
    connect(m_reset, &QPushButton::clicked, this, &ChecksDialog::resetCurrent);
    connect(m_resetAll, &QPushButton::clicked, this, &ChecksDialog::resetAll);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ChecksDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ChecksDialog::reject);
    retranslate();
    resize(840, 620);
    m_tree->setCurrentItem(m_items.at(m_current));
    m_tree->setFocus();
}

void ChecksDialog::fillTree()
{
    for (int g = 0; g < checkGroups; ++g) {
        auto* group = new QTreeWidgetItem(m_tree);
        group->setFlags(Qt::ItemIsEnabled);
        for (const CheckWords& words : checkWords()) {
            if (static_cast<int>(words.group) != g)
                continue;
            auto* item = m_items[words.id] = new QTreeWidgetItem(group);
            item->setData(NameColumn, checkRole, static_cast<int>(words.id));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            if (ReviewGuard::isWritableWithPass(m_document))
                item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(NameColumn, Qt::Checked);
        }
        group->setExpanded(true);
    }
}

void ChecksDialog::choose(CheckId check)
{
    m_current = check;
    showCheck();
}

/// The page of the current check, made anew.
void ChecksDialog::showCheck()
{
    const CheckWords& words = wordsOf(current());
    m_rows.clear();
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 2 * gridStep_px, 0);
    layout->setSpacing(3 * gridStep_px);
    auto* title = paragraph();
    title->setObjectName(QStringLiteral("checks.title"));
    title->setFont(bolder(title->font(), true));
    title->setText(titleOf(words.id));
    auto* sentence = paragraph();
    sentence->setText(sentenceOf(words));
    m_off = paragraph();
    m_off->setObjectName(QStringLiteral("checks.off"));
    m_off->setText(tr("It is off: a tick before its name turns it on."));
    layout->addWidget(title);
    layout->addWidget(sentence);
    layout->addWidget(m_off);
    for (const ThresholdWords& threshold : words.thresholds)
        if (threshold.threshold)
            addThreshold(layout, threshold);
    if (m_rows.empty()) {
        auto* none = paragraph(true);
        none->setText(tr("It goes by no number."));
        layout->addWidget(none);
    }
    layout->addStretch();
    m_page->setWidget(page); // which deletes the one before
    m_page->verticalScrollBar()->setValue(0);
    refresh();
}

void ChecksDialog::addThreshold(QLayout* layout, const ThresholdWords& words)
{
    const ThresholdForm& form = formOf(words.unit);
    const double shown = form.factor * m_plan.limit(current(), words.threshold);
    auto* label = new QLabel(labelOf(words));
    auto* box = new NumberBox;
    box->setObjectName(QStringLiteral("checks.") + QLatin1String(words.threshold));
    box->setFocusPolicy(Qt::StrongFocus);
    box->setKeyboardTracking(true); // marks follow each digit
    const int fewest = decimalsOf(form, m_plan.limit(current(), words.threshold));
    box->setDecimals(words.unit == ThresholdUnit::Count ? fewest : std::max(fewest, mostDecimals));
    box->setFewestDecimals(form.decimals);
    box->setRange(0.0, std::max(form.most, shown));
    box->setSingleStep(form.step);
    box->setSuffix(suffixOf(form));
    box->setMinimumWidth(boxWidth_px);
    box->setValue(shown);
    label->setBuddy(box);
    auto* sentence = paragraph(true);
    sentence->setText(sentenceOf(words));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * gridStep_px);
    grid->setVerticalSpacing(gridStep_px);
    grid->addWidget(label, 0, 0, 1, 2);
    grid->addWidget(box, 1, 0, Qt::AlignLeft);
    auto* usual = new QLabel;
    usual->setObjectName(QStringLiteral("checks.usual.") + QLatin1String(words.threshold));
    grid->addWidget(usual, 1, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(sentence, 2, 0, 1, 2);
    static_cast<QVBoxLayout*>(layout)->addLayout(grid);
    m_rows.push_back({&words, label, box, usual});
    connect(box, &NumberBox::valueChanged, this, [this, &words, &form](double value) {
        m_plan.setLimit(current(), words.threshold, value / form.factor);
        refresh();
    });
}

void ChecksDialog::takeTick(QTreeWidgetItem* item)
{
    if (!item->data(NameColumn, checkRole).isValid())
        return;
    const auto check = static_cast<CheckId>(item->data(NameColumn, checkRole).toInt());
    m_plan.setOn(check, item->checkState(NameColumn) == Qt::Checked);
    if (check == current())
        refresh();
    else
        m_tree->setCurrentItem(item);
}

void ChecksDialog::resetCurrent()
{
    m_plan.reset(current());
    showCheck();
}

void ChecksDialog::resetAll()
{
    m_plan.resetAll();
    showCheck();
}

/// What is marked, and what can be done.
void ChecksDialog::refresh()
{
    const QSignalBlocker quiet(m_tree);
    for (const auto& [check, item] : m_items) {
        const bool isUsual = m_plan.isUsual(check);
        item->setCheckState(NameColumn, m_plan.isOn(check) ? Qt::Checked : Qt::Unchecked);
        item->setText(MarkColumn, isUsual ? QString() : tr("changed"));
        for (const int column : {NameColumn, MarkColumn})
            item->setFont(column, bolder(m_tree->font(), !isUsual));
    }
    const bool isWritable = ReviewGuard::isWritableWithPass(m_document); // they are the reviewer's own
    const bool isOn = m_plan.isOn(current());
    m_off->setVisible(!isOn);
    for (const Row& row : m_rows) {
        const bool isUsual = m_plan.isUsual(current(), row.words->threshold);
        const QString usual = saidThreshold(*row.words, limitOf({}, current(), row.words->threshold));
        row.usual->setText(isUsual ? tr("as usual") : tr("changed; usually %1").arg(usual));
        row.usual->setFont(bolder(font(), !isUsual));
        row.label->setFont(bolder(font(), !isUsual));
        row.box->setEnabled(isOn && isWritable);
    }
    m_reset->setEnabled(isWritable && !m_plan.isUsual(current()));
    m_resetAll->setEnabled(isWritable && !m_plan.areAllUsual());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isWritable);
    if (!isWritable) {
        m_why->setText(Answers::readOnly());
        m_why->show();
    }
}

void ChecksDialog::accept()
{
    if (const auto done = m_plan.apply(m_document); !done) {
        m_why->setText(done.error().sentence);
        m_why->show();
        return;
    }
    QDialog::accept();
}

void ChecksDialog::retranslate()
{
    setWindowTitle(tr("Settings of the checks"));
    m_intro->setText(tr("What the automatic checks of this project look for, and by which numbers they go. What is "
                        "not as usual is bold. Findings that were waived stay waived."));
    m_tree->setAccessibleName(tr("Checks"));
    m_reset->setText(tr("This check as usual"));
    m_reset->setToolTip(tr("Turns the check on and gives it its usual numbers"));
    m_resetAll->setText(tr("All as usual"));
    m_resetAll->setToolTip(tr("Turns all checks on and gives them their usual numbers"));
    const QSignalBlocker quiet(m_tree);
    for (int g = 0; g < checkGroups; ++g) {
        QTreeWidgetItem* group = m_tree->topLevelItem(g);
        group->setText(NameColumn, titleOf(static_cast<CheckGroup>(g)));
        group->setFont(NameColumn, bolder(m_tree->font(), true));
        group->setForeground(NameColumn, dimTextColor(palette()));
        group->setFirstColumnSpanned(true);
    }
    for (const auto& [check, item] : m_items)
        item->setText(NameColumn, titleOf(check));
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(MarkColumn, QHeaderView::ResizeToContents);
    showCheck();
}

void ChecksDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
