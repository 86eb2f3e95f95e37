#pragma once

#include "widgets/FrameListModel.h"

#include "model/document/Selection.h"

#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;

namespace lunkuo
{

/// The frames of the project with their progress; a click goes there.
class FrameListPanel : public QWidget
{
    Q_OBJECT
public:
    FrameListPanel(Document& document, Selection& selection, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showCurrent();
    void showProgress();

    Selection& m_selection;
    FrameListModel* m_model;
    QListView* m_list;
    QLabel* m_summary;
    QProgressBar* m_bar;
};

} // namespace lunkuo
