#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace lunkuo::test
{

/// Points at a place of a widget, in its pixels. QTest::mouseMove would move the one cursor of the display, which the
/// tests that run at the same time move as well.
inline void pointAt(QWidget& widget, const QPointF& at, Qt::MouseButtons held = Qt::NoButton)
{
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, held, Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
}

} // namespace lunkuo::test
