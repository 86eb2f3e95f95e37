#include "widgets/FrameListPanel.h"

#include "widgets/ListKeys.h"
#include "widgets/RowDelegate.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QVBoxLayout>

namespace lunkuo
{

FrameListPanel::FrameListPanel(Document& document, Selection& selection, const FrameCache& frames, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new FrameListModel(document, this))
    , m_list(new QListView)
    , m_keys(new ListKeys(m_list))
    , m_summary(new QLabel)
    , m_bar(new QProgressBar)
{
    m_list->setObjectName(QStringLiteral("frameList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(72);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(gridStep_px);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    layout->setSpacing(gridStep_px);
    layout->addWidget(m_summary);
    layout->addWidget(m_bar);
    layout->addWidget(m_list, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) { m_selection.setFrame(m_model->frameAt(current)); });
    connect(m_keys, &ListKeys::stepped, this, [this](int rows) {
        if (const QModelIndex next = m_model->index(m_list->currentIndex().row() + rows); next.isValid())
            m_selection.setFrame(m_model->frameAt(next));
    });
    connect(&selection, &Selection::frameChanged, this, &FrameListPanel::showCurrent);
    connect(&frames, &FrameCache::failed, m_model, &FrameListModel::setUnreadable);
    connect(&frames, &FrameCache::loaded, m_model, [this](FrameId frame) { m_model->setUnreadable(frame, {}); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FrameListPanel::showProgress);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FrameListPanel::showProgress);
    retranslate();
    showCurrent();
}

void FrameListPanel::passKeysTo(QWidget* view)
{
    m_keys->passOthersTo(view);
}

void FrameListPanel::showCurrent()
{
    const QModelIndex current = m_model->indexOf(m_selection.frame());
    if (current == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(current);
    m_list->scrollTo(current);
}

void FrameListPanel::showProgress()
{
    m_bar->setMaximum(std::max(1, m_model->rowCount()));
    m_bar->setValue(m_model->doneCount());
    m_summary->setText(tr("%1 of %2 done").arg(m_model->doneCount()).arg(m_model->rowCount()));
}

void FrameListPanel::retranslate()
{
    m_list->setAccessibleName(tr("Frames"));
    m_bar->setToolTip(tr("Share of the frames that are done"));
    m_model->refreshTexts();
    showProgress();
}

void FrameListPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
