#pragma once

#include "widgets/ObjectListModel.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace lunkuo
{

/// The objects of the current frame; a click selects.
class ObjectListPanel : public QWidget
{
    Q_OBJECT
public:
    ObjectListPanel(Document& document, Selection& selection, FrameCache& frames, QWidget* parent = nullptr);

    /// Selects the object `steps` further down the list, round the end.
    void step(int steps);

signals:
    /// The person wants to see this object closely.
    void focusWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showSelected();

    Selection& m_selection;
    ObjectListModel* m_model;
    QStackedWidget* m_pages;
    QListView* m_list;
    QLabel* m_empty;
};

} // namespace lunkuo
