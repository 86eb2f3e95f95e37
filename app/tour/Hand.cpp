#include "app/tour/Hand.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

namespace lunkuo
{

namespace
{
constexpr int patience_ms = 60000; ///< on a slow, loaded machine
constexpr int stepsOfDrag = 12;
constexpr int pause_ms = 120;
} // namespace

void Hand::settle()
{
    QTest::qWait(pause_ms);
}

bool Hand::waitFor(const std::function<bool()>& isSo)
{
    return QTest::qWaitFor(isSo, patience_ms);
}

void Hand::key(QWidget& window, int key, Qt::KeyboardModifiers modifiers) const
{
    // Without a window manager nobody else makes a window the active one, and keys would not be heard.
    if (!QApplication::activeWindow())
        QApplication::setActiveWindow(&window);
    QWidget* focus = window.focusWidget() ? window.focusWidget() : &window;
    QTest::keyClick(focus, static_cast<Qt::Key>(key), modifiers);
    settle();
}

void Hand::type(QWidget& field, const QString& text) const
{
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    settle();
}

void Hand::moveTo(QWidget& view, const QPointF& pixel) const
{
    // Not by the display's cursor, which others move as well.
    QMouseEvent move(QEvent::MouseMove, pixel, view.mapToGlobal(pixel), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &move);
    QTest::qWait(1);
}

void Hand::click(QWidget& view, const QPointF& pixel, Qt::KeyboardModifiers modifiers) const
{
    moveTo(view, pixel);
    QTest::mouseClick(&view, Qt::LeftButton, modifiers, pixel.toPoint());
    settle();
}

void Hand::drag(QWidget& view, const QPointF& from, const QPointF& to, Qt::MouseButton button) const
{
    moveTo(view, from);
    QTest::mousePress(&view, button, {}, from.toPoint());
    for (int step = 1; step <= stepsOfDrag; ++step) {
        const QPointF at = from + (to - from) * step / stepsOfDrag;
        QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, button, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &move);
        QTest::qWait(5);
    }
    QTest::mouseRelease(&view, button, {}, to.toPoint());
    settle();
}

void Hand::wheel(QWidget& view, const QPointF& pixel, int steps) const
{
    for (int step = 0; step < std::abs(steps); ++step) {
        QWheelEvent event(pixel, view.mapToGlobal(pixel), {}, QPoint(0, steps > 0 ? 120 : -120), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
        QTest::qWait(5);
    }
    settle();
}

} // namespace lunkuo
