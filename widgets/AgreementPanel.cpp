#include "widgets/AgreementPanel.h"

#include "model/review/AgreementFigures.h"
#include "widgets/Style.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double share = 0.26; ///< of the window's width: what the panels at its side take of a small one
constexpr double heightShare = 0.8;
constexpr int leastWidth_px = 320;
constexpr int mostWidth_px = 560;
constexpr int height_px = 640;
constexpr int rowLines = 3;
constexpr int allKinds = -1;
} // namespace

AgreementPanel::AgreementPanel(MadeComparison made, Taxonomy taxonomy, QWidget* parent)
    : QDialog(parent)
    , m_made(std::move(made))
    , m_taxonomy(std::move(taxonomy))
    , m_figures(new QTextBrowser)
    , m_hint(new QLabel)
    , m_kind(new QComboBox)
    , m_list(new QTreeWidget)
{
    m_figures->setObjectName(QStringLiteral("figures"));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_list->setObjectName(QStringLiteral("disagreements"));
    m_figures->setFrameShape(QFrame::NoFrame);
    m_figures->document()->setDocumentMargin(2 * gridStep_px);
    m_hint->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setWordWrap(true);
    m_list->setExpandsOnDoubleClick(false); // that goes there
    m_list->setColumnCount(2);
    m_list->header()->setStretchLastSection(true);
    auto* lower = new QWidget;
    auto* below = new QVBoxLayout(lower);
    below->setContentsMargins(2 * gridStep_px, 2 * gridStep_px, 2 * gridStep_px, 2 * gridStep_px);
    below->setSpacing(2 * gridStep_px);
    below->addWidget(m_hint);
    below->addWidget(m_kind);
    below->addWidget(m_list, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_figures);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    resize(mostWidth_px, height_px);
    if (parent)
        placeBeside(parent->window()->geometry());
    m_list->setFocus();
    connect(m_kind, &QComboBox::activated, this, &AgreementPanel::fillList);
    connect(m_list, &QTreeWidget::itemActivated, this, &AgreementPanel::go);
    retranslate();
}

/// Over the panels at the side of the window, so that the picture, where it leads, stays in sight.
void AgreementPanel::placeBeside(const QRect& window)
{
    resize(std::clamp(static_cast<int>(share * window.width()), leastWidth_px, mostWidth_px),
        std::max(height_px, static_cast<int>(heightShare * window.height())));
    move(window.topRight() - QPoint(width(), 0));
}

void AgreementPanel::retranslate()
{
    setWindowTitle(tr("Agreement with %1").arg(m_made.name));
    m_hint->setText(tr("A is this project, B is %1. Enter or a double click goes there.").arg(m_made.name));
    showFigures();
    fillKinds();
    fillList();
}

void AgreementPanel::showFigures()
{
    const TableShades shades{palette().color(QPalette::Button).name(), palette().color(QPalette::AlternateBase).name()};
    QString html;
    for (const FigureTable& table : tablesOf(m_made.agreement, m_taxonomy))
        html += htmlOf(table, shades);
    for (const QString& remark : m_made.remarks)
        html += QStringLiteral("<p>%1</p>").arg(remark.toHtmlEscaped());
    m_figures->document()->setDefaultStyleSheet(
        QStringLiteral("h2 { font-size: large; } .note { color: %1; }").arg(dimTextColor(palette()).name()));
    m_figures->setHtml(html);
}

void AgreementPanel::fillKinds()
{
    const int chosen = m_kind->count() > 0 ? m_kind->currentData().toInt() : allKinds;
    m_kind->clear();
    m_kind->addItem(tr("all kinds"), allKinds);
    for (int kind = 0; kind < disagreementKinds; ++kind)
        if (const int count = m_made.agreement.counts[static_cast<std::size_t>(kind)]; count > 0)
            m_kind->addItem(QStringLiteral("%1 (%2)").arg(nameOf(DisagreementKind(kind))).arg(count), kind);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(chosen)));
}

void AgreementPanel::fillList()
{
    const int kind = m_kind->currentData().toInt();
    std::vector<Disagreement> listed;
    for (const Disagreement& disagreement : m_made.agreement.worst)
        if (kind == allKinds || disagreement.kind == DisagreementKind(kind))
            listed.push_back(disagreement);
    m_shown = groupedByObject(listed);
    m_list->setHeaderLabels({tr("Frame and kind"), tr("What differs")});
    m_list->clear();
    for (const DisagreementGroup& group : m_shown) {
        QTreeWidgetItem* first =
            lineOf(group.front(), group.size() > 1 ? tr("in %1 frames").arg(group.size()) : QString());
        for (auto other = std::next(group.begin()); other != group.end(); ++other)
            first->addChild(lineOf(*other, {}));
        m_list->addTopLevelItem(first);
    }
    m_list->resizeColumnToContents(0);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

QTreeWidgetItem* AgreementPanel::lineOf(const Disagreement& disagreement, const QString& more) const
{
    QStringList place{disagreement.frameName, nameOf(disagreement.kind), more};
    place.removeAll(QString());
    auto* item = new QTreeWidgetItem({place.join(u'\n'), sentenceOf(disagreement, m_taxonomy)});
    for (int column = 0; column < item->columnCount(); ++column) {
        item->setToolTip(column, item->text(column));
        item->setTextAlignment(column, Qt::AlignLeft | Qt::AlignTop);
        // The last one takes what is left, however long its sentence.
        const int width_px = column == 0 ? fontMetrics().size(0, item->text(column)).width() + 2 * gridStep_px : 0;
        item->setSizeHint(column, QSize(width_px, rowLines * fontMetrics().lineSpacing() + gridStep_px));
    }
    item->setData(0, Qt::UserRole, QVariant::fromValue(disagreement));
    return item;
}

void AgreementPanel::go(const QTreeWidgetItem* item)
{
    emit meant(item->data(0, Qt::UserRole).value<Disagreement>());
}

void AgreementPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
