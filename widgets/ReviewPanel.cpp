#include "widgets/ReviewPanel.h"

#include "model/review/FormerAcceptance.h"
#include "model/review/VerdictDifference.h"
#include "model/review/VerdictNames.h"
#include "widgets/ListKeys.h"
#include "widgets/Names.h"
#include "widgets/RowDelegate.h"
#include "widgets/Style.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QTextBrowser>
#include <QToolButton>

namespace lunkuo
{

namespace
{
// The attributes above need their room on a small screen.
constexpr int leastAbout_px = 64;
constexpr int leastList_px = 48;

QString timeText(qint64 time_ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time_ms), QLocale::ShortFormat);
}

QString tableOf(const std::vector<ValueDifference>& changed)
{
    QString html = QStringLiteral("<table cellspacing='2'>");
    for (const ValueDifference& value : changed)
        html += QStringLiteral("<tr><td>%1&nbsp;</td><td>%2</td><td>&nbsp;→&nbsp;</td><td><b>%3</b></td></tr>")
                    .arg(value.what.toHtmlEscaped(), value.before.toHtmlEscaped(), value.after.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}
} // namespace

ReviewPanel::ReviewPanel(const Document& document, ReviewBoard& board, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_board(board)
    , m_model(new ToDoModel(document, board, this))
    , m_plan(new QWidget)
    , m_orderLabel(new QLabel)
    , m_order(new QComboBox)
    , m_percent(new QDoubleSpinBox)
    , m_seed(new QSpinBox)
    , m_count(new QLabel)
    , m_bar(new QProgressBar)
    , m_buttons(new QHBoxLayout)
    , m_title(new QLabel)
    , m_list(new QListView)
    , m_keys(new ListKeys(m_list))
    , m_empty(new QLabel)
    , m_about(new QTextBrowser)
{
    makeOrder();
    m_list->setObjectName(QStringLiteral("review.list"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(leastList_px);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_about->setObjectName(QStringLiteral("review.about"));
    m_about->setMinimumHeight(leastAbout_px);
    m_about->setFocusPolicy(Qt::NoFocus);
    m_about->document()->setDefaultStyleSheet(QStringLiteral("p { margin: 1px 0 }"));
    m_about->document()->setDocumentMargin(2.0);
    m_buttons->setSpacing(gridStep_px);
    m_buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    layout->setSpacing(gridStep_px);
    layout->addWidget(m_plan);
    layout->addLayout(m_buttons);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_empty, 3);
    layout->addWidget(m_about, 2);

    const auto goTo = [this](const QModelIndex& index) {
        const auto& verdicts = m_document.scene().verdicts;
        if (const auto found = verdicts.find(m_model->at(index)); found != verdicts.end())
            m_board.goTo(subjectOf(found->second));
    };
    connect(m_list, &QListView::clicked, this, goTo);
    connect(m_keys, &ListKeys::stepped, this, [this, goTo](int rows) {
        if (const QModelIndex next = m_model->index(m_list->currentIndex().row() + rows); next.isValid())
            goTo(next);
    });
    connect(&board, &ReviewBoard::modeChanged, this, &ReviewPanel::showMode);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ReviewPanel::refresh);
    const auto later = [this] { m_later.start(0); };
    connect(&board, &ReviewBoard::changed, this, later);
    connect(&board.queue(), &ReviewQueue::changed, this, later);
    retranslate();
    showMode();
}

void ReviewPanel::makeOrder()
{
    m_order->setObjectName(QStringLiteral("review.order"));
    m_percent->setObjectName(QStringLiteral("review.percent"));
    m_seed->setObjectName(QStringLiteral("review.seed"));
    m_percent->setRange(ReviewPlan::leastSample_percent, 100.0);
    m_percent->setDecimals(1);
    m_percent->setSuffix(QStringLiteral(" %"));
    m_seed->setRange(0, 999'999);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(gridStep_px);
    auto* grid = new QGridLayout(m_plan);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(gridStep_px);
    grid->addWidget(m_orderLabel, 0, 0);
    grid->addWidget(m_order, 0, 1, 1, 2);
    grid->addWidget(m_percent, 1, 1);
    grid->addWidget(m_seed, 1, 2);
    grid->addWidget(m_count, 2, 0, 1, 2);
    grid->addWidget(m_bar, 2, 2);
    grid->setColumnStretch(1, 1);
    for (QWidget* field : std::initializer_list<QWidget*>{m_order, m_percent, m_seed})
        field->setFocusPolicy(Qt::ClickFocus);
    fillOrders();
    connect(m_order, &QComboBox::activated, this, &ReviewPanel::takeOrder);
    connect(m_percent, &QDoubleSpinBox::editingFinished, this, &ReviewPanel::takeOrder);
    connect(m_seed, &QSpinBox::editingFinished, this, &ReviewPanel::takeOrder);
}

/// An order by finding is only offered where there are any.
void ReviewPanel::fillOrders()
{
    const QSignalBlocker quiet(m_order);
    m_order->clear();
    const auto add = [this](ReviewOrder order, const QString& text) { m_order->addItem(text, int(order)); };
    add(ReviewOrder::ByFrame, tr("Frame by frame"));
    add(ReviewOrder::ByObject, tr("Object by object"));
    add(ReviewOrder::WholeFrames, tr("Whole frames"));
    add(ReviewOrder::LeastConfident, tr("Least certain first"));
    add(ReviewOrder::ByClass, tr("Class by class"));
    if (m_board.queue().knowsFindings())
        add(ReviewOrder::ByFinding, tr("What the checks found"));
    add(ReviewOrder::Sample, tr("Random sample"));
    const ReviewPlan& plan = m_board.queue().plan();
    m_order->setCurrentIndex(std::max(0, m_order->findData(int(plan.order))));
    const QSignalBlocker quietToo(m_percent);
    const QSignalBlocker quietAsWell(m_seed);
    m_percent->setValue(plan.sample_percent);
    m_seed->setValue(static_cast<int>(std::min<quint32>(plan.seed, 999'999)));
    for (QWidget* field : std::initializer_list<QWidget*>{m_percent, m_seed})
        field->setVisible(plan.order == ReviewOrder::Sample);
}

void ReviewPanel::takeOrder()
{
    ReviewPlan plan = m_board.queue().plan();
    plan.order = ReviewOrder(m_order->currentData().toInt());
    plan.sample_percent = m_percent->value();
    plan.seed = static_cast<quint32>(m_seed->value());
    if (plan == m_board.queue().plan())
        return;
    m_board.queue().setPlan(plan);
    // What is not of this order is not what the next key is about.
    const auto about = m_board.subject();
    if (about && about->track.isValid() && !m_board.queue().holds(*about))
        m_board.goTo({about->frame, {}, {}});
    fillOrders();
}

void ReviewPanel::addButton(WorkMode mode, QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    button->setVisible(mode == m_board.mode());
    m_ofMode.emplace_back(mode, button);
}

void ReviewPanel::passKeysTo(QWidget* view)
{
    m_keys->passOthersTo(view);
}

void ReviewPanel::showMode()
{
    m_plan->setVisible(m_board.mode() == WorkMode::Reviewing);
    for (const auto& [mode, widget] : m_ofMode)
        widget->setVisible(mode == m_board.mode());
    fillOrders();
    retranslate();
}

void ReviewPanel::refresh()
{
    showProgress();
    showSubject();
    showNewest();
}

/// What has just been said is to be seen, wherever it comes among the others.
void ReviewPanel::showNewest()
{
    VerdictId newest;
    for (int row = 0; row < m_model->rowCount(); ++row)
        newest = std::max(newest, m_model->at(m_model->index(row)));
    if (newest > m_newest)
        m_list->scrollTo(m_model->indexOf(newest));
    m_newest = std::max(m_newest, newest);
}

void ReviewPanel::showProgress()
{
    if (m_board.mode() == WorkMode::Reviewing) {
        const int count = m_board.queue().count();
        const int done = count - m_board.queue().openCount();
        m_count->setText(tr("%1 of %2 looked at").arg(done).arg(count));
        m_bar->setRange(0, std::max(1, count));
        m_bar->setValue(done);
    }
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_title->setVisible(!isEmpty);
}

QString ReviewPanel::tellAnswer(const Verdict& verdict) const
{
    const QString who = verdict.annotator.isEmpty() ? tr("Somebody") : verdict.annotator;
    if (!verdict.answer.isEmpty())
        return tr("%1 answers: %2").arg(who, verdict.answer);
    const bool isGone = verdict.isOfShape() && !m_document.scene().shapes.of(verdict.track, verdict.frame);
    return isGone ? tr("%1 has deleted it").arg(who) : tr("%1 says that it is mended").arg(who);
}

QString ReviewPanel::tellVerdict(const Verdict& verdict) const
{
    QString html = QStringLiteral("<p>%1 · %2</p>").arg(Names::of(verdict).toHtmlEscaped(), timeText(verdict.time_ms));
    if (verdict.state == VerdictState::Answered || !verdict.answer.isEmpty())
        html += QStringLiteral("<p>%1%2</p>")
                    .arg(tellAnswer(verdict).toHtmlEscaped(),
                        verdict.answered_ms > 0 ? QStringLiteral(" · ") + timeText(verdict.answered_ms) : QString());
    const auto changed = differencesSince(m_document.scene(), verdict);
    if (!verdict.isOpen() || !verdict.judged)
        return html;
    if (changed.empty())
        return html + QStringLiteral("<p>%1</p>").arg(tr("Nothing has changed since."));
    html += QStringLiteral("<p>%1</p>").arg(tr("Changed since, dashed in the picture as it was:"));
    return html + tableOf(changed);
}

/// That nothing is said of it, and whether that is because it has been changed.
QString ReviewPanel::tellFormer(const ReviewSubject& about) const
{
    const auto former = m_store && isVisible() && about.track.isValid()
                            ? formerAcceptance(*m_store, m_document.scene(), about.track, about.frame)
                            : std::nullopt;
    if (!former)
        return QStringLiteral("<p>%1</p>").arg(tr("It has no verdict now."));
    const auto now = presentShape(m_document.scene(), about.track, about.frame);
    const auto changed = differences(m_document.scene().taxonomy, former->accepted, *now);
    const QString who = former->verdict.reviewer.isEmpty() ? tr("Somebody") : former->verdict.reviewer;
    const QString html = QStringLiteral("<p>%1</p>")
                             .arg(tr("%1 had accepted it (%2). It was changed since, so it is open again.")
                                      .arg(who, timeText(former->verdict.time_ms))
                                      .toHtmlEscaped());
    return changed.empty() ? html + QStringLiteral("<p>%1</p>").arg(tr("By now its values are the same again."))
                           : html + tableOf(changed);
}

void ReviewPanel::setHistory(const ProjectStore& store)
{
    m_store = &store;
    m_later.start(0);
}

void ReviewPanel::showSubject()
{
    const Scene& scene = m_document.scene();
    const auto about = m_board.subject();
    const Verdict* verdict = about ? verdictOn(scene, *about) : nullptr;
    m_list->setCurrentIndex(verdict ? m_model->indexOf(verdict->id) : QModelIndex());
    if (!about) {
        m_about->setHtml(QStringLiteral("<p>%1</p>")
                             .arg(m_board.mode() == WorkMode::Reviewing
                                      ? tr("Nothing is selected: the key that accepts goes to what is next.")
                                      : tr("Select an object to see what was said of it.")));
        return;
    }
    QString html = QStringLiteral("<p><b>%1</b></p>").arg(nameOf(scene, *about).toHtmlEscaped());
    html += verdict ? tellVerdict(*verdict) : tellFormer(*about);
    m_about->setHtml(html);
}

void ReviewPanel::retranslate()
{
    const bool isReviewing = m_board.mode() == WorkMode::Reviewing;
    m_orderLabel->setText(tr("Order"));
    m_order->setToolTip(tr("In which order objects come; only those that nobody has said anything of, and those that "
                           "were answered"));
    m_percent->setToolTip(tr("How many of all objects are looked at"));
    m_seed->setToolTip(tr("The same number chooses the same objects again"));
    m_title->setText(
        isReviewing ? tr("Rejected; first what was answered:") : tr("Rejected; first what nobody answered:"));
    m_list->setAccessibleName(m_title->text());
    m_empty->setText(isReviewing ? tr("Nothing is rejected.\n\n“Accept and go on” begins with the first object.")
                                 : tr("Nothing is rejected.\n\nWhat reviewers reject comes here, to be mended."));
    fillOrders();
    m_model->refresh();
    refresh();
}

void ReviewPanel::showEvent(QShowEvent* event)
{
    m_later.start(0); // while nobody looks the history is not read
    QWidget::showEvent(event);
}

void ReviewPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
