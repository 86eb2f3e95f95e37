#include "widgets/ListKeys.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>

namespace lunkuo
{

ListKeys::ListKeys(QAbstractItemView* list)
    : QObject(list)
{
    list->setFocusPolicy(Qt::ClickFocus);
    list->installEventFilter(this);
}

bool ListKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isStep = (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) &&
                        (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isStep && m_view)
        QCoreApplication::sendEvent(m_view, event);
    else if (isStep && event->type() == QEvent::KeyPress)
        emit stepped(key->key() == Qt::Key_Up ? -1 : 1);
    return true;
}

} // namespace lunkuo
