#include "widgets/ObjectListPanel.h"

#include "widgets/RowDelegate.h"
#include "widgets/Style.h"
#include "widgets/SuggestionBar.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lunkuo
{

ObjectListPanel::ObjectListPanel(const ToolContext& context, SuggestionBoard& suggestions, QWidget* parent)
    : QWidget(parent)
    , m_selection(context.selection)
    , m_suggestions(suggestions)
    , m_model(new ObjectListModel(context, suggestions, this))
    , m_pages(new QStackedWidget)
    , m_list(new QListView)
    , m_empty(new QLabel)
{
    m_list->setObjectName(QStringLiteral("objectList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMinimumHeight(72);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(3 * gridStep_px);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    layout->addWidget(new SuggestionBar(suggestions));
    layout->addWidget(m_pages);

    connect(m_list, &QListView::clicked, this, &ObjectListPanel::choose);
    connect(m_list, &QListView::doubleClicked, this, &ObjectListPanel::take);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ObjectListPanel::showSelected);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ObjectListPanel::showSelected);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ObjectListPanel::showSelected);
    connect(&m_selection, &Selection::shapeChanged, this, &ObjectListPanel::showSelected);
    connect(&suggestions, &SuggestionBoard::changed, this, &ObjectListPanel::showSelected);
    retranslate();
    showSelected();
}

void ObjectListPanel::choose(const QModelIndex& index)
{
    if (const int number = m_model->suggestionAt(index); number != SuggestionBoard::none)
        m_suggestions.setCurrent(number);
    else
        select(m_model->shapeAt(index));
}

void ObjectListPanel::select(ShapeId shape)
{
    m_selection.setShape(shape);
    emit shapeChosen(shape);
}

void ObjectListPanel::take(const QModelIndex& index)
{
    if (m_model->suggestionAt(index) == SuggestionBoard::none)
        emit focusWanted();
    else if (const auto accepted = m_suggestions.accept())
        m_selection.setShape(*accepted);
}

void ObjectListPanel::showSelected()
{
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    const int number = m_suggestions.current();
    const QModelIndex index =
        number == SuggestionBoard::none ? m_model->indexOf(m_selection.shape()) : m_model->indexOfSuggestion(number);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
    else
        m_list->clearSelection();
}

void ObjectListPanel::step(int steps)
{
    const int count = m_model->shapeCount();
    if (count == 0)
        return;
    const QModelIndex current = m_model->indexOf(m_selection.shape());
    const int from = current.isValid() ? current.row() : (steps > 0 ? -1 : count);
    select(m_model->shapeAt(m_model->index(((from + steps) % count + count) % count)));
}

void ObjectListPanel::retranslate()
{
    m_list->setAccessibleName(tr("Objects"));
    m_empty->setText(tr("No object in this frame yet.\n\nTake the outline tool (B) and click a point of a car."));
    m_model->refreshTexts();
}

void ObjectListPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
