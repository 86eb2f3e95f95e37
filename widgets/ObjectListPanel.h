#pragma once

#include "widgets/ObjectListModel.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace lunkuo
{

class ListKeys;
/// The objects of the current frame and what is suggested there; a click selects.
class ObjectListPanel : public QWidget
{
    Q_OBJECT
public:
    ObjectListPanel(const ToolContext& context, SuggestionBoard& suggestions, QWidget* parent = nullptr);

    /// Selects the object `steps` further down the list, round the end.
    void step(int steps);
    /// Where keys go that the list has no use for.
    void passKeysTo(QWidget* view);

signals:
    /// The person wants to see this object closely.
    void focusWanted();
    /// An object was chosen without looking for it in the view: it may lie outside.
    void shapeChosen(lunkuo::ShapeId shape);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showSelected();
    void choose(const QModelIndex& index);
    void select(ShapeId shape);
    void chooseShape(const QModelIndex& index);
    void take(const QModelIndex& index);
    void stepRows(int rows);

    Selection& m_selection;
    SuggestionBoard& m_suggestions;
    ObjectListModel* m_model;
    QStackedWidget* m_pages;
    QListView* m_list;
    ListKeys* m_keys;
    QLabel* m_empty;
};

} // namespace lunkuo
