#pragma once

#include "widgets/AttributeTicker.h"

#include <QWidget>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace lunkuo
{

class AttributeRow;
class ClassChips;

/// Class and attributes of the selected object, ticked without leaving the main view.
class AttributePanel : public QWidget
{
    Q_OBJECT
public:
    AttributePanel(Document& document, Selection& selection, AttributeTicker& ticker, QWidget* parent = nullptr);

signals:
    /// The person has typed what there was to type.
    void keyboardReturned();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuildRows();
    void refresh();
    void refreshTitle();

    Document& m_document;
    const Selection& m_selection;
    AttributeTicker& m_ticker;
    QLabel* m_title;
    QLabel* m_missing;
    ClassChips* m_classes;
    QVBoxLayout* m_rowsLayout;
    QLabel* m_empty;
    QString m_rowsClass; ///< that the rows were made for
    std::vector<QWidget*> m_groups;
    std::vector<AttributeRow*> m_rows;
};

} // namespace lunkuo
