#include "widgets/FindingsPanel.h"

#include "model/review/Checks.h"
#include "widgets/FindingListModel.h"
#include "widgets/Icons.h"
#include "widgets/ListKeys.h"
#include "widgets/RowDelegate.h"
#include "widgets/Style.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{

constexpr int textMargin_px = 2; ///< that styles leave round a box's text
constexpr int tick_ms = 250;
constexpr int worthTelling_ms = 1500;
constexpr int allChecks = -1;
constexpr int ofWaived = -1; ///< beside the severities

/// How often something was found, after its name.
QString counted(const QString& name, int count)
{
    return QStringLiteral("%1 (%2)").arg(name).arg(count);
}

/// A box that says with dots that what it shows goes on; its list shows all.
class NarrowBox : public QComboBox
{
public:
    explicit NarrowBox(const QString& name)
    {
        setObjectName(name);
        setFocusPolicy(Qt::NoFocus);
        setSizeAdjustPolicy(QComboBox::AdjustToContents);
        setMinimumContentsLength(6);
    }

    void showPopup() override
    {
        view()->setMinimumWidth(view()->sizeHintForColumn(0) + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
        QComboBox::showPopup();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room.width() - textMargin_px);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

} // namespace

FindingsPanel::FindingsPanel(FindingBoard& board, const Document& document, QWidget* parent)
    : QWidget(parent)
    , m_board(board)
    , m_model(new FindingListModel(board, document, this))
    , m_severity(new NarrowBox(QStringLiteral("findingSeverity")))
    , m_check(new NarrowBox(QStringLiteral("findingCheck")))
    , m_filters(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_pages(new QStackedWidget)
    , m_list(new QListView)
    , m_keys(new ListKeys(m_list))
    , m_empty(new QLabel)
    , m_sentence(new QLabel)
    , m_progress(new QLabel)
    , m_buttons(new QHBoxLayout)
    , m_menu(new QMenu(this))
{
    m_list->setObjectName(QStringLiteral("findingList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(72);
    m_sentence->setObjectName(QStringLiteral("findingSentence"));
    m_progress->setObjectName(QStringLiteral("checkProgress"));
    for (QLabel* label : {m_empty, m_sentence})
        label->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(3 * gridStep_px);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_buttons->setSpacing(gridStep_px);
    m_buttons->addStretch();
    m_filters->setSpacing(gridStep_px);
    m_filters->addWidget(m_severity, 4);
    m_filters->addWidget(m_check, 5);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    layout->setSpacing(gridStep_px);
    layout->addLayout(m_filters);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_sentence);
    layout->addLayout(m_buttons);
    layout->addWidget(m_progress);

    m_tick.setInterval(tick_ms);
    connect(&m_tick, &QTimer::timeout, this, &FindingsPanel::showProgress);
    connect(m_severity, &QComboBox::activated, this, &FindingsPanel::takeFilter);
    connect(m_check, &QComboBox::activated, this, &FindingsPanel::takeFilter);
    connect(m_list, &QListView::clicked, this,
        [this](const QModelIndex& index) { m_board.setCurrent(static_cast<std::size_t>(index.row())); });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QListView::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(m_list, &QListView::doubleClicked, this, &FindingsPanel::focusWanted);
    connect(m_keys, &ListKeys::stepped, this, [this](int rows) {
        const QModelIndex next = m_model->index(m_list->currentIndex().row() + rows);
        if (next.isValid())
            m_board.setCurrent(static_cast<std::size_t>(next.row()));
    });
    connect(&board, &FindingBoard::changed, this, &FindingsPanel::refresh);
    retranslate();
}

void FindingsPanel::addButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void FindingsPanel::addToMenu(QAction* action)
{
    m_menu->addAction(action);
}

void FindingsPanel::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid() || m_menu->isEmpty())
        return;
    m_board.setCurrent(static_cast<std::size_t>(index.row()));
    m_menu->popup(m_list->viewport()->mapToGlobal(at));
}

void FindingsPanel::passKeysTo(QWidget* view)
{
    m_keys->passOthersTo(view);
}

void FindingsPanel::takeFilter()
{
    FindingBoard::Filter filter;
    const int severity = m_severity->currentData().toInt();
    filter.isOfWaived = severity == ofWaived;
    filter.least = filter.isOfWaived ? Severity::Hint : static_cast<Severity>(severity);
    if (const int check = m_check->currentData().toInt(); check != allChecks)
        filter.check = static_cast<CheckId>(check);
    m_board.setFilter(filter);
}

void FindingsPanel::refresh()
{
    showSeverities();
    showChecks();
    placeFilters();
    showCurrent();
    if (!m_board.runner().isRunning()) {
        m_tick.stop();
    } else if (!m_tick.isActive()) {
        m_checked.start();
        m_tick.start();
    }
    showProgress();
    m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    m_empty->setText(emptyText());
}

void FindingsPanel::showSeverities()
{
    const FindingBoard::Filter& filter = m_board.filter();
    const std::array<std::pair<int, QString>, 4> entries{{
        {static_cast<int>(Severity::Hint), counted(tr("All"), m_board.count(Severity::Hint))},
        {static_cast<int>(Severity::Warning), counted(tr("Warnings and errors"), m_board.count(Severity::Warning))},
        {static_cast<int>(Severity::Error), counted(tr("Errors"), m_board.count(Severity::Error))},
        {ofWaived, counted(tr("Waived"), m_board.waivedCount())},
    }};
    const QSignalBlocker quiet(m_severity);
    if (m_severity->count() == 0)
        for (const auto& [value, text] : entries)
            m_severity->addItem(text, value);
    for (int i = 0; i < m_severity->count(); ++i)
        m_severity->setItemText(i, entries.at(static_cast<std::size_t>(i)).second);
    m_severity->setCurrentIndex(m_severity->findData(filter.isOfWaived ? ofWaived : static_cast<int>(filter.least)));
}

void FindingsPanel::showChecks()
{
    const std::map<CheckId, int> counts = m_board.counts();
    const QSignalBlocker quiet(m_check);
    int all = 0;
    for (const auto& [check, count] : counts)
        all += count;
    m_check->clear();
    m_check->addItem(counted(tr("All checks"), all), allChecks);
    for (const Check& check : checks()) {
        const auto count = counts.find(check.id);
        if (count != counts.end() || m_board.filter().check == check.id)
            m_check->addItem(
                counted(titleOf(check.id), count == counts.end() ? 0 : count->second), static_cast<int>(check.id));
    }
    const auto& wanted = m_board.filter().check;
    m_check->setCurrentIndex(m_check->findData(wanted ? static_cast<int>(*wanted) : allChecks));
}

void FindingsPanel::placeFilters()
{
    const int wanted_px = m_severity->sizeHint().width() + m_check->sizeHint().width() + 3 * gridStep_px;
    m_filters->setDirection(wanted_px <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_severity->setToolTip(m_severity->currentText() + u'\n' +
                           tr("How bad findings have to be to be listed; those that were waived are listed apart"));
    m_check->setToolTip(m_check->currentText() + u'\n' + tr("What is listed: the findings of all checks, or of one"));
}

void FindingsPanel::showCurrent()
{
    const Finding* finding = m_board.finding();
    const QModelIndex index = finding ? m_model->index(static_cast<int>(*m_board.current())) : QModelIndex();
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        m_list->scrollTo(index);
    else
        m_list->clearSelection();
    QString text;
    if (finding) {
        text = finding->sentence;
        if (const QString waiver = m_board.waiverText(*finding); !waiver.isEmpty())
            text += u'\n' + waiver;
        if (const QString fix = m_board.fixText(); !fix.isEmpty() && !m_board.filter().isOfWaived)
            text += u'\n' + tr("Mends it: %1.").arg(fix);
    }
    m_sentence->setText(text);
    m_sentence->setVisible(finding);
}

void FindingsPanel::showProgress()
{
    const CheckRunner& runner = m_board.runner();
    const auto [done, total] = runner.progress();
    // What an edit makes it look at again is mostly over before anybody has read it.
    m_progress->setVisible(runner.isRunning() && (!runner.isWhole() || m_checked.elapsed() > worthTelling_ms));
    m_progress->setText(total > 0 ? tr("Checking frame %1 of %2…").arg(done).arg(total) : tr("Checking…"));
}

QString FindingsPanel::emptyText() const
{
    const CheckRunner& runner = m_board.runner();
    if (!runner.isFollowing())
        return tr("Nothing is checked.\n\nChecks ▸ Check in the background turns it on.");
    if (!runner.isWhole())
        return tr("What the checks find comes here.");
    if (m_board.filter() == FindingBoard::Filter())
        return tr("The checks have found nothing.");
    return m_board.filter().isOfWaived ? tr("No finding was waived.")
                                       : tr("The checks have found nothing of this kind.");
}

void FindingsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Findings"));
    m_severity->setAccessibleName(tr("How bad"));
    m_check->setAccessibleName(tr("Check"));
    refresh();
}

void FindingsPanel::resizeEvent(QResizeEvent* event)
{
    placeFilters();
    QWidget::resizeEvent(event);
}

void FindingsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
