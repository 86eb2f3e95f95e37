#pragma once

#include "widgets/FrameListModel.h"

#include "model/document/FrameCache.h"
#include "model/document/Selection.h"

#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;

namespace lunkuo
{

class ListKeys;
/// The frames of the project with their progress; a click goes there.
class FrameListPanel : public QWidget
{
    Q_OBJECT
public:
    FrameListPanel(Document& document, Selection& selection, const FrameCache& frames, QWidget* parent = nullptr);

    /// Where keys go that the list has no use for.
    void passKeysTo(QWidget* view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showCurrent();
    void showProgress();

    Selection& m_selection;
    FrameListModel* m_model;
    QListView* m_list;
    ListKeys* m_keys;
    QLabel* m_summary;
    QProgressBar* m_bar;
};

} // namespace lunkuo
