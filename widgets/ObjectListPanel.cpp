#include "widgets/ObjectListPanel.h"

#include "widgets/ListKeys.h"
#include "widgets/RowDelegate.h"
#include "widgets/Style.h"
#include "widgets/SuggestionBar.h"

#include <QApplication>
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
    , m_keys(new ListKeys(m_list))
    , m_empty(new QLabel)
{
    m_list->setObjectName(QStringLiteral("objectList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
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

    connect(m_keys, &ListKeys::stepped, this, &ObjectListPanel::stepRows);
    connect(m_list, &QListView::clicked, this, &ObjectListPanel::choose);
    connect(m_list, &QListView::doubleClicked, this, &ObjectListPanel::take);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ObjectListPanel::showSelected);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ObjectListPanel::showSelected);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ObjectListPanel::showSelected);
    connect(&m_selection, &Selection::shapesChanged, this, &ObjectListPanel::showSelected);
    connect(&suggestions, &SuggestionBoard::changed, this, &ObjectListPanel::showSelected);
    retranslate();
    showSelected();
}

void ObjectListPanel::choose(const QModelIndex& index)
{
    if (const int number = m_model->suggestionAt(index); number != SuggestionBoard::none)
        m_suggestions.setCurrent(number);
    else
        chooseShape(index);
}

/// As in every list: with Ctrl in or out, with Shift all from the main one on.
void ObjectListPanel::chooseShape(const QModelIndex& index)
{
    const Qt::KeyboardModifiers keys = QApplication::keyboardModifiers();
    const QModelIndex main = m_model->indexOf(m_selection.shape());
    if (keys.testFlag(Qt::ControlModifier)) {
        m_selection.toggle(m_model->shapeAt(index));
    } else if (keys.testFlag(Qt::ShiftModifier) && main.isValid()) {
        std::vector<ShapeId> shapes;
        const int step = index.row() < main.row() ? 1 : -1;
        // The main one stays the main one, so it comes last.
        for (int row = index.row(); row != main.row(); row += step)
            shapes.push_back(m_model->shapeAt(m_model->index(row)));
        shapes.push_back(m_selection.shape());
        m_selection.setShapes(std::move(shapes));
    } else {
        select(m_model->shapeAt(index));
    }
    showSelected();
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
    // Not by the view, which would look at the keys that are down.
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        m_list->scrollTo(index);
    else
        m_list->clearSelection();
    if (number == SuggestionBoard::none)
        for (const ShapeId id : m_selection.shapes())
            m_list->selectionModel()->select(m_model->indexOf(id), QItemSelectionModel::Select);
}

void ObjectListPanel::passKeysTo(QWidget* view)
{
    m_keys->passOthersTo(view);
}

void ObjectListPanel::stepRows(int rows)
{
    const QModelIndex next = m_model->index(m_list->currentIndex().row() + rows);
    if (!next.isValid())
        return;
    if (const int number = m_model->suggestionAt(next); number != SuggestionBoard::none)
        m_suggestions.setCurrent(number);
    else
        select(m_model->shapeAt(next));
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
