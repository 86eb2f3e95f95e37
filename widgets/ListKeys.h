#pragma once

#include <QObject>
#include <QPointer>

class QAbstractItemView;

namespace lunkuo
{

/// Keys in a list that was clicked: up and down step through it, all others go on to the view that they are meant for.
/// Without it the arrows would move the selected object, which nobody means who has just clicked a row.
class ListKeys : public QObject
{
    Q_OBJECT
public:
    explicit ListKeys(QAbstractItemView* list);

    void passOthersTo(QWidget* view) { m_view = view; }
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void stepped(int rows);

private:
    QPointer<QWidget> m_view;
};

} // namespace lunkuo
